import type { GoalFilter } from "@/lib/domain/goal-filter";
import type { TableDescription } from "@/lib/files/table";
import { tableHref } from "@/lib/urls";

const FORMATS = [
  ["csv", "CSV"],
  ["xlsx", "Excel"],
  ["json", "JSON"],
] as const;

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
    <table className="data-table table-list">
      <caption className="sr-only">表の一覧</caption>
      <thead>
        <tr>
          <th scope="col">表</th>
          <th scope="col">内容</th>
          <th scope="col" className="numeric">
            行
          </th>
          <th scope="col">ファイル</th>
        </tr>
      </thead>
      <tbody>
        {tables.map((table, index) => (
          <tr key={table.name}>
            <th scope="row">
              <a href={`#${tableAnchor(table)}`}>{table.label}</a>
              <span className="hash soft">{table.name}</span>
            </th>
            <td className="what">{table.description}</td>
            <td className="numeric" data-label="行">
              {JAPANESE_NUMBER.format(totals[index] ?? 0)}
            </td>
            <td className="files">
              {FORMATS.map(([format, name]) => (
                <a key={format} href={tableHref(table.name, format, dataset, chosen)} aria-label={`${table.label}の${name}`}>
                  {name}
                </a>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Element id of a table's dictionary. */
export function tableAnchor({ name }: { name: string }): string {
  return `table-${name}`;
}
