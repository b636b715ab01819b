import type { LinkKind } from "@/lib/domain/continuation";
import type { ContinuationHistory, ContinuationItem, ContinuationLink } from "@/lib/domain/continuation-history";
import type { SpanBeginning, SpanEnd, SpanLink } from "@/lib/domain/continuation-span";
import { isStanding } from "@/lib/domain/continuing";
import type { DecisionRecord } from "@/lib/domain/decision";
import { followLinks, type Trail } from "./trail";

/** What became of the items of one year in a later one. */
export interface Span {
  links: SpanLink[];
  ended: SpanEnd[];
  begun: SpanBeginning[];
}

/**
 * Chains the links of successive years, and those that planners made over gaps, from one year to any later one: an item of
 * the one lives on in each item of the other that a chain leads to, and the chain is as sure as its weakest link. Splits
 * and mergers on the way make several ends. What a planner rejected between the two, or between any two on the way, does
 * not chain, nor what is only `related`. The history is of one level and of one municipality.
 */
export function chainSpan(history: ContinuationHistory, from: number, to: number): Span {
  const { items, comparisons, overGaps = [] } = history;
  const links = [...comparisons.flatMap((comparison) => comparison.links), ...overGaps].filter(
    ({ predecessor, successor }) => predecessor.fiscalYear >= from && successor.fiscalYear <= to,
  );
  const [before, after] = [from, to].map((year) => items.filter(({ fiscalYear }) => fiscalYear === year).map(({ key }) => key)) as [string[], string[]];
  const rejected = overGaps.filter(({ status }) => status === "rejected");
  const trailsFrom = (origins: readonly string[]) => followLinks(origins, links, rejected);
  const trails = trailsFrom(before);
  const found = after.flatMap((key) => (trails.get(key) ?? []).map((trail) => ({ key, trail })));
  const [origins, ends] = [countEach(found.map(({ trail }) => trail.origin)), countEach(found.map(({ key }) => key))];
  const spanLinks = found.map(({ key, trail }) => makeSpanLink(key, trail, origins.get(trail.origin)!, ends.get(key)!));
  const places = new Map(before.map((key, place) => [key, place]));
  return {
    links: spanLinks.sort((a, b) => places.get(a.predecessorKey)! - places.get(b.predecessorKey)!),
    ended: findEnds(
      before.filter((key) => !origins.has(key)),
      trails,
      history,
    ),
    begun: findBeginnings(
      after.filter((key) => !ends.has(key)),
      items,
      trailsFrom,
      from,
    ),
  };
}

/** How sure it is that an item goes back to a year: `confirmed` where planners decided about each link of a way, else `candidate`. */
export type CarriedStatus = "candidate" | "confirmed";

/**
 * The items that were carried on from a year, by key: those of all later years that chains lead to, and of the year itself
 * those that live on in `to`. The history is of one level and of one municipality.
 */
export function traceCarried({ items, comparisons, overGaps = [] }: ContinuationHistory, from: number, to: number): Map<string, CarriedStatus> {
  const links = [...comparisons.flatMap((comparison) => comparison.links), ...overGaps].filter(({ predecessor }) => predecessor.fiscalYear >= from);
  const rejected = overGaps.filter(({ status }) => status === "rejected");
  const [origins, ends] = [from, to].map((year) => new Set(items.filter(({ fiscalYear }) => fiscalYear === year).map(({ key }) => key))) as [
    Set<string>,
    Set<string>,
  ];
  const carried = rejected.length > 0 ? collectTrails(followLinks([...origins], links, rejected), ends) : collectReached(origins, ends, links);
  return new Map([...carried].map(([key, decided]) => [key, decided ? "confirmed" : "candidate"]));
}

