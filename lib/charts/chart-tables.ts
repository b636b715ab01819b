import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { nameRating } from "@/lib/domain/rating/name";
import type { RatingValue } from "@/lib/domain/rating/value";
import type { GoalRow } from "@/lib/domain/rows";
import { continuationJa } from "@/lib/texts/continuation-ja";
import { ja } from "@/lib/texts/ja";
import type { Attention } from "./attention";
import { tabulate, type ChartColumn, type ChartTable, type ColumnOf } from "./chart-table";
import type { ContinuationRibbon, RibbonNode } from "./continuation-ribbon";
import type { RibbonRow } from "./continuation-ribbon-row";
import type { DistributionRow, RatingDistribution, Segment } from "./rating-distribution";

const COUNT = { type: "integer", unit: "件" } as const;
const year = (name: string, label: string): ChartColumn => ({ name, label, description: `${label}（西暦）。4月に始まる`, type: "integer", unit: "年度（西暦）", hidden: true });
const yearJa = (name: string, label: string): ChartColumn => ({ name, label, description: `${label}（和暦）`, type: "string" });

interface Count {
  group: string | null;
  row: DistributionRow;
  segment: Segment | null;
}

/** Counts by group, year and rating: one row each; a group and year with nothing is one row that counts 0. */
export function tabulateRatings(chart: RatingDistribution): ChartTable {
  const unit = ja.unit[chart.unit];
  const grouping: ColumnOf<Count> = { name: "group", label: ja.grouping[chart.by], description: `${ja.grouping[chart.by]}の名前。空欄は資料に記載がないもの`, type: "string", read: ({ group }) => group };
  const columns: ColumnOf<Count>[] = [
    ...(chart.by === "year" ? [] : [grouping]),
    { ...year("fiscal_year", "年度"), read: ({ row }) => row.fiscalYear },
    { ...yearJa("fiscal_year_ja", "年度"), read: ({ row }) => formatFiscalYear(row.fiscalYear) },
    { name: "rating", label: "記号", description: "達成度の記号。空欄は評価未掲載か、数えるものがない行", type: "string", hidden: true, read: ({ segment }) => segment?.rating ?? null },
    { name: "rating_label", label: "達成度", description: "達成度の記号と意味", type: "string", read: ({ segment }) => segment?.label ?? `${unit}なし` },
    { name: "count", label: "件数", description: `その達成度の${unit}の数`, ...COUNT, read: ({ segment }) => segment?.count ?? 0 },
    { name: "share", label: "割合", description: "評価のある件数（rated）に対する割合。空欄は評価未掲載", type: "number", unit: "割合（0–1）", read: ({ segment }) => (segment?.share == null ? null : Math.round(segment.share * 10000) / 10000) },
    { name: "rated", label: "評価のある件数", description: `評価のある${unit}の数`, ...COUNT, hidden: true, read: ({ row }) => row.rated },
    { name: "total", label: "計", description: `${unit}の数`, ...COUNT, read: ({ row }) => row.total },
  ];
  const counts = chart.groups.flatMap(({ name, rows }) =>
    rows.flatMap((row): Count[] => (row.segments.length === 0 ? [{ group: name, row, segment: null }] : row.segments.map((segment) => ({ group: name, row, segment })))),
  );
  return tabulate(columns, counts);
}

