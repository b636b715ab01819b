import type { Attention } from "@/lib/charts/attention";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { NONE } from "@/lib/domain/goal-filter";
import { ja } from "@/lib/texts/ja";
import { goalHref, goalsHref } from "@/lib/urls";
import { RatingBadge } from "./rating-badge";

/** Goals that someone should look at, each with the reason, and the years that carry no ratings. */
export function AttentionList({ attention, dataset }: { attention: Attention; dataset: string | null }) {
  const { items, notRated } = attention;
  return (
    <section aria-labelledby="attention-title">
      <h2 id="attention-title" className="figure-title">
        {ja.field.findings}
      </h2>
      {items.length === 0 && notRated.length === 0 && <p className="soft">特にありません。</p>}
      <ul className="attention">
        {items.map(({ goal, rating, findings }) => (
          <li key={goal.id}>
            <RatingBadge rating={rating} />
            <div>
              <a href={goalHref(goal.id, dataset)}>{goal.title}</a>
              <p className="soft small">
                {formatFiscalYear(goal.fiscalYear)} {goal.policyArea ?? ja.none}・{goal.responsibleUnits.join("、") || ja.none}
              </p>
              {findings.map((finding, index) => (
                <p key={index} className="small">
                  {finding.reason}
                </p>
              ))}
            </div>
          </li>
        ))}
        {notRated.map(({ plan, goals }) => (
          <li key={plan.id}>
            <RatingBadge rating={null} />
            <div>
              <a href={goalsHref({ filter: { fiscalYears: [plan.fiscalYear], departments: [plan.departmentId], ratings: [NONE] }, dataset })}>
                {formatFiscalYear(plan.fiscalYear)} {plan.department}の{goals}件
              </a>
              <p className="soft small">
                {plan.stage === "plan" ? "計画の段階の資料で、達成度はまだ載っていません。" : "資料に達成度の記載がありません。"}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
