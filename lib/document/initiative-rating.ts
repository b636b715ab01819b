import type { GoalDraft } from "./plan-draft";

/** Whether a rating stands at an initiative: behind one, where no target waits for a rating. */
export function belongsToInitiative(goal: GoalDraft | null): boolean {
  const labels = goal?.entries.map(({ label }) => label) ?? [];
  const count = (label: string) => labels.filter((each) => each === label).length;
  return labels.findLast((label) => label === "target" || label === "initiative") === "initiative" && count("rating") >= count("target");
}
