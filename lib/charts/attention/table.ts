import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { RatingValue } from "@/lib/domain/rating/value";
import type { GoalRow } from "@/lib/domain/rows";
import { chartTexts } from "@/lib/texts/chart-texts";
import { ja } from "@/lib/texts/ja";
import { type ChartTable, tabulate } from "../chart-table";
import { listFocusColumns } from "../focus";
import { COUNT, year, yearJa } from "../table-columns";
import type { Attention } from "./model";
import { describeFall } from "./sentence";

interface Reason {
  fiscalYear: number;
  goal: GoalRow | null;
  rating: RatingValue | null;
  rule: string;
  reason: string;
  count: number;
}

/** Why each goal needs attention, one row a reason; then how many goals of a year are not rated. */
export function tabulateAttention({ items, notRated, low, focus, language }: Attention): ChartTable {
  const texts = chartTexts(language);
  const told = texts.attention;
  const reasons = items.flatMap(({ goal, rating, lowRating, outside, findings, fall }): Reason[] => {
    const of = { fiscalYear: goal.fiscalYear, goal, rating, count: 1 };
    const isLow = lowRating ? [{ ...of, rule: "low-rating", reason: told.isLow(low) }] : [];
    const isOutside = outside ? [{ ...of, rule: "outside-order", reason: told.isOutside(texts.rating(rating)) }] : [];
    const isFallen = fall ? [{ ...of, rule: "fallen-rating", reason: texts.sentence(describeFall(fall, rating, texts)) }] : [];
    return [...isFallen, ...isLow, ...isOutside, ...findings.map((finding) => ({ ...of, rule: finding.rule, reason: told.finding(finding) }))];
  });
  const missing = notRated.map(
    ({ fiscalYear, goals }): Reason => ({ fiscalYear, goal: null, rating: null, rule: "not-rated", reason: told.isNotRated, count: goals }),
  );
  return tabulate<Reason>(
    [
      { ...year("fiscal_year", "年度"), read: ({ fiscalYear }) => fiscalYear },
      { ...yearJa("fiscal_year_ja", "年度"), read: ({ fiscalYear }) => formatFiscalYear(fiscalYear) },
      {
        name: "goal_id",
        label: "識別子",
        description: "重点目標の識別子。空欄は年度のまとめ",
        type: "string",
        hidden: true,
        read: ({ goal }) => goal?.id ?? null,
      },
      { name: "title", label: ja.field.goalTitle, description: "重点目標の題名。空欄は年度のまとめ", type: "string", read: ({ goal }) => goal?.title ?? null },
      { name: "policy_area", label: ja.field.policyArea, description: "分野", type: "string", read: ({ goal }) => goal?.policyArea ?? null },
      { name: "rating", label: "達成度", description: "重点目標の達成度。空欄は評価未掲載", type: "string", read: ({ rating }) => rating?.rating ?? null },
      {
        name: "rule",
        label: "種類",
        description:
          "fallen-rating（続く目標の達成度が下がった）、low-rating（達成度が区分の下半分）、outside-order（達成度が順序の外）、not-rated（評価未掲載）、または食い違いの種類",
        type: "string",
        hidden: true,
        read: ({ rule }) => rule,
      },
      { name: "reason", label: "理由", description: "確認したい理由", type: "string", read: ({ reason }) => reason },
      { name: "count", label: "件数", description: "重点目標の数", ...COUNT, read: ({ count }) => count },
      ...listFocusColumns<Reason>(focus, ({ goal }) => goal?.id === focus?.asked),
    ],
    [...reasons, ...missing],
  );
}
