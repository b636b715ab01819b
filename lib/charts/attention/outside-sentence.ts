import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { nameRating } from "@/lib/domain/rating/name";
import type { OutsideItem } from "./model";

/** As many titles as are told of one number. */
const MOST_TITLES = 3;

/** Goals outside the order in words: how many, what that means, and the first of their titles. */
export function describeOutside({ fiscalYear, rating, goals }: OutsideItem): { title: string; titles: string } {
  const departments = [...new Set(goals.map((goal) => goal.department))];
  const who = departments.length === 1 ? departments[0]! : `${departments.length}部`;
  const titles = goals.slice(0, MOST_TITLES).map((goal) => `「${goal.title}」`);
  const rest = goals.length > MOST_TITLES ? `ほか${goals.length - MOST_TITLES}件` : "";
  return {
    title: `${formatFiscalYear(fiscalYear)} ${who}の${goals.length}件は${nameRating(rating)}（達成度の順序の外）`,
    titles: titles.join("") + rest,
  };
}
