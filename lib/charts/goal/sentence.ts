import { compareRatings, sortRatings } from "@/lib/domain/rating/comparison";
import type { RatingValue } from "@/lib/domain/rating/value";
import type { GoalDetail } from "@/lib/domain/rows";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { chartTexts } from "@/lib/texts/chart-texts";
import { groupBy } from "../group-by";
import type { GoalChart, GoalKin } from "./model";
import type { RatingHistoryLayout } from "./rating-history-layout";

/** Ratings of targets that are told one by one. */
const MOST_SINGLE = 4;

/** What the goal was rated, what its targets were, and what the goals next to it in other years. */
export function readGoal(chart: GoalChart): string {
  const { goal, rating, isListed, kin, language } = chart;
  const texts = chartTexts(language);
  const told = texts.goal;
  const overall = rating ? told.rated(isListed ? told.listed : told.overall, texts.rating(rating)) : texts.join(told.notRated, whyNotRated(goal, texts));
  const near = kin.filter(({ link }) => link !== null);
  const isOfOtherScale = near.some(({ item }) => compareRatings(item.rating, rating) === "incomparable");
  return texts.join(
    overall,
    readTargets(chart, texts),
    readOrigin(chart, texts),
    ...readKin(near, goal, texts),
    readFate(chart, texts),
    isOfOtherScale ? told.otherScale : "",
  );
}

/** Why a goal carries no rating, as its page says it. */
export function whyNotRated({ overallRatingText, stage }: Pick<GoalDetail, "overallRatingText" | "stage">, { goal: told }: ChartTexts): string {
  return overallRatingText ? told.notOnScale(overallRatingText) : stage === "plan" ? told.planned : told.withoutRating;
}

function readTargets({ rating, targets }: GoalChart, texts: ChartTexts): string {
  if (targets.length === 0) return "";
  if (targets.some((target) => target.rating))
    return listRatings(
      targets.map((target) => target.rating),
      texts,
    );
  // Of a goal that is not rated itself, all has been said.
  return rating === null ? "" : texts.goal.targetsNotRated(targets.length);
}

/** Ratings one by one in the targets' order; of many, the best first, how often each stands. */
function listRatings(ratings: readonly (RatingValue | null)[], texts: ChartTexts): string {
  const { goal: told } = texts;
  const nameOf = (rating: RatingValue | null) => nameShort(rating, texts);
  const names = ratings.map(nameOf);
  const each = [...new Set(ratings.toSorted(sortRatings).map(nameOf))];
  if (names.length === 1) return told.targetRating(names[0]!);
  if (each.length === 1) return told.targetsAlike(names.length, each[0]!);
  const counted = each.map((name) => told.ratingOf(name, names.filter((other) => other === name).length));
  return told.targetRatings(names.length, names.length <= MOST_SINGLE ? names : counted);
}

/** Of each year the goals linked to this one, in one sentence. */
function readKin(near: readonly GoalKin[], goal: GoalDetail, texts: ChartTexts): string[] {
  const { goal: told } = texts;
  const years = [...new Set(near.map(({ item }) => item.fiscalYear))];
  return years.map((year) => {
    const ofYear = near.filter(({ item }) => item.fiscalYear === year);
    const departments = [...groupBy(ofYear, ({ item }) => (item.departmentId === goal.departmentId ? null : item.department))];
    const goals = departments.map(([department, kin]) =>
      told.goalsOf(
        kin.map(({ item }) => item.goalNumber),
        department,
      ),
    );
    const own = departments.flatMap(([, kin]) => kin);
    const names = own.map(({ item }) => nameShort(item.rating, texts));
    const ratings = texts.dots(new Set(names).size === 1 ? names.slice(0, 1) : names);
    const links = told.links(own.flatMap(({ link }) => link ?? []));
    return (year < goal.fiscalYear ? told.before : told.after)(year, texts.list(goals), links, ratings);
  });
}

function nameShort(rating: RatingValue | null, texts: ChartTexts): string {
  return rating === null ? texts.notRated : rating.rating;
}

/** That a comparison found nothing in the year before that it goes back to. */
function readOrigin({ goal, history }: GoalChart, { goal: told }: ChartTexts): string {
  const comparison = history.comparisons.find(({ to }) => to === goal.fiscalYear);
  return comparison?.begun.includes(goal.id) ? told.noPredecessor(comparison.from) : "";
}

/** That a comparison found nothing in the year after that it lives on in, or that a planner stated its end. */
function readFate({ goal, history }: GoalChart, texts: ChartTexts): string {
  const comparison = history.comparisons.find(({ from }) => from === goal.fiscalYear);
  if (!comparison?.ended.includes(goal.id)) return "";
  const record = comparison.endRecords?.[goal.id];
  return record ? texts.sentence(texts.ribbon.ended(record)) : texts.goal.noSuccessor(comparison.to);
}

/** What the drawing of ratings through the years cannot say by itself, as one text. */
export function explainHistory({ lines, gaps, marks, hidden }: RatingHistoryLayout, texts: ChartTexts): string {
  const { goal: told } = texts;
  const proposed = lines.filter(({ link }) => link.status === "proposed").length;
  return texts.join(
    proposed > 0 ? told.dashed : "",
    proposed < lines.length ? told.solid : "",
    marks.some(({ item }) => item.rating === null) ? told.blank : "",
    ...gaps.map(({ from, to }) => told.missing(from, to)),
    hidden > 0 ? told.notDrawn(hidden) : "",
  );
}
