import type { Continuations, Decision, Explanation, ItemRef, Level, Link, Outcome, ReviewedLink } from "@/lib/domain/continuation";
import { isContinuing } from "./kind";
import { compareRefs, refKey } from "./plan-item";

export interface ReviewedContinuations<D extends Decision = Decision> {
  links: ReviewedLink[];
  outcomes: Outcome[];
  /** Decisions about a pair that is not there: not linked, to be confirmed or rejected; or not in the plans at all. */
  unmatched: D[];
}

/**
 * The links with what planners decided about them. A decision changes the one link that it is about and no other,
 * not even one that merges into the same successor; who has ended and who is new follows from the links that
 * then stand. Of two decisions about one pair the later counts. `explain` looks up a pair to be added (see
 * `explainLink`); it answers `null` for one that the plans do not hold.
 */
export function applyDecisions<D extends Decision>(
  { links, outcomes }: Continuations,
  decisions: readonly D[],
  explain: (decision: D) => Explanation | null,
): ReviewedContinuations<D> {
  const decided = new Map(decisions.map((decision) => [pairKey(decision), decision]));
  const reviewed = links.map((link) => review(link, decided.get(pairKey(link))));
  const linked = new Set(links.map(pairKey));
  const unmatched: D[] = [];
  for (const [key, decision] of decided) {
    if (linked.has(key)) continue;
    const explanation = decision.decision === "add" ? explain(decision) : null;
    if (explanation && explanation.level === decision.level) reviewed.push({ ...explanation, kind: decision.kind ?? "continued", status: "added" });
    else unmatched.push(decision);
  }
  reviewed.sort(compareLinks);
  return { links: reviewed, outcomes: reviewOutcomes(links, outcomes, reviewed), unmatched };
}

function review(link: Link, decision: Decision | undefined): ReviewedLink {
  if (!decision) return { ...link, status: "proposed" };
  const status = { confirm: "confirmed", reject: "rejected", add: "added" } as const;
  return { ...link, kind: decision.kind ?? link.kind, status: status[decision.decision] };
}

function reviewOutcomes(links: readonly Link[], outcomes: readonly Outcome[], reviewed: readonly ReviewedLink[]): Outcome[] {
  const items: Outcome[] = [
    ...outcomes,
    ...links.flatMap(({ level, predecessor, successor }): Outcome[] => [
      { level, item: predecessor, outcome: "ended" },
      { level, item: successor, outcome: "new" },
    ]),
  ];
  const standing = reviewed.filter(({ kind, status }) => isContinuing(kind) && status !== "rejected");
  const living = new Set(standing.flatMap((link) => [`ended${refKey(link.predecessor)}`, `new${refKey(link.successor)}`]));
  const left = new Map(items.map((item) => [`${item.outcome}${refKey(item.item)}`, item]));
  for (const key of living) left.delete(key);
  return [...left.values()].sort(
    (a, b) => compareLevels(a.level, b.level) || (a.outcome === b.outcome ? compareRefs(a.item, b.item) : a.outcome === "ended" ? -1 : 1),
  );
}

function compareLinks(a: Link, b: Link): number {
  return compareLevels(a.level, b.level) || compareRefs(a.predecessor, b.predecessor) || compareRefs(a.successor, b.successor);
}

function compareLevels(a: Level, b: Level): number {
  return a === b ? 0 : a === "goal" ? -1 : 1;
}

function pairKey({ predecessor, successor }: { predecessor: ItemRef; successor: ItemRef }): string {
  return `${refKey(predecessor)}→${refKey(successor)}`;
}