/** Each key that trails lead to, and each origin of those to `ends`, with whether planners decided all of any. */
function collectTrails(trails: ReadonlyMap<string, Trail<ContinuationLink>[]>, ends: ReadonlySet<string>): Map<string, boolean> {
  const carried = new Map<string, boolean>();
  const note = (key: string, decided: boolean) => carried.set(key, decided || (carried.get(key) ?? false));
  for (const [key, reaching] of trails) {
    for (const { origin, path, decided } of reaching) {
      if (path.length > 0) note(key, decided);
      if (ends.has(key)) note(origin, decided);
    }
  }
  return carried;
}

/** The same where no trail is barred: then it does not matter which way leads there, and each link is looked at once. */
function collectReached(origins: ReadonlySet<string>, ends: ReadonlySet<string>, links: readonly ContinuationLink[]): Map<string, boolean> {
  const forward = links.filter(isStanding).sort((a, b) => a.predecessor.fiscalYear - b.predecessor.fiscalYear);
  const backward = forward.toSorted((a, b) => b.successor.fiscalYear - a.successor.fiscalYear);
  const reach = (
    starts: ReadonlySet<string>,
    ordered: readonly ContinuationLink[],
    near: "predecessorKey" | "successorKey",
    far: "predecessorKey" | "successorKey",
  ) => {
    const reached = new Map([...starts].map((key) => [key, true]));
    for (const link of ordered) {
      const decided = reached.get(link[near]);
      if (decided !== undefined) reached.set(link[far], (decided && link.status !== "proposed") || (reached.get(link[far]) ?? false));
    }
    return reached;
  };
  const later = [...reach(origins, forward, "predecessorKey", "successorKey")].filter(([key]) => !origins.has(key));
  const first = [...reach(ends, backward, "successorKey", "predecessorKey")].filter(([key]) => origins.has(key));
  return new Map([...first, ...later]);
}

function makeSpanLink(key: string, { origin, path, score, decided }: Trail<ContinuationLink>, successors: number, predecessors: number): SpanLink {
  const [first, ...others] = path as [ContinuationLink, ...ContinuationLink[]];
  const own = others.length === 0;
  return {
    level: first.level,
    predecessorKey: origin,
    successorKey: key,
    kind: own ? first.kind : chainKind(successors, predecessors),
    score,
    status: decided ? (own && first.status === "added" ? "added" : "confirmed") : "proposed",
    path: [...path],
  };
}

/** As the engine tells kinds: by the larger of merger and split, the merger first. */
function chainKind(successors: number, predecessors: number): LinkKind {
  if (predecessors > 1 && predecessors >= successors) return "merged";
  return successors > 1 ? "split" : "continued";
}

/** How far each of these goes, and what planners said of where it ends. */
function findEnds(keys: readonly string[], trails: ReadonlyMap<string, Trail<ContinuationLink>[]>, { items, comparisons }: ContinuationHistory): SpanEnd[] {
  const years = new Map(items.map(({ key, fiscalYear }) => [key, fiscalYear]));
  const records: Record<string, DecisionRecord> = Object.assign({}, ...comparisons.map(({ endRecords }) => endRecords));
  const last = new Map<string, SpanEnd>();
  for (const [key, reaching] of trails) {
    for (const { origin } of reaching) {
      const [until, known] = [years.get(key)!, last.get(origin)];
      if (!known || until > known.until || (until === known.until && known.record === null))
        last.set(origin, { key: origin, until, record: records[key] ?? null });
    }
  }
  return keys.map((key) => last.get(key)!);
}

/** How far back each of these goes, after the first year. */
function findBeginnings(
  keys: readonly string[],
  items: readonly ContinuationItem[],
  trailsFrom: (origins: string[]) => ReadonlyMap<string, Trail<ContinuationLink>[]>,
  from: number,
): SpanBeginning[] {
  if (keys.length === 0) return [];
  const years = new Map(items.flatMap(({ key, fiscalYear }) => (fiscalYear > from ? [[key, fiscalYear]] : [])));
  const trails = trailsFrom([...years.keys()]);
  return keys.map((key) => ({ key, since: Math.min(...trails.get(key)!.map(({ origin }) => years.get(origin)!)) }));
}

function countEach(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
