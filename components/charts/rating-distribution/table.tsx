import type { ReactNode } from "react";
import { roundShare } from "@/lib/charts/percentage";
import { countCarried, nameCarried } from "@/lib/charts/rating-distribution/carried-sentence";
import { countFocused } from "@/lib/charts/rating-distribution/focus-sentence";
import { filterOfGroup, isMatrix } from "@/lib/charts/rating-distribution/matrix";
import type { DistributionGroup, DistributionRow, RatingDistribution } from "@/lib/charts/rating-distribution/model";
import { listShort } from "@/lib/charts/rating-distribution/sentence";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { chartTexts } from "@/lib/texts/chart-texts";
import { carriedOnHref, goalsHref } from "@/lib/urls";
import { DataTable, NUMERIC, ScrollRegion } from "../../ui/data-table";

interface DistributionTableProps {
  chart: RatingDistribution;
  title: string;
  dataset: string | null;
}

/** The chart's numbers as a table, of very many with the years beside each other; each figure leads to its goals. */
export function DistributionTable({ chart, title, dataset }: DistributionTableProps) {
  const matrix = isMatrix(chart);
  const texts = chartTexts(chart.language);
  // By year alone each group would be the total again.
  const byYear = chart.by === "year";
  const groups: readonly DistributionGroup[] = byYear ? [{ name: null, rows: chart.totals }] : [...chart.groups, { name: texts.all, rows: chart.totals }];
  const withInitiatives = matrix && groups.some(({ initiatives }) => initiatives);
  return (
    <ScrollRegion label={texts.tableOf(title)}>
      <DataTable
        caption={matrix && chart.carried ? texts.distribution.carried.caption(title, nameCarried(chart.carried, chart.unit, texts)) : title}
        head={
          <>
            {!byYear && <th scope="col">{texts.grouping[chart.by]}</th>}
            {matrix ? <YearHeads years={chart.fiscalYears} texts={texts} /> : <RatingHeads chart={chart} />}
            {withInitiatives && <th scope="col">{texts.distribution.initiativesHead}</th>}
          </>
        }
      >
        {groups.map((group, index) => {
          const className = !byYear && index === chart.groups.length ? "*:font-bold" : undefined;
          return matrix ? (
            <YearCells
              key={index}
              group={group}
              carried={chart.carried}
              texts={texts}
              withInitiatives={withInitiatives}
              className={className}
              dataset={dataset}
            />
          ) : (
            <RatingRows key={index} chart={chart} group={group} className={className} dataset={dataset} />
          );
        })}
      </DataTable>
    </ScrollRegion>
  );
}

function YearHeads({ years, texts }: { years: readonly number[]; texts: ChartTexts }) {
  return years.map((year) => (
    <th key={year} scope="col">
      {texts.year(year)}
    </th>
  ));
}

function RatingHeads({ chart }: { chart: RatingDistribution }) {
  const texts = chartTexts(chart.language);
  return (
    <>
      <th scope="col">{texts.fiscalYear}</th>
      {chart.categories.map((category) => (
        <th key={category.label} scope="col" className={NUMERIC}>
          {category.label}
        </th>
      ))}
      <th scope="col" className={NUMERIC}>
        {texts.total}
      </th>
      {chart.carried && (
        <th scope="col" className={NUMERIC}>
          {nameCarried(chart.carried, chart.unit, texts)}
        </th>
      )}
    </>
  );
}

interface GroupProps {
  group: DistributionGroup;
  className: string | undefined;
  dataset: string | null;
}

/** A group's years in a row, in each what is counted. */
function YearCells({
  group: { name, rows, initiatives },
  carried,
  texts,
  withInitiatives,
  className,
  dataset,
}: GroupProps & Pick<RatingDistribution, "carried"> & { texts: ChartTexts; withInitiatives: boolean }) {
  return (
    <tr className={className}>
      <th scope="row" className="whitespace-nowrap">
        {name ?? texts.none}
      </th>
      {rows.map((row) => (
        <td key={row.fiscalYear}>
          {row.total === 0 ? "–" : <a href={goalsHref({ filter: row.filter, dataset })}>{listShort(row, texts)}</a>}
          {tellFocused(countFocused(row), texts)}
          {carried && countCarried(row) > 0 && texts.distribution.carried.inTable(countCarried(row))}
        </td>
      ))}
      {withInitiatives && (
        <td>
          {carried && initiatives ? (
            <a href={carriedOnHref({ from: carried.from, to: carried.to, level: "initiative", fate: "continuing", filter: filterOfGroup({ rows }), dataset })}>
              {`${initiatives.continuing} / ${texts.count(initiatives.before)}`}
            </a>
          ) : (
            "–"
          )}
        </td>
      )}
    </tr>
  );
}

/** 「（濃く表示1件）」 */
function tellFocused(count: number, texts: ChartTexts): ReactNode {
  return count > 0 && <strong>{texts.focus.inTable(count)}</strong>;
}

/** A row for each of a group's years, in it a cell for each rating. */
function RatingRows({ chart, group: { name, rows }, className, dataset }: GroupProps & { chart: RatingDistribution }) {
  const texts = chartTexts(chart.language);
  return rows.map((row, position) => (
    <tr key={row.fiscalYear} className={className}>
      {position === 0 && chart.by !== "year" && (
        <th scope="rowgroup" rowSpan={rows.length}>
          {name ?? texts.none}
        </th>
      )}
      <th scope="row">{texts.year(row.fiscalYear)}</th>
      {chart.categories.map((category) => (
        <Cell key={category.label} chart={chart} row={row} label={category.label} dataset={dataset} />
      ))}
      <td className={NUMERIC}>{row.total === 0 ? "–" : <a href={goalsHref({ filter: row.filter, dataset })}>{row.total}</a>}</td>
      {chart.carried && <td className={NUMERIC}>{row.total === 0 || row.fiscalYear < chart.carried.from ? "–" : countCarried(row)}</td>}
    </tr>
  ));
}

function Cell({ chart, row, label, dataset }: { chart: RatingDistribution; row: DistributionRow; label: string; dataset: string | null }) {
  const segment = row.segments.find((each) => each.label === label);
  if (!segment) return <td className={`${NUMERIC} text-ink-soft`}>{row.total === 0 || row.rated === 0 ? "–" : "0"}</td>;
  const share = chart.measure === "share" && segment.share !== null ? chartTexts(chart.language).within("", `${roundShare(segment.share)}%`) : "";
  return (
    <td className={NUMERIC}>
      <a href={goalsHref({ filter: segment.filter, dataset })}>{segment.count}</a>
      {share}
      {tellFocused(segment.focused ?? 0, chartTexts(chart.language))}
    </td>
  );
}
