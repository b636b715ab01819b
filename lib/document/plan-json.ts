import type { Message } from "@/lib/domain/message";
import type { Places } from "@/lib/domain/place";
import type { Assessment, DepartmentPlan, Initiative, Rating } from "@/lib/domain/plan";
import { entriesInForce } from "@/lib/domain/rating/form";
import type { LineKind, PlanReading, Reading } from "@/lib/domain/reading";
import { type Excess, findCountExcess } from "./excess";
import { findPlanFindings } from "./findings";
import { describeIssue } from "./plan-json-issue";
import { PLAN_FORMAT, planSchema } from "./plan-json-schema";
import { type JsonTree, readJsonTree, toPointer } from "./plan-json-tree";
import { indexLines, type LineIndex } from "./position";
import { makeMessage, refuseExcess } from "./rules";

type PlanJsonReading = Pick<Reading, "plans" | "lines" | "messages" | "findings">;

/**
 * Reads plan JSON, one plan or an array of plans, with the place of each value. A plan without a municipality gets
 * the given one. A key or value that the form does not know refuses the file (an `error` message and no plans);
 * a rating that the plan's scale does not hold is a warning, and `null`.
 */
export function readPlanJson(text: string, { municipality }: { municipality: string }): PlanJsonReading {
  const index = indexLines(text);
  const refuse = (messages: Message[]): PlanJsonReading => ({ plans: [], lines: findLineKinds(text, index, null), messages, findings: [] });
  const tree = readJsonTree(text, index);
  if ("rule" in tree) return refuse([{ severity: "error", plan: null, pointer: null, ...tree }]);

  const values = Array.isArray(tree.value) ? tree.value.map((value, at) => ({ value, base: `/${at}` })) : [{ value: tree.value, base: "" }];
  const excess = findCountExcess(values.map(({ value }) => value));
  if (excess) {
    const { plan, pointer } = excess.at;
    return refuse([refuseExcess({ ...excess, at: { ...excess.at, span: findNearest(tree, (values[plan ?? 0]?.base ?? "") + (pointer ?? "")) } })]);
  }
  const places = findPlaces(tree);
  const messages: Message[] = findCharacters(tree);
  const plans: PlanReading[] = [];
  for (const [position, { value, base }] of values.entries()) {
    const read = planSchema.safeParse(value);
    if (read.success) {
      const { $schema: _, format: __, municipality: own, ...rest } = read.data;
      const { reading, warnings } = readPlan({ municipality: own ?? municipality, ...rest }, places[position] ?? {}, position);
      plans.push(reading);
      messages.push(...warnings);
      continue;
    }
    for (const { pointer, rule, reason } of read.error.issues.flatMap((issue) => describeIssue(issue, value))) {
      messages.push({ severity: "error", rule, reason, span: findNearest(tree, base + pointer), plan: position, pointer });
    }
  }
  if (values.length === 0) {
    messages.push({ severity: "error", rule: "json-value", reason: "運営方針が一つもありません。", span: null, plan: null, pointer: null });
  }
  if (messages.some(({ severity }) => severity === "error")) return refuse(messages);
  const findings = plans.flatMap((reading, position) => findPlanFindings(reading.plan, reading.places, position));
  const lines = findLineKinds(text, index, tree);
  // A rating that the scale does not hold was not read.
  for (const { rule, span } of messages) if (rule === "unknown-rating" && span) lines[span.start.line - 1] = "not-understood";
  return { plans, lines, messages, findings };
}

/** A plan as plan JSON: two spaces, keys in the order of the form, a newline at the end. */
export function printPlanJson(plan: DepartmentPlan): string {
  return `${JSON.stringify(printPlanObject(plan), null, 2)}\n`;
}

/** The value that `printPlanJson` prints. */
export function printPlanObject(plan: DepartmentPlan) {
  return {
    format: PLAN_FORMAT,
    municipality: plan.municipality,
    department: plan.department,
    fiscalYear: plan.fiscalYear,
    title: plan.title,
    stage: plan.stage,
    officers: plan.officers.map(({ post, name, duty }) => ({ post, name, duty })),
    basicPolicy: plan.basicPolicy,
    ratingScale: plan.ratingScale.map(({ rating, label, criterion, min, max }) => ({ rating, label, criterion, min, max })),
    priorityGoals: plan.priorityGoals.map((goal) => ({
      number: goal.number,
      policyGoal: goal.policyGoal && { code: goal.policyGoal.code, name: goal.policyGoal.name },
      policyArea: goal.policyArea,
      title: goal.title,
      listedRating: goal.listedRating,
      overallRating: goal.overallRating,
      overallAssessment: goal.overallAssessment,
      futureConsiderations: goal.futureConsiderations,
      targets: goal.targets.map(({ text, achievement, rating, assessments }) => ({ text, achievement, rating, ...printAssessments(assessments) })),
      initiatives: goal.initiatives.map(({ text, reportedResult, responsibleUnit, rating, assessments }) => ({
        text,
        reportedResult,
        responsibleUnit,
        ...(rating !== undefined && { rating }),
        ...printAssessments(assessments),
      })),
      ...printAssessments(goal.assessments),
    })),
  };
}

