import type { ContinuationHistory, ContinuationItem, ContinuationLink } from "@/lib/domain/continuation-history";
import { goalRating } from "@/lib/domain/goal-filter";
import type { RatingValue } from "@/lib/domain/rating/value";
import type { GoalDetail } from "@/lib/domain/rows";
import type { Language } from "@/lib/texts/language";
import { layoutRatingHistory, listOnTheWay, listStanding, type RatingHistoryLayout } from "./rating-history-layout";

/** A target or an initiative of the goal, from 1, and where it stands in the goal. */
export interface GoalPart {
  part: "target" | "initiative";
  position: number;
  /** JSON Pointer of its text. */
  pointer: string;
  text: string;
  rating: RatingValue | null;
  unit: string | null;
}

/** View model of one goal: itself, its parts, and what it goes back to and lives on in. */
export interface GoalChart {
  /** What it is told in. */
  language: Language;
  goal: GoalDetail;
  rating: RatingValue | null;
  /** The rating is the summary table's, as the goal's own section prints none. */
  isListed: boolean;
  targets: GoalPart[];
  initiatives: GoalPart[];
  /** Its document rates initiatives: one without a rating is then not rated, and else has no place for one. */
  ratesInitiatives: boolean;
  history: ContinuationHistory;
  /** Goals of other years on its way, by year. */
  kin: GoalKin[];
}

/** A goal of another year, with its link to the goal itself; `null` where others stand between. */
export interface GoalKin {
  item: ContinuationItem;
  link: ContinuationLink | null;
}

/** As many years as any drawing of the chart has room for: the same in all, so that each leaves out the same. */
const MOST_YEARS = 10;

/** Lays out the chart's ratings through the years in a width in pixels; `null` where no other year is linked to the goal. */
export function layoutGoalHistory({ goal, history }: Pick<GoalChart, "goal" | "history">, width: number): RatingHistoryLayout | null {
  const layout = layoutRatingHistory(history, goal.id, { width, years: MOST_YEARS });
  return layout && layout.marks.length > 1 ? layout : null;
}

/** Makes the chart of a goal and its history. */
export function makeGoalChart(goal: GoalDetail, history: ContinuationHistory, language: Language = "ja"): GoalChart {
  const partOf = (part: GoalPart["part"], index: number, text: string, rating: RatingValue | null, unit: string | null): GoalPart => ({
    part,
    position: index + 1,
    pointer: `/${part}s/${index}/text`,
    text,
    rating,
    unit,
  });
  return {
    language,
    goal,
    rating: goalRating(goal),
    isListed: goal.overallRating === null && goal.listedRating !== null,
    targets: goal.targetDetails.map(({ text, rating }, index) => partOf("target", index, text, rating, null)),
    initiatives: goal.initiatives.map(({ text, rating, responsibleUnit }, index) => partOf("initiative", index, text, rating, responsibleUnit)),
    ratesInitiatives: goal.initiatives.some(({ rating, ratingText }) => rating !== null || ratingText !== null),
    history,
    kin: listKin(goal, history),
  };
}

/** All goals on its way but itself, whether drawn or not: by year, then number. */
function listKin(goal: GoalDetail, history: ContinuationHistory): GoalKin[] {
  const links = listStanding(history);
  const joins = ({ predecessorKey, successorKey }: ContinuationLink, key: string) =>
    (predecessorKey === goal.id && successorKey === key) || (predecessorKey === key && successorKey === goal.id);
  return listOnTheWay(history, goal.id)
    .filter(({ key }) => key !== goal.id)
    .map((item) => ({ item, link: links.find((link) => joins(link, item.key)) ?? null }))
    .sort((a, b) => a.item.fiscalYear - b.item.fiscalYear || a.item.goalNumber - b.item.goalNumber);
}