/** The links of the ribbon, then what ended or is new: as the page's table, one row each. */
export function tabulateRibbon(ribbon: ContinuationRibbon): ChartTable {
  const items = continuationJa.level[ribbon.level];
  const side = (name: "before" | "after", label: string): ColumnOf<RibbonRow>[] => {
    const of = (row: RibbonRow): RibbonNode | null => row[name];
    return [
      { ...year(`${name}_fiscal_year`, `${label}の年度`), read: (row) => of(row)?.item.fiscalYear ?? null },
      { ...yearJa(`${name}_fiscal_year_ja`, `${label}の年度`), read: (row) => (of(row) ? formatFiscalYear(of(row)!.item.fiscalYear) : null) },
      { name: `${name}_id`, label: `${label}の識別子`, description: `${label}の${items}の識別子`, type: "string", hidden: true, read: (row) => of(row)?.key ?? null },
      { name: `${name}_title`, label: `${label}の${items}`, description: `${label}の${items}の題名か文`, type: "string", read: (row) => of(row)?.item.text ?? null },
    ];
  };
  const link = (row: RibbonRow) => (row.what === "link" ? row.link : null);
  return tabulate<RibbonRow>(
    [
      ...side("before", "前"),
      { name: "relation", label: continuationJa.table.kind, description: "継続・統合・分割・関連、または終わる・新しい", type: "string", read: (row) => (row.what === "link" ? continuationJa.kind[row.link.kind] : continuationJa.fate[row.what]) },
      ...side("after", "後"),
      { name: "score", label: continuationJa.table.score, description: "つながりの確からしさ。空欄はつながりのない行", type: "number", unit: "0–1", read: (row) => link(row)?.score ?? null },
      { name: "status", label: continuationJa.table.status, description: "提案（自動判定）・確認済み・追加・却下。空欄はつながりのない行", type: "string", read: (row) => (link(row) ? continuationJa.status[link(row)!.status] : null) },
    ],
    ribbon.rows,
  );
}

interface Reason {
  fiscalYear: number;
  goal: GoalRow | null;
  rating: RatingValue | null;
  rule: string;
  reason: string;
  count: number;
}

/** Why each goal needs attention, one row a reason; then how many goals of a year are not rated. */
export function tabulateAttention({ items, notRated, low }: Attention): ChartTable {
  const reasons = items.flatMap(({ goal, rating, lowRating, outside, findings }): Reason[] => {
    const of = { fiscalYear: goal.fiscalYear, goal, rating, count: 1 };
    const isLow = lowRating ? [{ ...of, rule: "low-rating", reason: `達成度が${low}です。` }] : [];
    const isOutside = outside ? [{ ...of, rule: "outside-order", reason: `達成度は${nameRating(rating)}で、順序の外です。` }] : [];
    return [...isLow, ...isOutside, ...findings.map(({ rule, reason }) => ({ ...of, rule, reason }))];
  });
  const missing = notRated.map(({ fiscalYear, goals }): Reason => ({ fiscalYear, goal: null, rating: null, rule: "not-rated", reason: `${ja.notRated}です。`, count: goals }));
  return tabulate<Reason>(
    [
      { ...year("fiscal_year", "年度"), read: ({ fiscalYear }) => fiscalYear },
      { ...yearJa("fiscal_year_ja", "年度"), read: ({ fiscalYear }) => formatFiscalYear(fiscalYear) },
      { name: "goal_id", label: "識別子", description: "重点目標の識別子。空欄は年度のまとめ", type: "string", hidden: true, read: ({ goal }) => goal?.id ?? null },
      { name: "title", label: ja.field.goalTitle, description: "重点目標の題名。空欄は年度のまとめ", type: "string", read: ({ goal }) => goal?.title ?? null },
      { name: "policy_area", label: ja.field.policyArea, description: "分野", type: "string", read: ({ goal }) => goal?.policyArea ?? null },
      { name: "rating", label: "達成度", description: "重点目標の達成度。空欄は評価未掲載", type: "string", read: ({ rating }) => rating?.rating ?? null },
      { name: "rule", label: "種類", description: "low-rating（達成度が区分の下半分）、outside-order（達成度が順序の外）、not-rated（評価未掲載）、または食い違いの種類", type: "string", hidden: true, read: ({ rule }) => rule },
      { name: "reason", label: "理由", description: "確認したい理由", type: "string", read: ({ reason }) => reason },
      { name: "count", label: "件数", description: "重点目標の数", ...COUNT, read: ({ count }) => count },
    ],
    [...reasons, ...missing],
  );
}
