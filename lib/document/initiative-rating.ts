import type { Entry, GoalDraft } from "./plan-draft";
import { makeMessage } from "./rules";
import { spanTexts, type Walk } from "./walk-state";

/** Whether a rating stands at an initiative: behind one, where no target waits for a rating. */
export function belongsToInitiative(goal: GoalDraft | null): boolean {
  const labels = goal?.entries.map(({ label }) => label) ?? [];
  const count = (label: string) => labels.filter((each) => each === label).length;
  return labels.findLast((label) => label === "target" || label === "initiative") === "initiative" && count("rating") >= count("target");
}

/** Says that a plan has no room for the rating of an initiative; its text stands in the message. */
export function reportInitiativeRating(walk: Walk, { pieces }: Entry): void {
  if (pieces.length === 0) return;
  for (const piece of pieces) walk.kinds[walk.lineOf(piece)] = "not-understood";
  walk.messages.push(makeMessage("initiative-rating", [pieces.map(({ text }) => text).join("\n")], { span: spanTexts(walk, pieces) }));
}
