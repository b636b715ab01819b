import { listAttention } from "@/lib/charts/attention/model";
import { describeFall, describeOutside } from "@/lib/charts/attention/sentence";
import { sumUpCarriedOn } from "@/lib/charts/carried-on/model";
import { listFateCounts, readDoubt } from "@/lib/charts/carried-on/sentence";
import { groupBy } from "@/lib/charts/group-by";
import { NARROW, WIDE } from "@/lib/charts/rating-distribution/layout";
import { isMatrix } from "@/lib/charts/rating-distribution/matrix";
import { CHARTS, describeChart } from "@/lib/charts/registry";
import { nameMissingYears } from "@/lib/charts/year-gap";
import { type ContinuationHistory, type ContinuationLink, selectHistory } from "@/lib/domain/continuation-history";
import { isStanding } from "@/lib/domain/continuing";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { goalRating } from "@/lib/domain/goal-filter";
import type { GoalRow, PlanRow } from "@/lib/domain/rows";
import type { View } from "@/lib/parameters/view";
import { chartTexts } from "@/lib/texts/chart-texts";
import { continuationJa } from "@/lib/texts/continuation-ja";
import { goalJa } from "@/lib/texts/goal-ja";
import { ja } from "@/lib/texts/ja";
import { goalHref, goalsHref } from "@/lib/urls";
import { LEGEND } from "./charts/figure-legend";
import { HeadlineFigure } from "./charts/headline/figure";
import { LegendList } from "./charts/legend-list";
import { listDistributionLegend } from "./charts/rating-distribution/legend";
import { StaticDistribution } from "./charts/rating-distribution/marks";
import { RatingBadge } from "./rating-badge";
import { DataTable } from "./ui/data-table";

/** As many goals, rows of squares and findings as an A4 page has room for beside the rest; of more goals none is listed but those to look at. */
const MOST_GOALS = 14;
const MOST_ROWS = 16;
const MOST_ATTENTION = 5;
const MOST_ATTENTION_OF_MANY = 6;

const ROW = "narrow:flex narrow:flex-wrap narrow:gap-x-3 narrow:border-b narrow:border-rule narrow:py-2";
const CELL = "narrow:border-0 narrow:py-0.5";

interface BriefingSheetProps {
  fiscalYear: number;
  plans: readonly PlanRow[];
  goals: readonly GoalRow[];
  history: ContinuationHistory;
  /** Named where there are several. */
  municipality?: string | null;
  /** What the page's address asks for. */
  view: View;
}

