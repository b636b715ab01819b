import type { ChartRows } from "@/lib/charts/contract";
import type { Rating, RatingScaleEntry } from "@/lib/domain/plan";
import { KASHIWARA_FORM } from "@/lib/domain/rating/form";
import { readScale } from "@/lib/domain/rating/value";
import { makeEntries } from "../../domain/rating/scales";
import { makeGoal, makePlan } from "../../rows";

/** Scales of different kinds: letters, other letters, marks, words (架空). */
export const SCALES = {
  letters: [...KASHIWARA_FORM.entries],
  others: makeEntries(["S", "目標を大きく超える"], ["A", "目標どおり"], ["B", "やや遅れ"], ["C", "遅れ"], ["Z", "評価困難"]),
  marks: makeEntries(["◎", "計画以上"], ["○", "計画通り"], ["△", "計画未満"], ["×", "未実施"]),
  words: makeEntries(["計画以上"], ["計画通り"], ["計画未満"], ["評価不能"]),
} as const satisfies Record<string, RatingScaleEntry[]>;

/** A municipality (架空): of each year its goals' ratings. */
export interface City {
  name: string;
  scale?: keyof typeof SCALES;
  years: Record<number, (Rating | null)[]>;
}

/** Plans and goals of cities, in their order. */
export function makeCities(cities: readonly City[]): ChartRows & { municipalities: string[] } {
  const all = cities.flatMap(({ name, scale = "letters", years }) =>
    Object.entries(years).map(([year, ratings]) => {
      const place = { municipality: name, fiscalYear: Number(year) };
      const plan = makePlan({ ...place, ratingScale: SCALES[scale], scale: readScale(SCALES[scale]) });
      return { plan, goals: ratings.map((overallRating, index) => makeGoal({ ...place, number: index + 1, scale: plan.scale, overallRating })) };
    }),
  );
  return {
    plans: all.map(({ plan }) => plan),
    goals: all.flatMap(({ goals }) => goals),
    history: { items: [], comparisons: [] },
    municipalities: cities.map(({ name }) => name),
  };
}
