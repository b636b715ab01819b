import type { GoalFilter } from "@/lib/domain/goal-filter";
import type { TableDescription } from "@/lib/files/table";
import { tableHref } from "@/lib/urls";
import { DataTable, NUMERIC } from "../ui/data-table";

const FORMATS = [
  ["csv", "CSV"],
  ["xlsx", "Excel"],
  ["json", "JSON"],
] as const;

const CELL = "narrow:block narrow:border-0 narrow:p-0";

const JAPANESE_NUMBER = new Intl.NumberFormat("ja-JP");

interface TableListProps {
  tables: readonly TableDescription[];
  totals: readonly number[];
  dataset: string | null;
  /** The municipality that links carry. */
  chosen: Pick<GoalFilter, "municipalities">;
}

/** Every table with its size and its files. `totals` are rows, by the tables' order. */
export function TableList({ tables, totals, dataset, chosen }: TableListProps) {
  return (
    <DataTable
      caption="表の一覧"
      stack="narrow"
      className="w-full print:text-xs"
      head={
        <>
          <th scope="col">表</th>
          <th scope="col">内容</th>
          <th scope="col" className={`${NUMERIC} pr-6`}>
            行
          </th>
          <th scope="col" className="print:hidden">
            ファイル
          </th>
        </>
      }
    >
      {tables.map((table, index) => (
        <tr key={table.name} role="row" className="narrow:block narrow:border-b narrow:border-rule-strong narrow:py-2.5">
          <th role="rowheader" scope="row" className={CELL}>
            <a className="block whitespace-nowrap" href={`#${tableAnchor(table)}`}>
              {table.label}
            </a>
            <span className="block font-mono whitespace-nowrap text-ink-soft">{table.name}</span>
          </th>
          <td role="cell" className={`${CELL} max-w-prose`}>
            {table.description}
          </td>
          <td role="cell" className={`${CELL} ${NUMERIC} pr-6 narrow:text-left`}>
            {JAPANESE_NUMBER.format(totals[index] ?? 0)}
            <span className="hidden narrow:inline">行</span>
          </td>
          <td role="cell" className={`${CELL} @min-[44rem]/page:whitespace-nowrap print:hidden`}>
            {FORMATS.map(([format, name]) => (
              <a
                key={format}
                className="mr-3.5 inline-block py-0.5"
                href={tableHref(table.name, format, dataset, chosen)}
                aria-label={`${table.label}の${name}`}
              >
                {name}
              </a>
            ))}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

/** Element id of a table's dictionary. */
export function tableAnchor({ name }: { name: string }): string {
  return `table-${name}`;
}