/** One A4 page for the mayor's office: headline, distribution, what was carried on, what needs attention, a line a goal. */
export function BriefingSheet({ fiscalYear, plans, goals, history: whole, municipality = null, view }: BriefingSheetProps) {
  const { dataset } = view;
  const { fiscalYears: _, ...withoutYears } = view.filter;
  const { departments } = view.filter;
  const history = selectHistory(whole, { departments });
  const years = [history.comparisons.find((each) => each.to === fiscalYear)?.from, fiscalYear];
  const shownPlans = plans.filter((plan) => years.includes(plan.fiscalYear));
  const shownGoals = goals.filter((goal) => years.includes(goal.fiscalYear));
  const own = shownGoals.filter((goal) => goal.fiscalYear === fiscalYear);
  const many = own.length > MOST_GOALS;
  const rows = { plans: shownPlans, goals: shownGoals, history };
  // Of many the years before stand in the same row, which takes less room than two rows of squares.
  const charted = many
    ? { plans: plans.filter((plan) => plan.fiscalYear <= fiscalYear), goals: goals.filter((goal) => goal.fiscalYear <= fiscalYear), history }
    : rows;
  const texts = chartTexts("ja");
  const subject = { filter: withoutYears, of: "goals", measure: "count", by: null, carried: view.carried, language: "ja" } as const;
  const byGroup = describeChart(CHARTS["rating-distribution"], charted, subject);
  const fits = isMatrix(byGroup.model) || byGroup.model.groups.length * byGroup.model.fiscalYears.length <= MOST_ROWS;
  const distribution = fits ? byGroup : describeChart(CHARTS["rating-by-year"], charted, { ...subject, by: "year" });
  const headline = describeChart(CHARTS.headline, rows, subject);
  const { listed: attention, outside, low } = listAttention(shownPlans, shownGoals, history);
  const mostAttention = many ? MOST_ATTENTION_OF_MANY : MOST_ATTENTION;
  // What went to another department goes on, and what came from one is not new.
  const comparison = whole.comparisons.find((each) => each.to === fiscalYear);
  const predecessors = (goal: GoalRow) =>
    (comparison?.links ?? []).filter((link) => link.level === "goal" && isStanding(link) && link.successorKey === goal.id);
  const carriedOn = comparison ? sumUpCarriedOn(whole, { from: comparison.from, to: fiscalYear, level: "goal", chosen: { departments } }) : null;
  const ended = carriedOn?.rows.flatMap((row) => (row.fate === "ended" ? row.before : [])) ?? [];
  return (
    <div className="space-y-4.5 @min-[90rem]/page:grid @min-[90rem]/page:grid-cols-2 @min-[90rem]/page:gap-x-16 @min-[90rem]/page:*:first:col-span-full print:space-y-2">
      <HeadlineFigure
        model={headline.model}
        dataset={dataset}
        municipality={municipality}
        quoted={{ ...view, filter: { ...view.filter, fiscalYears: [fiscalYear] } }}
      />
      <section aria-labelledby="briefing-chart">
        <h2 id="briefing-chart">{distribution.title}</h2>
        {[WIDE, NARROW].map((width) => (
          <div
            key={width}
            data-drawing={width === WIDE ? "wide" : "narrow"}
            className={width === WIDE ? "hidden @min-[40rem]/page:block print:*:w-[34rem]!" : "@min-[40rem]/page:hidden"}
          >
            <StaticDistribution chart={distribution.model} width={width} id={`briefing-${width}`} title={distribution.title} dataset={dataset} />
          </div>
        ))}
        <LegendList className={`${LEGEND} print:my-1`} entries={listDistributionLegend({ ...distribution.model, categories: [] }, "briefing-legend")} />
        <p className="text-sm text-ink-soft">
          {!many && distribution.reading}
          {nameMissingYears(distribution.model.missingYears, texts)}
        </p>
      </section>
      <section aria-labelledby="briefing-goals">
        <h2 id="briefing-goals">重点目標</h2>
        {many ? (
          <p className="print:hidden">
            <a href={goalsHref({ ...view, filter: { ...view.filter, fiscalYears: [fiscalYear] } })}>{own.length}件の一覧</a>
          </p>
        ) : (
          <DataTable
            caption={`${formatFiscalYear(fiscalYear)}の重点目標`}
            stack="narrow"
            className="w-full"
            head={
              <>
                <th scope="col">{ja.field.overallRating}</th>
                <th scope="col">{ja.field.goalTitle}</th>
                <th scope="col">{ja.field.responsibleUnit}</th>
                {comparison && <th scope="col">{formatFiscalYear(comparison.from)}から</th>}
              </>
            }
          >
            {own.map((goal) => (
              <tr key={goal.id} role="row" className={ROW}>
                <td role="cell" className={CELL}>
                  <RatingBadge rating={goalRating(goal)} labelled />
                </td>
                <th role="rowheader" scope="row" className={`${CELL} narrow:w-full`}>
                  <a href={goalHref(goal.id, dataset)}>{goal.title}</a>
                </th>
                <td role="cell" className={`${CELL} whitespace-nowrap`}>
                  {goal.responsibleUnits.join("、") || ja.none}
                </td>
                {comparison && (
                  <td role="cell" className={`${CELL} whitespace-nowrap`}>
                    {describeOrigin(goal, predecessors(goal), { history: whole, from: comparison.from })}
                  </td>
                )}
              </tr>
            ))}
          </DataTable>
        )}
        {carriedOn && (
          <p>
            {listFateCounts(carriedOn).map(({ fate, whole, count, label }) => `${whole ?? "、"}${label} ${count}件${fate === "continuing" ? "" : "。"}`)}
            {readDoubt(carriedOn, texts)}
          </p>
        )}
        {ended.length > 0 && (
          <p className="print:text-sm">
            {continuationJa.carriedOn.ended}（{ended.length}件）：
            {ended
              .slice(0, 4)
              .map((item) => item.text)
              .join("、")}
            {ended.length > 4 && ` ほか${ended.length - 4}件`}
          </p>
        )}
      </section>
      <section aria-labelledby="briefing-attention">
        <h2 id="briefing-attention">{ja.field.findings}</h2>
        {attention.length === 0 && <p className="print:text-sm">{low}の達成度や、食い違いはありません。</p>}
        <ul className="print:text-sm">
          {attention.slice(0, mostAttention).map(({ goal, rating, findings, fall }) => (
            <li key={goal.id}>
              <RatingBadge rating={rating} /> {goal.title}
              {many && `（${goal.department}）`}
              {fall && `：${describeFall(fall, rating, texts)}`}
              {findings.length > 0 && `：${findings.map((finding) => finding.reason).join("")}`}
            </li>
          ))}
          {attention.length > mostAttention && <li>ほか{attention.length - mostAttention}件</li>}
          {outside.map((item) => (
            <li key={`${item.rating.rating} ${item.rating.label}`}>
              <RatingBadge rating={item.rating} /> {describeOutside(item, texts).title}：{describeOutside(item, texts).titles}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** 「重点目標5・6を統合（候補）」, 「重点目標1を継続」 where a planner said so, 「福祉部の重点目標2を継続」, or that there is none. */
function describeOrigin(
  { departmentId }: GoalRow,
  links: readonly ContinuationLink[],
  { history, from }: { history: ContinuationHistory; from: number },
): string {
  if (links.length === 0) return continuationJa.carriedOn.new(formatFiscalYear(from));
  const items = links.flatMap(({ predecessorKey }) => history.items.find((item) => item.key === predecessorKey) ?? []);
  const names = [...groupBy(items, (item) => (item.departmentId === departmentId ? null : item.department))].map(([department, own]) =>
    goalJa.goalsOf(
      own.map(({ goalNumber }) => goalNumber),
      department,
    ),
  );
  const kind = links.length > 1 ? continuationJa.kind.merged : continuationJa.kind.continued;
  const doubt = links.some(({ status }) => status === "proposed") ? `（${continuationJa.carriedOn.candidate}）` : "";
  return `${names.join("と")}を${kind}${doubt}`;
}
