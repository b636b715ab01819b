import type { RatingValue } from "@/lib/domain/rating/value";
import type { GoalRow } from "@/lib/domain/rows";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { Attention, Fall, OutsideItem } from "./model";

/** How many goals there are of each kind; of low ratings nothing where there are none at all. */
export function readAttention({ items, fallen, outside, low, scaleDifference, language }: Attention, years: string, isRated: boolean): string {
  const texts = chartTexts(language);
  const told = texts.attention;
  const counts = [
    ...(fallen.length > 0 ? [told.fallen(fallen.length)] : []),
    ...(isRated ? [told.low(low, items.filter((item) => item.lowRating).length)] : []),
    ...outside.map(({ rating, goals }) => told.outside(texts.rating(rating), goals.length)),
    told.findings(items.filter((item) => item.findings.length > 0).length),
  ];
  return texts.join(told.reading(years, counts), scaleDifference ?? "");
}

/** 「達成度 B → D（継続の候補との比較）」: what nobody looked at is called a guess. */
export function describeFall({ from, checked }: Fall, to: RatingValue | null, texts: ChartTexts): string {
  return texts.attention.fall(from.short, to?.short ?? texts.notRated, checked);
}

/** 「令和7年度 健康部　分野：防災　所管：危機管理課」, with the department where there are several. */
export function describePlace(
  { fiscalYear, department, policyArea, responsibleUnits }: GoalRow,
  { severalDepartments, texts }: { severalDepartments: boolean; texts: ChartTexts },
): string {
  return texts.attention.place(fiscalYear, severalDepartments ? department : null, policyArea ?? texts.none, responsibleUnits);
}

/** As many titles as are told of one number. */
const MOST_TITLES = 3;

/** Goals outside the order in words: how many, what that means, and the first of their titles. */
export function describeOutside({ fiscalYear, rating, goals }: OutsideItem, texts: ChartTexts): { title: string; titles: string } {
  const departments = [...new Set(goals.map((goal) => goal.department))];
  const who = departments.length === 1 ? departments[0]! : texts.departments(departments.length);
  return {
    title: texts.attention.whoOutside(fiscalYear, who, goals.length, texts.rating(rating)),
    titles: texts.attention.titles(
      goals.slice(0, MOST_TITLES).map(({ title }) => title),
      Math.max(0, goals.length - MOST_TITLES),
    ),
  };
}
