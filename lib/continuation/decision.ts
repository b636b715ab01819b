import type { Continuations, Explanation, ItemRef, Level, Link, Outcome } from "@/lib/domain/continuation";
import { isContinuing, isStanding } from "@/lib/domain/continuing";
import type { Decision, EndDecision, ReviewedLink } from "@/lib/domain/decision";
import { compareRefs, refKey } from "./plan-item";

export interface ReviewedContinuations {
  links: ReviewedLink[];
  outcomes: Outcome[];
  /** Decisions about a pair that is not there: not linked, to be confirmed or rejected; or not in the plans at all. */
  unmatched: Decision[];
}

/**
 * The links with what planners decided about them, settled (`settleDecisions`). A decision about a pair changes that one
 * link and no other, not even one that merges into the same successor. An end rejects what would carry its item on. Who
 * has ended and who is new follows from the links that then stand. `explain` looks up a pair to be added (see
 * `createExplainer`); it answers `null` for one that the plans do not hold.
 */
export function applyDecisions(
  { links, outcomes }: Continuations,
  decisions: readonly (Decision | EndDecision)[],
  explain: (decision: Decision) => Explanation | null,
): ReviewedContinuations {
  const decided = new Map(decisions.filter(isAboutPair).map((decision) => [pairKey(decision), decision]));
  const ended = new Set(decisions.flatMap((decision) => (isAboutPair(decision) ? [] : [refKey(decision.item)])));
  const reviewed = links.map((link) => review(link, decided.get(pairKey(link)), ended));
  const linked = new Set(links.map(pairKey));
  const unmatched: Decision[] = [];
  for (const [key, decision] of decided) {
    if (linked.has(key)) continue;
    const link = decision.decision === "add" ? linkDecided(decision, explain) : null;
    if (link) reviewed.push(link);
    else unmatched.push(decision);
  }
  reviewed.sort(compareLinks);
  return { links: reviewed, outcomes: reviewOutcomes(links, outcomes, reviewed), unmatched };
}

/**
 * The links that decisions make by themselves, whatever the engine would propose, as between years that have others
 * between them, which are not compared. What is about a pair that the plans do not hold makes none.
 */
export function linkDecisions(decisions: readonly (Decision | EndDecision)[], explain: (decision: Decision) => Explanation | null): ReviewedLink[] {
  return decisions
    .filter(isAboutPair)
    .flatMap((decision) => linkDecided(decision, explain) ?? [])
    .sort(compareLinks);
}

function linkDecided(decision: Decision, explain: (decision: Decision) => Explanation | null): ReviewedLink | null {
  const explanation = explain(decision);
  if (explanation?.level !== decision.level) return null;
  const proposed = decision.decision === "add" ? null : explanation.kind;
  return { ...explanation, kind: decision.kind ?? proposed ?? "continued", status: STATUSES[decision.decision] };
}

/** Whether a decision is about a pair; else it is about the end of an item. */
export function isAboutPair<D extends Decision | EndDecision>(decision: D): decision is Exclude<D, EndDecision> {
  return decision.decision !== "end";
}

const STATUSES = { confirm: "confirmed", reject: "rejected", add: "added" } as const;

function review(link: Link, decision: Decision | undefined, ended: ReadonlySet<string>): ReviewedLink {
  if (decision) return { ...link, kind: decision.kind ?? link.kind, status: STATUSES[decision.decision] };
  return { ...link, status: isContinuing(link.kind) && ended.has(refKey(link.predecessor)) ? "rejected" : "proposed" };
}

function reviewOutcomes(links: readonly Link[], outcomes: readonly Outcome[], reviewed: readonly ReviewedLink[]): Outcome[] {
  const items: Outcome[] = [
    ...outcomes,
    ...links.flatMap(({ level, predecessor, successor }): Outcome[] => [
      { level, item: predecessor, outcome: "ended" },
      { level, item: successor, outcome: "new" },
    ]),
  ];
  const standing = reviewed.filter(isStanding);
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
