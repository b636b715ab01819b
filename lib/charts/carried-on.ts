import type { ContinuationHistory, ContinuationItem, ContinuationLink } from "@/lib/domain/continuation";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { ratingRank } from "@/lib/domain/rating";
import { isContinuing } from "./continuation-ribbon";

/** What the overview says of the newest pair of years: goals only. */
export interface CarriedOn {
  from: number;
  to: number;
  livesOn: ContinuationItem[];
  ended: ContinuationItem[];
  begun: ContinuationItem[];
  /** Goals of the newest year with the earliest ancestors, and the year of these. Empty where nothing was carried on. */
  longest: { since: number; items: ContinuationItem[] };
  /** Carried-on goals whose rating is not better than their predecessor's; pairs without two ratings are not compared. */
  notBetter: { before: ContinuationItem; after: ContinuationItem }[];
  /** Why ratings along the links cannot be compared, in Japanese; `null` where at least one pair can. */
  refusal: string | null;
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
  const rated = pairs.filter((pair) => pair.before.rating !== null && pair.after.rating !== null);
  return {
    from,
    to,
    livesOn: before.filter((item) => !ended.includes(item)),
    ended,
    begun: pick(comparison.begun),
    longest: findLongest(history, pairs.map((pair) => pair.after)),
    notBetter: rated.filter((pair) => !isBetter(pair.after.rating!, pair.before.rating!)),
    refusal: rated.length > 0 || pairs.length === 0 ? null : explainRefusal(pairs.map((pair) => pair.before), from, to),
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

/** Better is nearer to the scale's top; what stands outside its order (E) is not better than anything. */
function isBetter(after: string, before: string): boolean {
  const [one, other] = [ratingRank(after), ratingRank(before)];
  return one !== null && (other === null || one < other);
}

function explainRefusal(before: readonly ContinuationItem[], from: number, to: number): string {
  const year = before.every((item) => item.rating === null) ? from : to;
  return `${formatFiscalYear(year)}は評価未掲載のため、達成度が良くなったかは比べられません。`;
}
