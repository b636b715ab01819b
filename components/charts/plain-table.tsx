import type { ChartColumn, ChartValue } from "@/lib/charts/chart-table";
import { roundShare } from "@/lib/charts/percentage";
import type { DescribedChart } from "@/lib/charts/registry";
import { chartTexts } from "@/lib/texts/chart-texts";
import { DataTable, NUMERIC, ScrollRegion } from "../ui/data-table";

/** Rows that a page's table holds; the files have all. */
const MOST_ROWS = 1_500;

/** The table of a chart's facts as it stands in its files, without what another column says in words, and ids. */
export function PlainTable({
  facts: {
    table: { columns, rows },
    title,
    language,
  },
}: {
  facts: Pick<DescribedChart, "table" | "title" | "language">;
}) {
  const texts = chartTexts(language);
  const shown = columns.map((column, index) => ({ column, index })).filter(({ column }) => !column.hidden);
  const className = ({ type }: ChartColumn) => (type === "string" ? undefined : NUMERIC);
  return (
    <ScrollRegion label={texts.tableOf(title)}>
      <DataTable
        caption={title}
        head={shown.map(({ column }) => (
          <th key={column.name} scope="col" className={className(column)}>
            {column.label}
          </th>
        ))}
      >
        {rows.slice(0, MOST_ROWS).map((row, number) => (
          <tr key={number}>
            {shown.map(({ column, index }) => (
              <td key={column.name} className={className(column)}>
                {printValue(row[index] ?? null, column)}
              </td>
            ))}
          </tr>
        ))}
      </DataTable>
      {rows.length > MOST_ROWS && <p>{texts.moreInCsv(rows.length - MOST_ROWS)}</p>}
    </ScrollRegion>
  );
}

function printValue(value: ChartValue, column: ChartColumn): string {
  if (value === null) return "–";
  if (column.name === "share") return `${roundShare(Number(value))}%`;
  return column.type === "number" ? Number(value).toFixed(2) : String(value);
}
