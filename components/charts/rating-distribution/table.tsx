import { isMatrix } from "@/lib/charts/rating-distribution/matrix";
import type { DistributionRow, RatingDistribution } from "@/lib/charts/rating-distribution/model";
import { shortSegment } from "@/lib/charts/rating-distribution/sentence";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { ja } from "@/lib/texts/ja";
import { goalsHref } from "@/lib/urls";
import { DataTable, NUMERIC, ScrollRegion } from "../../ui/data-table";

/** The chart's numbers as a table; each figure leads to its goals. */
export function DistributionTable({ chart, title, dataset }: { chart: RatingDistribution; title: string; dataset: string | null }) {
  if (isMatrix(chart)) return <MatrixTable chart={chart} title={title} dataset={dataset} />;
  return (
    <ScrollRegion label={`${title}（表）`}>
      <DataTable
        caption={title}
        head={
          <>
            <th scope="col">{ja.grouping[chart.by]}</th>
            <th scope="col">{ja.controls.year}</th>
            {chart.categories.map((category) => (
              <th key={category.label} scope="col" className={NUMERIC}>
                {category.label}
              </th>
            ))}
            <th scope="col" className={NUMERIC}>
              計
            </th>
          </>
        }
      >
        {[...chart.groups, { name: "全体", rows: chart.totals }].map((group, index) =>
          group.rows.map((row, position) => (
            <tr key={`${index}-${row.fiscalYear}`} className={index === chart.groups.length ? "*:font-bold" : undefined}>
              {position === 0 && (
                <th scope="rowgroup" rowSpan={group.rows.length}>
                  {group.name ?? ja.none}
                </th>
              )}
              <th scope="row">{formatFiscalYear(row.fiscalYear)}</th>
              {chart.categories.map((category) => (
                <Cell key={category.label} chart={chart} row={row} label={category.label} dataset={dataset} />
              ))}
              <td className={NUMERIC}>{row.total === 0 ? "–" : <a href={goalsHref({ filter: row.filter, dataset })}>{row.total}</a>}</td>
            </tr>
          )),
        )}
      </DataTable>
    </ScrollRegion>
  );
}

/** Of very many rows: a row for each group, a column for each year, and in each cell what is counted. */
function MatrixTable({ chart, title, dataset }: { chart: RatingDistribution; title: string; dataset: string | null }) {
  return (
    <ScrollRegion label={`${title}（表）`}>
      <DataTable
        caption={title}
        head={
          <>
            <th scope="col">{ja.grouping[chart.by]}</th>
            {chart.fiscalYears.map((year) => (
              <th key={year} scope="col">
                {formatFiscalYear(year)}
              </th>
            ))}
          </>
        }
      >
        {[...chart.groups, { name: ja.all, rows: chart.totals }].map((group, index) => (
          <tr key={index} className={index === chart.groups.length ? "*:font-bold" : undefined}>
            <th scope="row" className="whitespace-nowrap">
              {group.name ?? ja.none}
            </th>
            {group.rows.map((row) => (
              <td key={row.fiscalYear}>{row.total === 0 ? "–" : <a href={goalsHref({ filter: row.filter, dataset })}>{row.segments.map(shortSegment).join("・")}</a>}</td>
            ))}
          </tr>
        ))}
      </DataTable>
    </ScrollRegion>
  );
}

function Cell({ chart, row, label, dataset }: { chart: RatingDistribution; row: DistributionRow; label: string; dataset: string | null }) {
  const segment = row.segments.find((each) => each.label === label);
  if (!segment) return <td className={`${NUMERIC} text-ink-soft`}>{row.total === 0 || row.rated === 0 ? "–" : "0"}</td>;
  const share = chart.measure === "share" && segment.share !== null ? `（${Math.round(100 * segment.share)}%）` : "";
  return (
    <td className={NUMERIC}>
      <a href={goalsHref({ filter: segment.filter, dataset })}>{segment.count}</a>
      {share}
    </td>
  );
}
