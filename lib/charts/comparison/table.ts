import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { type ChartTable, tabulate } from "../chart-table";
import { textColumn, year, yearJa } from "../table-columns";
import type { GoalComparison } from "./model";
import type { ComparedField } from "./rows";

interface Row {
  field: ComparedField;
  item: string;
  side: "before" | "after";
  fiscalYear: number;
  goalId: string | null;
  label: string | null;
  text: string | null;
  share: number | null;
}

/** Labels and descriptions of the columns of its files, in Japanese. */
const COLUMNS = {
  field: [
    "種類",
    "title（題名）、target（達成目標）、achievement（達成状況）、considered（旧の今後検討すべきことと新の達成目標）、initiative（具体的取組）、result（取組実績）、assessment（総合評価）",
  ],
  item: ["項目", "何を並べているか"],
  side: ["新旧", "before（旧い年度）、after（新しい年度）"],
  goal: ["識別子", "本文がある重点目標の識別子"],
  label: ["対象", "片方の年度に本文がいくつもあるとき、どの重点目標・達成目標・取組の本文か"],
  text: ["本文", "資料の本文。空欄は記載なし"],
} as const;

/** Each text of each side, a row each, whole, with how much of the two sides is the same. */
export function tabulateComparison({ successor, predecessors, drawn, rest }: GoalComparison): ChartTable {
  const years = { before: predecessors[0]!.fiscalYear, after: successor.fiscalYear };
  const rows = [...drawn, ...rest].flatMap(({ whole, comparison }) =>
    (["before", "after"] as const).flatMap((side) =>
      whole[side].map(
        ({ goal, label, text }): Row => ({
          ...{ field: whole.field, item: whole.name, side, fiscalYear: years[side], goalId: goal?.id ?? null, label, text },
          share: comparison && Math.round(comparison.share * 100) / 100,
        }),
      ),
    ),
  );
  return tabulate<Row>(
    [
      { ...textColumn("field", COLUMNS.field), hidden: true, read: ({ field }) => field },
      { ...textColumn("item", COLUMNS.item), read: ({ item }) => item },
      { ...textColumn("side", COLUMNS.side), hidden: true, read: ({ side }) => side },
      { ...year("fiscal_year", "年度"), read: ({ fiscalYear }) => fiscalYear },
      { ...yearJa("fiscal_year_ja", "年度"), read: ({ fiscalYear }) => formatFiscalYear(fiscalYear) },
      { ...textColumn("goal_id", COLUMNS.goal), hidden: true, read: ({ goalId }) => goalId },
      { ...textColumn("label", COLUMNS.label), read: ({ label }) => label },
      { ...textColumn("text", COLUMNS.text), read: ({ text }) => text },
      {
        name: "share_kept",
        label: "同じ割合",
        description: "双方の文字のうち、もう片方にもあるものの割合の小さいほう。空欄は片方に本文がないもの",
        type: "number",
        unit: "割合（0–1）",
        hidden: true,
        read: ({ share }) => share,
      },
    ],
    rows,
  );
}