function printAssessments(assessments: readonly Assessment[] | undefined): { assessments?: Assessment[] } {
  return assessments ? { assessments: assessments.map(({ occasion, rating }) => ({ occasion, rating })) } : {};
}

/** The first value of each plan that is longer than the form has it, by the JSON Pointer to it. */
export function findLengthExcess(plans: readonly DepartmentPlan[]): Excess[] {
  return plans.flatMap((plan, position): Excess[] => {
    const issue = planSchema
      .safeParse(printPlanObject(plan))
      .error?.issues.find(({ code, ...each }) => code === "too_big" && "origin" in each && each.origin === "string");
    if (issue?.code !== "too_big") return [];
    const text = String(issue.path.reduce<unknown>((parent, key) => (parent as Record<PropertyKey, unknown>)[key], plan));
    return [{ rule: "value-too-long", args: [text, text.length, Number(issue.maximum)], at: { plan: position, pointer: toPointer(issue.path) } }];
  });
}

/** A warning for each value with characters that no text holds. */
function findCharacters({ unprintable, spans, value }: JsonTree): Message[] {
  return [...unprintable].flatMap(([pointer, characters]) => {
    const [, position, own] = Array.isArray(value) ? /^\/(\d+)(.*)$/.exec(pointer)! : ["", "0", pointer];
    return characters.map((character) =>
      makeMessage("unprintable-character", [character, 1], { span: spans.get(pointer) ?? null, plan: Number(position), pointer: own! }),
    );
  });
}

/** Takes out ratings that the plan's scale does not hold, and keeps what is printed for each. */
function readPlan(plan: DepartmentPlan, places: Places, position: number): { reading: PlanReading; warnings: Message[] } {
  const scale = new Set(entriesInForce(plan.ratingScale).map(({ rating }) => rating));
  const ratingTexts: Record<string, string> = {};
  const warnings: Message[] = [];
  const check = (rating: Rating | null, pointer: string): Rating | null => {
    if (rating === null) return null;
    ratingTexts[pointer] = rating;
    if (scale.has(rating)) return rating;
    warnings.push(makeMessage("unknown-rating", [rating], { span: places[pointer]?.[0] ?? null, plan: position, pointer }));
    return null;
  };
  const checkAll = <Owner extends { assessments?: Assessment[] | undefined }>({ assessments, ...owner }: Owner, pointer: string) => ({
    ...owner,
    ...(assessments && { assessments: assessments.map((each, of) => ({ ...each, rating: check(each.rating, `${pointer}/assessments/${of}/rating`) })) }),
  });
  const checkInitiative = ({ rating, ...initiative }: Initiative, pointer: string) => {
    const known = check(rating ?? null, `${pointer}/rating`);
    return { ...checkAll(initiative, pointer), ...(known !== null && { rating: known }) };
  };
  const priorityGoals = plan.priorityGoals.map((goal, at) => ({
    ...checkAll(goal, `/priorityGoals/${at}`),
    listedRating: check(goal.listedRating, `/priorityGoals/${at}/listedRating`),
    overallRating: check(goal.overallRating, `/priorityGoals/${at}/overallRating`),
    targets: goal.targets.map((target, of) => {
      const pointer = `/priorityGoals/${at}/targets/${of}`;
      return { ...checkAll(target, pointer), rating: check(target.rating, `${pointer}/rating`) };
    }),
    initiatives: goal.initiatives.map((initiative, of) => checkInitiative(initiative, `/priorityGoals/${at}/initiatives/${of}`)),
  }));
  return { reading: { plan: { ...plan, priorityGoals }, places, ratingTexts }, warnings };
}

/** The places of each plan, by JSON Pointer into it. */
function findPlaces({ spans, value }: JsonTree): Places[] {
  const plans: Places[] = [];
  for (const [pointer, span] of spans) {
    const [, position, own] = Array.isArray(value) ? (/^\/(\d+)(.*)$/.exec(pointer) ?? []) : ["", "0", pointer];
    if (own && own !== "/format" && own !== "/$schema") (plans[Number(position)] ??= {})[own] = [span];
  }
  return plans;
}

/** Where a value stands; for one that is absent, the key or value that should hold it. */
function findNearest({ spans, keySpans }: JsonTree, pointer: string) {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf("/"))) {
    const span = keySpans.get(at) ?? spans.get(at);
    if (span) return span;
    if (at === "") return null;
  }
}

function findLineKinds(text: string, { starts, ends }: LineIndex, tree: JsonTree | null): LineKind[] {
  const valueLines = new Set([...(tree?.spans.values() ?? [])].map(({ start }) => start.line));
  return starts.map((start, at) => {
    const line = text.slice(start, ends[at]).trim();
    if (line === "") return "blank";
    if (tree === null) return "not-understood";
    if (valueLines.has(at + 1)) return "field";
    return /^[[\]{},:\s]*$/.test(line) ? "separator" : "heading";
  });
}
