import type { GoalDraft } from "./plan-draft";

/** Whether a rating stands at an initiative: behind one, where no target waits for a rating. */
export function belongsToInitiative(goal: GoalDraft | null): boolean {
  const labels = goal?.entries.map(({ label }) => label) ?? [];
  const count = (label: string) => labels.filter((each) => each === label).length;
  return labels.findLast((label) => label === "target" || label === "initiative") === "initiative" && count("rating") >= count("target");
}

/** Whether a rating stands at the goal's assessment: behind one, where no target waits for a rating, or beside others of its kind. */
export function belongsToAssessment(goal: GoalDraft | null, occasion: string | null | undefined): boolean {
  const labels = goal?.entries.map(({ label }) => label) ?? [];
  const count = (label: string) => labels.filter((each) => each === label).length;
  if (labels.findLast((label) => label === "target" || label === "initiative" || label === "assessment") !== "assessment") return false;
  return count("target") > 0 && count("rating") >= count("target") && (Boolean(occasion) || count("overallRating") === 0);
}
