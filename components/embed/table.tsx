import type { ChartColumn, ChartTable, ChartValue } from "@/lib/charts/chart-table";

/** Rows that a picture's table holds; the files have all. */
const MOST_ROWS = 1_500;

/** A chart's table to be read; what another column says in words, and ids, are left to the files. */
export function ChartTableView({ table: { columns, rows }, caption }: { table: ChartTable; caption: string }) {
  const shown = columns.map((column, index) => ({ column, index })).filter(({ column }) => !column.hidden);
  return (
    <div className="scroll" role="region" aria-label={`${caption}（表）`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {shown.map(({ column }) => (
              <th key={column.name} scope="col" className={column.type === "string" ? undefined : "n"}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row, number) => (
            <tr key={number}>
              {shown.map(({ column, index }) => (
                <td key={column.name} className={column.type === "string" ? undefined : "n"}>
                  {printValue(row[index] ?? null, column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS && <p>ほか{rows.length - MOST_ROWS}件はCSVにあります。</p>}
    </div>
  );
}

function printValue(value: ChartValue, column: ChartColumn): string {
  if (value === null) return "–";
  if (column.name === "share") return `${Math.round(100 * Number(value))}%`;
  return column.type === "number" ? Number(value).toFixed(2) : String(value);
}
