import type { RatingScaleEntry } from "../plan";
import type { RatingForm } from "./form";
import { foldLabel } from "./label";

/** A scale's entries, the best first, and those that stand outside the order, as printed. */
export interface OrderedEntries {
  ranked: RatingScaleEntry[];
  outside: RatingScaleEntry[];
}

const NOT_RATABLE = /評価(?:する)?(?:こと)?[がはもを]?(?:不能|困難|不可|でき(?:ない|ません|なかった|ず))|対象外|中止|取り?(?:やめ|止め)|とりやめ/g;
/** 中止せず, 取りやめることなく, 評価困難なものを除く: said of what an entry does not hold. */
const DENIED = /^(?:せず|す?ることなく|しない|しなかった|[^、。(]{0,6}?(?:を除|以外|ではな))/;
const NOT_CARRIED_OUT = "未実施";

/**
 * Orders a scale: by what its criteria say with bounds, else as its form defines, else as it is printed; 未実施 by itself
 * comes last. Outside the order stand what could not be rated and what was called off, unless the form says otherwise.
 */
export function orderEntries(printed: readonly RatingScaleEntry[], form: RatingForm | null): OrderedEntries {
  const entries = printed.filter(({ rating }, at) => printed.findIndex((each) => each.rating === rating) === at);
  const isOutside = (entry: RatingScaleEntry) => (form?.outside ? form.outside.includes(entry.rating) : saysOutside(entry));
  const within = entries.filter((entry) => !isOutside(entry));
  const ranked = orderByBounds(form ? orderByForm(within, form) : within);
  return { ranked: [...ranked.filter((entry) => !isNotCarriedOut(entry)), ...ranked.filter(isNotCarriedOut)], outside: entries.filter(isOutside) };
}

/** Whether an entry is 未実施 and nothing else: below all others, but a part of the order. */
export function isNotCarriedOut({ rating, label, max }: RatingScaleEntry): boolean {
  return foldLabel(label ?? rating) === NOT_CARRIED_OUT && !((max ?? 0) > 0);
}

/** Whether an entry says that it is no achievement at all. What has a part achieved is one, whatever else it says. */
function saysOutside({ rating, label, criterion, min, max }: RatingScaleEntry): boolean {
  if ((min ?? 0) > 0 || (max ?? 0) > 0) return false;
  return [rating, label, criterion].some((text) => {
    const folded = foldLabel(text);
    return [...folded.matchAll(NOT_RATABLE)].some((match) => !DENIED.test(folded.slice(match.index + match[0].length)));
  });
}

/** As the form orders its ratings; what it does not know comes after, as printed. */
function orderByForm(entries: readonly RatingScaleEntry[], { order }: RatingForm): RatingScaleEntry[] {
  const place = ({ rating }: RatingScaleEntry) => (order.includes(rating) ? order.indexOf(rating) : order.length);
  return [...entries].sort((a, b) => place(a) - place(b));
}

/**
 * Sorts the entries with bounds among the places that they have; those without stay where they are. Where the bounds
 * say that a list runs from the worst to the best, all of it is turned round.
 */
function orderByBounds(entries: readonly RatingScaleEntry[]): RatingScaleEntry[] {
  const bounded = entries.filter(isBounded);
  const runsUp = bounded.length > 1 && bounded.every((entry, at) => at === 0 || compareBounds(bounded[at - 1]!, entry) > 0);
  const base = runsUp ? entries.toReversed() : entries;
  const sorted = base.filter(isBounded).sort(compareBounds).values();
  return base.map((entry) => (isBounded(entry) ? sorted.next().value! : entry));
}

function isBounded({ min, max }: RatingScaleEntry): boolean {
  return min !== null || max !== null;
}

/** The higher bounds first: 100%, then 70%以上100%未満; 50%未満, then 0%. */
function compareBounds(a: RatingScaleEntry, b: RatingScaleEntry): number {
  const lower = (b.min ?? 0) - (a.min ?? 0);
  if (lower !== 0) return lower;
  const [one, other] = [a.max ?? Infinity, b.max ?? Infinity];
  return one === other ? 0 : other - one;
}
