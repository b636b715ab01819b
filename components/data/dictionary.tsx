import type { ColumnDescription, TableDescription } from "@/lib/files/table";
import { tableAnchor } from "./table-list";

const TYPES: Record<ColumnDescription["type"], string> = { text: "文字", integer: "整数", number: "小数" };

/** What a table is and what each of its columns means. */
export function Dictionary({ table }: { table: TableDescription }) {
  return (
    <section aria-labelledby={tableAnchor(table)} className="dictionary-section">
      <h3 id={tableAnchor(table)}>
        {table.label} <span className="hash soft">{table.name}</span>
      </h3>
      <p className="prose">
        {table.description}並びは、{table.order}。
      </p>
      <table className="data-table dictionary">
        <caption className="sr-only">{table.label}の列</caption>
        <thead>
          <tr>
            <th scope="col">列</th>
            <th scope="col">型</th>
            <th scope="col">説明</th>
            <th scope="col">空欄のとき</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column, index) => (
            <tr key={column.name}>
              <th scope="row">
                <span className="hash">
                  <ColumnName name={column.name} />
                </span>
                <span className="label">{column.label}</span>
              </th>
              <td className="type">
                {TYPES[column.type]}
                {column.unit && `（${column.unit}）`}
                {index === 0 && "・主キー"}
              </td>
              <td>
                {column.description}
                {column.joins && (
                  <>
                    {" "}
                    <a href={`#table-${column.joins.split(".")[0]}`} className="hash">
                      {column.joins}
                    </a>
                    と結び付く。
                  </>
                )}
                {column.codes && (
                  <dl className="codes">
                    {column.codes.map(({ code, label }) => (
                      <div key={code}>
                        <dt className="hash">{code}</dt>
                        <dd>{label}</dd>
                      </div>
                    ))}
                  </dl>
                )}
              </td>
              <td className={column.blank ? "blank" : "blank never"} data-label="空欄のとき：">
                {column.blank ?? "空欄なし"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
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
