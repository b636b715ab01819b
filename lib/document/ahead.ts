import type { Label } from "./labels";
import { isNumberCell } from "./number-cell";
import type { Entry } from "./plan-draft";
import type { Walk } from "./walk-state";

/** What stands above a goal's own heading in forms of a sheet for each project, and belongs to it: 担当課, 整理番号, 施策. */
const ABOVE_GOAL: ReadonlySet<Label> = new Set<Label>(["number", "policyGoal", "policyArea", "unit"]);

/** Whether goals begin by a heading of their own in this form, as those of a sheet or a row each do. */
export function beginsByHeading({ form }: Walk): boolean {
  return form.definition.headings.goal !== undefined;
}

/** Lays an entry aside that belongs to the goal that has not begun yet; `false` where there is none to wait for. */
export function layAhead(walk: Walk, entry: Entry): boolean {
  if (!beginsByHeading(walk) || walk.goal !== null || !ABOVE_GOAL.has(entry.label) || entry.pieces.length === 0) return false;
  walk.ahead.push(entry);
  return true;
}

/** Whether an entry is a goal's number in a row of its own. */
export function isGoalNumber(walk: Walk, { label, pieces }: Entry): boolean {
  return beginsByHeading(walk) && walk.goal !== null && label === "number" && pieces.length === 1 && isNumberCell(pieces[0]!.text);
}
