import type { ChartRows } from "@/lib/charts/contract";
import type { ContinuationItem } from "@/lib/domain/continuation-history";
import { makeScale, type RatingScale, rateBy } from "@/lib/domain/rating/value";
import type { PlanRow } from "@/lib/domain/rows";
import { SCALES } from "../../domain/rating/scales";
import { makePlan } from "../../rows";
import { makeHistory, makeItem, makeLink } from "../continuation-ribbon/history";

/** ◎○△×, of which × is 未実施, the last rank. */
export const MARKS = makeScale(SCALES["◎○△× with 未実施"]!.entries, null);

type Letter = string | null;

/** A plan of a scale, as the charts take it. */
export function planOf(fiscalYear: number, scale: RatingScale, department = "健康部"): PlanRow {
  return makePlan({ id: `${fiscalYear}-${department}`, fiscalYear, department, departmentId: department, ratingScale: [...scale.entries], scale });
}

/** Goals that were each carried on from year to year with these ratings (架空), one chain each, each year by its own scale. */
export function carryOn(years: readonly number[], scales: readonly RatingScale[], chains: readonly (readonly Letter[])[], department = "健康部"): ChartRows {
  const items = chains.map((letters, index) =>
    letters.map((letter, at): ContinuationItem => makeItem(years[at]!, department, index + 1, { rating: rateBy(scales[at]!, letter) })),
  );
  const links = items.flatMap((chain) => chain.slice(1).map((item, at) => makeLink(chain[at]!, item)));
  return { plans: years.map((year, at) => planOf(year, scales[at]!, department)), goals: [], history: makeHistory(items.flat(), links) };
}

/** Rows of several departments as one city's. */
export function joinRows(...parts: readonly ChartRows[]): ChartRows {
  const items = parts.flatMap(({ history }) => history.items);
  const links = parts.flatMap(({ history }) => history.comparisons.flatMap((comparison) => comparison.links));
  return { plans: parts.flatMap(({ plans }) => plans), goals: [], history: makeHistory(items, links) };
}
