import type { ItemRef } from "@/lib/domain/continuation";
import { isStanding } from "@/lib/domain/continuing";
import type { comparisons } from "../schema/datasets";
import { type BriefLink, packedLevel, unpackLink } from "../schema/packed-comparison";
import { goalOf, refName } from "./item-ref";

/** What has to do with one goal in the comparisons of its municipality. */
export interface GoalTrace {
  /** The goal, those it goes back to and those it lives on in, and each goal that is linked to it, to one of its initiatives or to one of those goals' that it came from. */
  goals: ItemRef[];
  /** Whether a link is of the goal or of its initiatives, or of initiatives of goals that it came from, or leads from one to the next on the goal's way through the years. */
  takes: (link: BriefLink) => boolean;
}

/** Follows a goal through the years, back and forth, by what was not rejected and is not only related. */
export function traceGoal(own: ItemRef, rows: readonly (typeof comparisons.$inferSelect)[]): GoalTrace {
  const links = rows.flatMap((row) => row.links.filter((link) => packedLevel(link) === "goal").map((link) => unpackLink(link, row))).filter(isStanding);
  const before = walk(
    own,
    links.toSorted((a, b) => b.successor.fiscalYear - a.successor.fiscalYear),
    "successor",
    "predecessor",
  );
  const after = walk(
    own,
    links.toSorted((a, b) => a.predecessor.fiscalYear - b.predecessor.fiscalYear),
    "predecessor",
    "successor",
  );
  const name = refName(own);
  const sources = new Set(links.filter(({ successor }) => refName(successor) === name).map(({ predecessor }) => refName(predecessor)));
  // What else the goals that it came from became: of their initiatives, some may go on in other goals.
  const leavesSource = ({ level, predecessor, successor }: BriefLink) =>
    level === "initiative" && successor.fiscalYear === own.fiscalYear && sources.has(refName(goalOf(predecessor)));
  const touches = (link: BriefLink) => [link.predecessor, link.successor].some((ref) => refName(goalOf(ref)) === name) || leavesSource(link);
  const takes = (link: BriefLink) => {
    if (touches(link)) return true;
    const isWithin = (way: ReadonlyMap<string, ItemRef>) => way.has(refName(link.predecessor)) && way.has(refName(link.successor));
    return link.level === "goal" && isStanding(link) && (isWithin(before) || isWithin(after));
  };
  const goals = new Map([...before, ...after]);
  for (const { predecessor, successor } of rows.flatMap((row) => row.links.map((link) => unpackLink(link, row)).filter(touches))) {
    for (const goal of [goalOf(predecessor), goalOf(successor)]) goals.set(refName(goal), goal);
  }
  return { goals: [...goals.values()], takes };
}

/** What is reached from a goal; of links in such order that each comes after all that lead to it. */
function walk(own: ItemRef, links: readonly BriefLink[], here: "predecessor" | "successor", there: "predecessor" | "successor"): Map<string, ItemRef> {
  const reached = new Map([[refName(own), own]]);
  for (const link of links) if (reached.has(refName(link[here]))) reached.set(refName(link[there]), link[there]);
  return reached;
}
