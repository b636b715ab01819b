import type { ContinuationItem } from "@/lib/domain/continuation-history";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { chartTexts } from "@/lib/texts/chart-texts";
import { continuationJa as ja } from "@/lib/texts/continuation-ja";
import { type ChartTable, type ColumnOf, tabulate } from "../chart-table";
import { listFocusColumns } from "../focus";
import { year, yearJa } from "../table-columns";
import type { ChangeLine, RatingChange } from "./model";
import { nameCourse, nameDoubt } from "./sentence";

/** Each goal that was carried on, with its ratings then and now, one row a link. */
export function tabulateChange({ lines, focus, language }: Pick<RatingChange, "lines" | "focus" | "language">): ChartTable {
  const texts = chartTexts(language);
  const side = (name: "before" | "after", label: string): ColumnOf<ChangeLine>[] => {
    const of = ({ stops }: ChangeLine): ContinuationItem => stops.at(name === "before" ? 0 : -1)!.item;
    return [
      { ...year(`${name}_fiscal_year`, `${label}の年度`), read: (line) => of(line).fiscalYear },
      { ...yearJa(`${name}_fiscal_year_ja`, `${label}の年度`), read: (line) => formatFiscalYear(of(line).fiscalYear) },
      { name: `${name}_department`, label: `${label}の部`, description: `${label}の重点目標の部`, type: "string", read: (line) => of(line).department },
      {
        name: `${name}_id`,
        label: `${label}の識別子`,
        description: `${label}の重点目標の識別子`,
        type: "string",
        hidden: true,
        read: (line) => of(line).goalId,
      },
      { name: `${name}_title`, label: `${label}の重点目標`, description: `${label}の重点目標の題名`, type: "string", read: (line) => of(line).text },
      {
        name: `${name}_rating`,
        label: `${label}の記号`,
        description: `${label}の達成度の記号。空欄は評価未掲載`,
        type: "string",
        hidden: true,
        read: (line) => of(line).rating?.rating ?? null,
      },
      {
        name: `${name}_rating_label`,
        label: `${label}の達成度`,
        description: `${label}の達成度の記号と意味`,
        type: "string",
        read: (line) => texts.rating(of(line).rating),
      },
    ];
  };
  return tabulate<ChangeLine>(
    [
      ...side("before", "前"),
      {
        name: "between",
        label: "間の年度",
        description: "間の年度の達成度のうち、両端と比べられるもの。空欄はないもの",
        type: "string",
        read: ({ stops }) => texts.list(stops.slice(1, -1).map(({ item }) => `${texts.year(item.fiscalYear)} ${texts.rating(item.rating)}`)) || null,
      },
      ...side("after", "後"),
      {
        name: "move",
        label: ja.carriedOn.table.move,
        description: "達成度の動き。順序の外との出入りと、評価未掲載や異なる基準との間は、上がった・下がったに数えない",
        type: "string",
        read: ({ course }) => nameCourse(course, texts),
      },
      {
        name: "status",
        label: "確認",
        description: "継続の候補（自動判定）か、職員が確認した継続か",
        type: "string",
        read: ({ pair }) => nameDoubt(pair.checked, texts),
      },
      {
        name: "score",
        label: "確からしさ",
        description: "つながりの確からしさ。年度をまたぐものは、いちばん弱いつながりのもの",
        type: "number",
        unit: "0–1",
        read: ({ pair }) => pair.score,
      },
      ...listFocusColumns<ChangeLine>(focus, ({ focused }) => focused === true),
    ],
    lines,
  );
}
