import type { ContinuationLink } from "@/lib/domain/continuation-history";
import { isStanding } from "@/lib/domain/continuing";

/** What a link is to trails; two links of a pair may be given, one of them over a gap of years. */
export type TrailLink = Pick<ContinuationLink, "predecessorKey" | "successorKey" | "predecessor" | "successor" | "kind" | "score" | "status">;

/** A way from an item to a later one. */
export interface Trail<L> {
  /** Key of the item that it begins with. */
  origin: string;
  /** The links on the way, earliest first; none from an item to itself. */
  path: readonly L[];
  /** Of the weakest link, 0–1; 1 without any. */
  score: number;
  /** Whether planners decided about each link. */
  decided: boolean;
  /** Keys of items that it may not lead to, since a planner said that they carry nothing on of one on the way. */
  barred: readonly string[];
}

/**
 * The surest trail from each of some items to each item that standing links lead to, by the key of the latter. Links may
 * come in any order, and span any number of years. `rejected`: pairs that no trail may hold both of, however far apart.
 */
export function followLinks<L extends TrailLink>(origins: readonly string[], links: readonly L[], rejected: readonly TrailLink[]): Map<string, Trail<L>[]> {
  const barred = new Map<string, string[]>();
  for (const { predecessorKey, successorKey } of rejected) barred.set(predecessorKey, [...(barred.get(predecessorKey) ?? []), successorKey].sort());
  // Of trails from one origin that are barred from the same, only the surest goes on.
  const trails = new Map<string, Map<string, Trail<L>>>();
  const reach = (key: string, trail: Trail<L>) => {
    const known = trails.get(key) ?? new Map<string, Trail<L>>();
    const name = [trail.origin, ...trail.barred].join(" ");
    const rival = known.get(name);
    if (!rival || isSurer(trail, rival)) known.set(name, trail);
    trails.set(key, known);
  };
  for (const origin of origins) reach(origin, { origin, path: [], score: 1, decided: true, barred: barred.get(origin) ?? [] });
  const forward = links.filter(isStanding).sort((a, b) => a.predecessor.fiscalYear - b.predecessor.fiscalYear);
  for (const link of forward) {
    for (const trail of trails.get(link.predecessorKey)?.values() ?? []) {
      if (!trail.barred.includes(link.successorKey)) reach(link.successorKey, extend(trail, link, barred.get(link.successorKey) ?? []));
    }
  }
  return new Map([...trails].map(([key, known]) => [key, pickSurest([...known.values()])]));
}

function extend<L extends TrailLink>({ origin, path, score, decided, barred }: Trail<L>, link: L, more: readonly string[]): Trail<L> {
  const all = more.length === 0 ? barred : [...new Set([...barred, ...more])].sort();
  return { origin, path: [...path, link], score: Math.min(score, link.score), decided: decided && link.status !== "proposed", barred: all };
}

/** Of each origin, the surest. */
function pickSurest<L extends TrailLink>(trails: readonly Trail<L>[]): Trail<L>[] {
  const surest = new Map<string, Trail<L>>();
  for (const trail of trails) {
    const rival = surest.get(trail.origin);
    if (!rival || isSurer(trail, rival)) surest.set(trail.origin, trail);
  }
  return [...surest.values()];
}

/** What planners decided before what is proposed, then the better score, then the shorter way; at last by keys, so that order changes nothing. */
function isSurer(one: Trail<TrailLink>, other: Trail<TrailLink>): boolean {
  if (one.decided !== other.decided) return one.decided;
  if (one.score !== other.score) return one.score > other.score;
  if (one.path.length !== other.path.length) return one.path.length < other.path.length;
  const name = ({ path }: Trail<TrailLink>) => path.map(({ successorKey }) => successorKey).join(" ");
  return name(one) < name(other);
}
