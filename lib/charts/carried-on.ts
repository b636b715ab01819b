import type { ContinuationHistory, ContinuationItem, ContinuationLink } from "@/lib/domain/continuation";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { compareRatings, type RatingChange } from "@/lib/domain/rating/comparison";
import { isContinuing } from "./continuation-ribbon/model";
import { groupBy } from "./group-by";

/** What the overview says of the newest pair of years: goals only. */
export interface CarriedOn {
  from: number;
  to: number;
  livesOn: ContinuationItem[];
  ended: ContinuationItem[];
  begun: ContinuationItem[];
  /** Goals of the newest year with the earliest ancestors, and the year of these. Empty where nothing was carried on. */
  longest: { since: number; items: ContinuationItem[] };
  /**
   * Carried-on goals whose rating is not better than their predecessor's, though it could be: the best cannot. Only
   * pairs whose ratings can be compared.
   */
  notBetter: Pair[];
  /** Those that went from the order to outside it, which is neither a fall nor no change; and those that stayed there. */
  toOutside: Pair[];
  stillOutside: Pair[];
  /** Why ratings along the links (or some of them) cannot be compared, in Japanese; `null` where they can. */
  refusal: string | null;
}

/** A goal and what carries it on. */
export interface Pair {
  before: ContinuationItem;
  after: ContinuationItem;
}

/** Sums up what became of the goals between the two newest years, the later of `fiscalYears` where given; `null` where there are no two years. */
export function sumUpCarriedOn(history: ContinuationHistory, fiscalYears?: readonly number[]): CarriedOn | null {
  const comparison = history.comparisons.filter(({ to }) => fiscalYears?.includes(to) ?? true).reduce<(typeof history.comparisons)[number] | null>((newest, each) => (newest && newest.to >= each.to ? newest : each), null);
  if (!comparison) return null;
  const items = new Map(history.items.filter((item) => item.level === "goal").map((item) => [item.key, item]));
  const pick = (keys: readonly string[]) => keys.flatMap((key) => items.get(key) ?? []);
  const { from, to } = comparison;
  const before = [...items.values()].filter((item) => item.fiscalYear === from);
  const ended = pick(comparison.ended);
  const standing = comparison.links.filter((link) => link.level === "goal" && isContinuing(link));
  const pairs = standing.flatMap((link) => {
    const [one, other] = [items.get(link.predecessorKey), items.get(link.successorKey)];
    return one && other ? [{ before: one, after: other }] : [];
  });
  const byChange = groupBy(pairs, ({ before, after }) => compareRatings(before.rating, after.rating));
  const changed = (...changes: RatingChange[]) => pairs.filter((pair) => changes.some((change) => byChange.get(change)?.includes(pair)));
  return {
    from,
    to,
    livesOn: before.filter((item) => !ended.includes(item)),
    ended,
    begun: pick(comparison.begun),
    longest: findLongest(history, pairs.map((pair) => pair.after)),
    notBetter: changed("worse", "same"),
    toOutside: changed("to-outside"),
    stillOutside: changed("still-outside"),
    refusal: explainRefusal(pairs, changed("not-rated"), changed("incomparable"), from, to),
  };
}

function findLongest(history: ContinuationHistory, carried: readonly ContinuationItem[]): CarriedOn["longest"] {
  const links = history.comparisons.flatMap((comparison) => comparison.links).filter(isContinuing);
  const items = new Map(history.items.map((item) => [item.key, item]));
  const predecessors = new Map<string, ContinuationLink[]>();
  for (const link of links) predecessors.set(link.successorKey, [...(predecessors.get(link.successorKey) ?? []), link]);
  // Where much is merged and split, ways back are many times as many as items: each is worked out once.
  const known = new Map<ContinuationItem, number>();
  const sinceOf = (item: ContinuationItem): number => {
    let since = known.get(item);
    if (since === undefined) {
      const before = (predecessors.get(item.key) ?? []).flatMap((link) => items.get(link.predecessorKey) ?? []);
      known.set(item, (since = Math.min(item.fiscalYear, ...before.map(sinceOf))));
    }
    return since;
  };
  const unique = [...new Set(carried)];
  const since = Math.min(...unique.map(sinceOf));
  return { since, items: unique.filter((item) => sinceOf(item) === since).sort((a, b) => a.goalNumber - b.goalNumber) };
}

function explainRefusal(pairs: readonly Pair[], notRated: readonly Pair[], incomparable: readonly Pair[], from: number, to: number): string | null {
  if (incomparable.length > 0) return `${incomparable.length}件は、達成度の区分が前後の資料で異なるため、良くなったかを比べていません。`;
  if (pairs.length === 0 || notRated.length < pairs.length) return null;
  const year = pairs.every(({ before }) => before.rating === null) ? from : to;
  return `${formatFiscalYear(year)}は評価未掲載のため、達成度が良くなったかは比べられません。`;
}
