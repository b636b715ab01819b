import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { RatingValue } from "@/lib/domain/rating/value";
import { chartTexts } from "@/lib/texts/chart-texts";
import { type ChartTable, tabulate } from "../chart-table";
import { textColumn, year, yearJa } from "../table-columns";
import type { GoalChart, GoalPart } from "./model";

interface Row {
  part: "goal" | "kin" | GoalPart["part"];
  fiscalYear: number;
  goalId: string;
  item: string;
  text: string;
  rating: RatingValue | null;
  unit: string | null;
  relation: string | null;
}

/** Labels and descriptions of the columns of its files, in Japanese. */
const COLUMNS = {
  part: ["種類", "goal（この重点目標）、kin（前後の年度の重点目標）、target（達成目標）、initiative（具体的取組）"],
  item: ["項目", "何の行か"],
  goal: ["識別子", "重点目標の識別子"],
  text: ["本文", "重点目標の題名、達成目標・具体的取組の本文"],
  rating: ["達成度", "資料の達成度。空欄は評価未掲載か、資料に欄がないもの"],
  label: ["達成度の意味", "資料の達成度の区分による意味"],
  unit: ["所管室・課", "具体的取組の所管室・課"],
  relation: ["つながり", "前後の年度の重点目標とのつながり。職員未確認のものは候補"],
} as const;

/** The goal, the goals of other years on its way, its targets and its initiatives, a row each with its whole text. */
export function tabulateGoal({ goal, rating, kin, targets, initiatives, language }: GoalChart): ChartTable {
  const texts = chartTexts(language);
  const told = texts.goal;
  const own = { fiscalYear: goal.fiscalYear, goalId: goal.id, unit: null, relation: null };
  const rows: Row[] = [
    { ...own, part: "goal", item: told.numbered(goal.number), text: goal.title, rating },
    ...kin.map(
      ({ item, link }): Row => ({
        ...{ part: "kin", fiscalYear: item.fiscalYear, goalId: item.goalId, unit: null, relation: link && told.link(link) },
        ...{ item: told.numbered(item.goalNumber), text: item.text, rating: item.rating },
      }),
    ),
    ...[...targets, ...initiatives].map(
      (each): Row => ({ ...own, part: each.part, item: `${told.part[each.part]}${each.position}`, text: each.text, rating: each.rating, unit: each.unit }),
    ),
  ];
  return tabulate<Row>(
    [
      { ...textColumn("part", COLUMNS.part), hidden: true, read: ({ part }) => part },
      { ...year("fiscal_year", "年度"), read: ({ fiscalYear }) => fiscalYear },
      { ...yearJa("fiscal_year_ja", "年度"), read: ({ fiscalYear }) => formatFiscalYear(fiscalYear) },
      { ...textColumn("goal_id", COLUMNS.goal), hidden: true, read: ({ goalId }) => goalId },
      { ...textColumn("item", COLUMNS.item), read: ({ item }) => item },
      { ...textColumn("text", COLUMNS.text), read: ({ text }) => text },
      { ...textColumn("rating", COLUMNS.rating), read: (row) => row.rating?.rating ?? null },
      { ...textColumn("rating_label", COLUMNS.label), hidden: true, read: (row) => (row.rating?.label ? texts.meaning(row.rating.label) : null) },
      { ...textColumn("responsible_unit", COLUMNS.unit), hidden: true, read: ({ unit }) => unit },
      { ...textColumn("relation", COLUMNS.relation), hidden: true, read: ({ relation }) => relation },
    ],
    rows,
  );
}
