import { isFictitious } from "@/lib/domain/fictitious";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { DepartmentPlan, Initiative, PriorityGoal, Rating, RatingScaleEntry, Target } from "@/lib/domain/plan";
import { formatPolicyGoal } from "@/lib/domain/policy-goal";
import { entriesInForce } from "@/lib/domain/rating/form";
import { nameRating } from "@/lib/domain/rating/name";
import { replaceUnwritable } from "@/lib/domain/writable-text";
import { ja } from "@/lib/texts/ja";

/** What stands in a template for its tags: texts by their names, lists, and `previous`, the same of the year before. */
export interface Fields {
  [name: string]: string | Fields | Fields[];
}

type Print = (text: string | null) => string;
type PrintRating = (rating: Rating | null) => string;

/** A plan as a template's tags name it, as plan JSON names it, each with what the plan of the year before has in its place. */
export function listFields(plan: DepartmentPlan, previous: DepartmentPlan): Fields {
  const own = printWith(plan, "");
  const before = printWith(previous, ja.none);
  return {
    department: writable(plan.department),
    fiscalYear: formatFiscalYear(plan.fiscalYear),
    title: writable(plan.title ?? ""),
    notice: isFictitious(plan.municipality) ? ja.site.fictitious.join("") : "",
    officers: plan.officers.map(({ post, name, duty }) => ({ post: writable(post), name: writable(duty === null ? name : `${name}（${duty}）`) })),
    basicPolicy: own.text(plan.basicPolicy.join("\n")),
    ratingScale: plan.ratingScale.map((entry) => ({ entry: writable(printEntry(entry)) })),
    priorityGoals: plan.priorityGoals.map((goal, index) => listGoal(goal, previous.priorityGoals[index], own, before)),
    previous: { fiscalYear: formatFiscalYear(previous.fiscalYear), basicPolicy: before.text(previous.basicPolicy.join("\n")) },
  };
}

interface Printer {
  text: Print;
  rating: PrintRating;
}

/** How a plan's values are printed; `none` for those that it does not have. */
function printWith(plan: DepartmentPlan, none: string): Printer {
  const entries = entriesInForce(plan.ratingScale);
  return {
    text: (text) => (text === null || text === "" ? none : writable(text)),
    rating: (rating) => (rating === null ? none : writable(nameRating({ rating, label: entries.find((entry) => entry.rating === rating)?.label ?? null }))),
  };
}

function listGoal(goal: PriorityGoal, previous: PriorityGoal | undefined, own: Printer, before: Printer): Fields {
  return {
    ...goalFields(goal, own),
    previous: previous ? goalFields(previous, before) : emptied(goalFields(goal, own)),
    targets: goal.targets.map((target, index) => besides(target, previous?.targets[index], targetFields, own, before)),
    initiatives: goal.initiatives.map((initiative, index) => besides(initiative, previous?.initiatives[index], initiativeFields, own, before)),
  };
}

function besides<Item>(
  item: Item,
  previous: Item | undefined,
  fieldsOf: (item: Item, print: Printer) => Record<string, string>,
  own: Printer,
  before: Printer,
) {
  const fields = fieldsOf(item, own);
  return { ...fields, previous: previous ? fieldsOf(previous, before) : emptied(fields) };
}

function goalFields(goal: PriorityGoal, { text, rating }: Printer): Record<string, string> {
  return {
    number: String(goal.number),
    title: text(goal.title),
    policyGoal: text(formatPolicyGoal(goal.policyGoal)),
    policyArea: text(goal.policyArea),
    listedRating: rating(goal.listedRating),
    overallRating: rating(goal.overallRating),
    overallAssessment: text(goal.overallAssessment),
    futureConsiderations: text(goal.futureConsiderations),
  };
}

function targetFields(target: Target, { text, rating }: Printer): Record<string, string> {
  return { text: text(target.text), achievement: text(target.achievement), rating: rating(target.rating) };
}

function initiativeFields(initiative: Initiative, { text, rating }: Printer): Record<string, string> {
  return {
    text: text(initiative.text),
    reportedResult: text(initiative.reportedResult),
    responsibleUnit: text(initiative.responsibleUnit),
    rating: rating(initiative.rating ?? null),
  };
}

function emptied(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, ""]));
}

/** A line of 達成度について: `A：達成（100%）`. */
function printEntry({ rating, label, criterion }: RatingScaleEntry): string {
  return `${rating}${label === null ? "" : `：${label}`}${criterion === null ? "" : `（${criterion}）`}`;
}

/** A text as a Word file can hold it. */
function writable(text: string): string {
  return replaceUnwritable(text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n"));
}
