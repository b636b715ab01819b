import type { Message } from "@/lib/domain/message";
import type { DepartmentPlan, PriorityGoal, RatingScaleEntry, Stage } from "@/lib/domain/plan";
import type { PlanReading } from "@/lib/domain/reading";
import { buildGoal } from "./build-goal";
import { joinPieces } from "./build-rating";
import { findPlanFindings } from "./findings";
import { scaleInPrint, scaleOf } from "./forms/form";
import { isSameText } from "./normalize";
import type { PlanDraft, ScaleDraft } from "./plan-draft";
import { createRecord, type PlanRecord } from "./plan-record";
import { makeMessage } from "./rules";
import { readEntry } from "./scale";
import type { Walk } from "./walk-state";

/** A plan with what there is to say about its content. */
export interface BuiltPlan {
  reading: PlanReading;
  findings: Message[];
}

/** The plan that a draft amounts to. `scale` is read by where the plan prints none of its own. */
export function buildPlan(walk: Walk, draft: PlanDraft, index: number, scale: ScaleDraft[]): BuiltPlan {
  const record = createRecord(walk, index);
  const { places } = record;
  if (draft.title) places["/title"] = draft.title.spans;
  if (draft.year) places["/fiscalYear"] = draft.year.spans;
  if (draft.department) places["/department"] = draft.department.spans;
  const printed = buildScale(record, draft.scale.length > 0 ? draft.scale : scale);
  const ratingScale = printed.length > 0 ? printed : scaleInPrint(walk.form);
  const entries = scaleOf(walk.form, printed);
  const numbers = new Set<number>();
  const priorityGoals = draft.goals.map((goal, position) => {
    const built = buildGoal(record, goal, position, entries);
    if (numbers.has(built.number)) record.warn("number-repeated", [built.number], goal.heading, `/priorityGoals/${position}/number`);
    numbers.add(built.number);
    return built;
  });
  reportListOrder(record, draft, priorityGoals);
  const plan: DepartmentPlan = {
    municipality: walk.municipality,
    department: draft.department?.text ?? "",
    fiscalYear: draft.year?.value ?? 0,
    title: draft.title?.text ?? null,
    stage: "plan",
    officers: [...draft.officers.values()].map(({ post, name, duty }, position) => {
      places[`/officers/${position}/post`] = post.spans;
      places[`/officers/${position}/name`] = name.spans;
      if (duty) places[`/officers/${position}/duty`] = duty.spans;
      return { post: post.text, name: name.text, duty: duty?.text ?? null };
    }),
    basicPolicy: draft.basicPolicy.map((paragraph, position) => record.put(`/basicPolicy/${position}`, [paragraph]) ?? ""),
    ratingScale,
    priorityGoals,
  };
  plan.stage = findStage(plan);
  const findings = findPlanFindings(plan, places, index, walk.form.definition.headings.rating !== undefined);
  if (plan.stage === "evaluated") {
    findings.push(...record.emptyHeadings.map(({ rule, heading, pointer }) => makeMessage(rule, [heading.text], record.at(heading, pointer))));
    findings.push(...draft.emptyHeadings.map((heading) => makeMessage("empty-heading", [heading.text], record.at(heading, "/basicPolicy"))));
  }
  findings.push(...record.mismatches);
  // What it is rated by is not its form's scale.
  if (draft.unreadScale && printed.length === 0 && Object.keys(record.ratingTexts).length > 0) {
    record.warn("scale-not-read", [draft.unreadScale.text], draft.unreadScale, "/ratingScale");
  }
  return { reading: { plan, places, ratingTexts: record.ratingTexts }, findings: sortByPlace(findings) };
}

/** Says of a goal's title that the list has it under the number of another goal, whose listed rating would be taken for its own. */
function reportListOrder(record: PlanRecord, { goals }: PlanDraft, built: readonly PriorityGoal[]): void {
  for (const [position, goal] of goals.entries()) {
    const [own, listed] = [goal.ownTitle, goal.listedTitle].map(joinPieces) as [string, string];
    if (own === "" || listed === "" || own === listed || isSameText(own, listed)) continue;
    const other = goals.findIndex((each, index) => index !== position && each.listedTitle.length > 0 && isSameText(joinPieces(each.listedTitle), own));
    if (other === -1) continue;
    record.warn("list-order-differs", [built[position]!.number, own, built[other]!.number], goal.ownTitle, `/priorityGoals/${position}/title`);
  }
}

function buildScale(record: PlanRecord, drafts: ScaleDraft[]): RatingScaleEntry[] {
  return drafts.map((draft, position) => {
    const pointer = `/ratingScale/${position}`;
    record.put(pointer, draft.whole);
    const entry = readEntry(draft);
    record.put(`${pointer}/rating`, [draft.rating]);
    const label = draft.label ? record.put(`${pointer}/label`, [draft.label]) : null;
    record.put(`${pointer}/criterion`, draft.criterion);
    return { ...entry, label };
  });
}

/** Evaluated as soon as any rating, achievement, result or assessment is filled in. */
function findStage(plan: Pick<DepartmentPlan, "priorityGoals">): Stage {
  const isEvaluated = plan.priorityGoals.some(
    (goal) =>
      [goal.listedRating, goal.overallRating, goal.overallAssessment, goal.futureConsiderations].some((value) => value !== null) ||
      goal.targets.some(({ achievement, rating }) => achievement !== null || rating !== null) ||
      goal.initiatives.some(({ reportedResult }) => reportedResult !== null),
  );
  return isEvaluated ? "evaluated" : "plan";
}

function sortByPlace(messages: Message[]): Message[] {
  return messages.sort((one, other) => (one.span?.start.offset ?? 0) - (other.span?.start.offset ?? 0));
}
