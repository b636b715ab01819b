import { LIMITS } from "@/lib/domain/limits";
import type { LineIndex } from "./position";
import { spanBetween } from "./position";
import type { MessagePlace, Refusal } from "./rules";

/** Why a document holds too much, and where. */
export type Excess = Refusal & { at: MessagePlace };

/** The first line of a text that is too long or one too many, in a text with cells also the first with too many; `null` where all pass. */
export function findLineExcess(text: string, lines: LineIndex, cells: boolean): Excess | null {
  const { starts, ends } = lines;
  if (starts.length > LIMITS.lines) {
    const start = starts[LIMITS.lines]!;
    return { rule: "too-many-lines", args: [starts.length, LIMITS.lines], at: { span: spanBetween(lines, start, start) } };
  }
  for (const [line, start] of starts.entries()) {
    const end = ends[line]!;
    const at = { span: spanBetween(lines, start, start) };
    if (end - start > LIMITS.lineLength) return { rule: "line-too-long", args: [line + 1, end - start, LIMITS.lineLength], at };
    if (!cells || end - start <= LIMITS.cells) continue;
    const count = countCells(text.slice(start, end).trimEnd());
    if (count > LIMITS.cells) return { rule: "too-many-cells", args: [count, LIMITS.cells], at };
  }
  return null;
}

/** Cells that a line may have: what follows the last filled one does not count. */
function countCells(line: string): number {
  return (line.match(/\t|\||<\/t[dh]/gi)?.length ?? 0) + 1;
}

/** What each list is called, and how long it may be: in its plan or goal, and in the whole document. */
const LISTS = {
  officers: { name: "部長・監・理事", most: LIMITS.officers, mostInAll: Infinity },
  basicPolicy: { name: "基本方針の段落", most: LIMITS.paragraphs, mostInAll: Infinity },
  ratingScale: { name: "達成度の区分", most: LIMITS.scaleEntries, mostInAll: Infinity },
  priorityGoals: { name: "重点目標", most: LIMITS.goals, mostInAll: LIMITS.documentGoals },
  targets: { name: "達成目標", most: LIMITS.targets, mostInAll: LIMITS.documentTargets },
  initiatives: { name: "具体的取組", most: LIMITS.initiatives, mostInAll: LIMITS.documentInitiatives },
} as const;

type ListName = keyof typeof LISTS;

/** The first item that is one too many, in plans as they are read or as JSON gives them; `null` where there is none. */
export function findCountExcess(plans: readonly unknown[]): Excess | null {
  if (plans.length > LIMITS.plans) {
    return { rule: "too-many", args: ["運営方針", plans.length, LIMITS.plans], at: { plan: LIMITS.plans, pointer: "" } };
  }
  const counts = new Map<ListName, number>();
  const check = (owner: unknown, list: ListName, plan: number, base: string): Excess | null => {
    const { name, most, mostInAll } = LISTS[list];
    const { length } = listOf(owner, list);
    const before = counts.get(list) ?? 0;
    counts.set(list, before + length);
    const pointer = (index: number) => ({ plan, pointer: `${base}/${list}/${index}` });
    if (length > most) return { rule: "too-many", args: [name, length, most], at: pointer(most) };
    if (before + length > mostInAll) return { rule: "too-many-in-all", args: [name, mostInAll], at: pointer(mostInAll - before) };
    return null;
  };
  for (const [index, plan] of plans.entries()) {
    for (const list of ["officers", "basicPolicy", "ratingScale", "priorityGoals"] as const) {
      const excess = check(plan, list, index, "");
      if (excess) return excess;
    }
    for (const [position, goal] of listOf(plan, "priorityGoals").entries()) {
      const base = `/priorityGoals/${position}`;
      const excess = check(goal, "targets", index, base) ?? check(goal, "initiatives", index, base);
      if (excess) return excess;
    }
  }
  return null;
}

function listOf(owner: unknown, list: ListName): unknown[] {
  const value: unknown = owner !== null && typeof owner === "object" ? (owner as Record<string, unknown>)[list] : null;
  return Array.isArray(value) ? value : [];
}
