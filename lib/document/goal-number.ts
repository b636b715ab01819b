import type { PrintedNumber } from "./number-cell";
import type { GoalDraft } from "./plan-draft";
import type { Walk } from "./walk-state";

/** Gives a goal the number that is printed for it, in the summary or above its own section. */
export function noteNumber(walk: Walk, goal: GoalDraft, { value, text }: PrintedNumber): void {
  if (value === null) goal.partedNumber ??= text;
  else if (goal.number?.value === value) goal.number.spans.push(walk.span(text));
  else goal.number ??= { value, spans: [walk.span(text)] };
}
