import type { ReactNode } from "react";
import type { Attention, OutsideItem } from "@/lib/charts/attention/model";
import { describeFall, describeOutside, describePlace } from "@/lib/charts/attention/sentence";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { type GoalFilter, NONE } from "@/lib/domain/goal-filter";
import { PAGES } from "@/lib/parameters/pages";
import type { View } from "@/lib/parameters/view";
import { chartTexts } from "@/lib/texts/chart-texts";
import { ja } from "@/lib/texts/ja";
import { goalsHref } from "@/lib/urls";
import { RatingBadge } from "../../rating-badge";
import { Summary } from "../../ui/disclosure";
import { leadRow } from "../goal-lead";

/** As many goals as stand beside the chart without outgrowing it. */
const MOST_ITEMS = 8;
const MOST_FINDINGS = 5;
/** As many as a page can hold where the rest is opened. */
const MOST_TOLD = 200;

const ITEM = "grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 py-2.5 print:break-inside-avoid";

/** Goals that someone should look at, each with the reason, and the years that carry no ratings. */
export function AttentionFigure({ attention, view, source }: { attention: Attention; view: View; source: ReactNode }) {
  const { listed: items, outside, notRated } = attention;
  const texts = chartTexts(attention.language);
  const severalDepartments = new Set(items.map((item) => item.goal.department)).size > 1;
  return (
    <section aria-labelledby="attention-title">
      <h2 id="attention-title" className="mb-2 text-lg">
        {ja.field.findings}
      </h2>
      {items.length + outside.length + notRated.length === 0 && <p className="text-ink-soft">{texts.attention.nothing}</p>}
      <ul className="divide-y divide-rule">
        {items.slice(0, MOST_ITEMS).map(({ goal, rating, findings, fall }) => (
          <li key={goal.id} className={ITEM}>
            <RatingBadge rating={rating} />
            <div>
              <a href={leadRow(PAGES.overview, view, goal.id)}>{goal.title}</a>
              {fall && <p className="text-sm font-bold">{describeFall(fall, rating, texts)}</p>}
              <p className="text-sm text-ink-soft">{describePlace(goal, { severalDepartments, texts })}</p>
              {findings.slice(0, MOST_FINDINGS).map((finding, index) => (
                <p key={index} className="text-sm text-ink-soft">
                  {finding.reason}
                </p>
              ))}
              {findings.length > MOST_FINDINGS && <p className="text-sm text-ink-soft">ほか{findings.length - MOST_FINDINGS}件</p>}
            </div>
          </li>
        ))}
        {items.length > MOST_ITEMS && (
          <li className={ITEM}>
            <span />
            <details>
              <Summary>ほか{items.length - MOST_ITEMS}件</Summary>
              <ul>
                {items.slice(MOST_ITEMS, MOST_TOLD).map(({ goal }) => (
                  <li key={goal.id}>
                    <a href={leadRow(PAGES.overview, view, goal.id)}>{goal.title}</a>
                  </li>
                ))}
              </ul>
              {items.length > MOST_TOLD && <p>これより多いものは、CSVで見られます。</p>}
            </details>
          </li>
        )}
        {outside.map((item) => (
          <li key={`${item.fiscalYear} ${item.rating.rating} ${item.rating.label}`} className={ITEM}>
            <RatingBadge rating={item.rating} />
            <div>
              <a href={goalsHref({ ...view, filter: { ...view.filter, ...filterOutside(item) } })}>{describeOutside(item, texts).title}</a>
              <p className="text-sm text-ink-soft">{describeOutside(item, texts).titles}</p>
            </div>
          </li>
        ))}
        {notRated.map(({ fiscalYear, departments, goals, plansOnly }) => (
          <li key={fiscalYear} className={ITEM}>
            <RatingBadge rating={null} />
            <div>
              <a href={goalsHref({ ...view, filter: { ...view.filter, fiscalYears: [fiscalYear], ratings: [NONE] } })}>
                {formatFiscalYear(fiscalYear)} {departments.length === 1 ? departments[0] : `${departments.length}部`}の{goals}件
              </a>
              <p className="text-sm text-ink-soft">{plansOnly ? "年度当初の計画のため、達成度は掲載されていません。" : "資料に達成度の記載がありません。"}</p>
            </div>
          </li>
        ))}
      </ul>
      <p className="mt-1 text-sm text-ink-soft">{source}</p>
    </section>
  );
}

/** With the departments, as others may have older plans of that year, or mean something else by the letter. */
function filterOutside({ fiscalYear, rating, goals }: OutsideItem): GoalFilter {
  return { fiscalYears: [fiscalYear], departments: [...new Set(goals.map((goal) => goal.departmentId))], ratings: [rating.rating] };
}
