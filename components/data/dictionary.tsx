import type { ColumnDescription, TableDescription } from "@/lib/files/table";
import { DictionaryTable } from "./dictionary-table";
import { tableAnchor } from "./table-list";

const TYPES: Record<ColumnDescription["type"], string> = { text: "文字", integer: "整数", number: "小数" };

/** What a table is and what each of its columns means. */
export function Dictionary({ table }: { table: TableDescription }) {
  return (
    <section aria-labelledby={tableAnchor(table)} className="space-y-1 not-first:mt-9">
      <h3 id={tableAnchor(table)} className="text-lg">
        {table.label} <span className="ml-2 font-mono text-sm font-normal text-ink-soft">{table.name}</span>
      </h3>
      <p className="max-w-prose">
        {table.description}並びは、{table.order}。
      </p>
      <DictionaryTable
        caption={`${table.label}の列`}
        head={
          <>
            <th scope="col">列</th>
            <th scope="col">型</th>
            <th scope="col">説明</th>
            <th scope="col">空欄のとき</th>
          </>
        }
      >
        {table.columns.map((column, index) => (
          <tr key={column.name} role="row">
            <th role="rowheader" scope="row">
              <span className="block font-mono [word-break:normal]">
                <ColumnName name={column.name} />
              </span>
              <span className="block text-ink-soft">{column.label}</span>
            </th>
            <td role="cell">
              {TYPES[column.type]}
              {column.unit && `（${column.unit}）`}
              {index === 0 && "・主キー"}
            </td>
            <td role="cell">
              {column.description}
              {column.joins && (
                <>
                  {" "}
                  <a href={`#table-${column.joins.split(".")[0]}`} className="font-mono">
                    {column.joins}
                  </a>
                  と結び付く。
                </>
              )}
              {column.codes && (
                <dl className="mt-1">
                  {column.codes.map(({ code, label }) => (
                    <div key={code} className="flex flex-wrap gap-x-3">
                      <dt className="font-mono">{code}</dt>
                      <dd className="text-ink-soft">{label}</dd>
                    </div>
                  ))}
                </dl>
              )}
            </td>
            <td role="cell" className={column.blank ? undefined : "narrow:hidden"} data-label="空欄のとき：">
              {column.blank ?? "空欄なし"}
            </td>
          </tr>
        ))}
      </DictionaryTable>
    </section>
  );
}

/** A column's name that may break after its underscores only. */
function ColumnName({ name }: { name: string }) {
  return name.split(/(?<=_)/).map((part, index) => (
    <span key={part + index}>
      {index > 0 && <wbr />}
      {part}
    </span>
  ));
}
