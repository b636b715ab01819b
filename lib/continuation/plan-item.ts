import type { ItemRef } from "@/lib/domain/continuation";
import type { GoalIntent, PlanIntent } from "@/lib/domain/plan";
import { formatPolicyGoal } from "@/lib/domain/policy-goal";
import type { Item } from "./item";
import { maskOwnNames } from "./own-name";

/** A value of the plan that takes part in the comparison. `pointer` leads to it from the plan. */
export interface Field {
  pointer: string;
  text: string;
  /** As it is compared: without the city's own names. */
  masked: string;
}

/** A goal or an initiative, ready to be compared, with what a reader wants to know of it. */
export interface PlanItem extends Item {
  ref: ItemRef;
  fields: Field[];
  department: string;
  policyArea: string | null;
  policyGoal: string | null;
}

/** A goal with its initiatives. */
export interface PlanGoal extends PlanItem {
  /** What it says of itself: title and targets, without its initiatives. */
  words: Item;
  initiatives: PlanItem[];
}

/**
 * The goals of the plans, in an order that does not depend on that of `plans`. Compared is what a plan set out to
 * do (title, targets, initiatives), never what came of it: the results are in one year's document and not in
 * the other's. An initiative is its own text alone; its goal's title and targets are what it stands within.
 */
export function listGoals(plans: readonly PlanIntent[]): PlanGoal[] {
  return plans
    .flatMap((plan) => plan.priorityGoals.map((goal, index) => toPlanGoal(plan, goal, `/priorityGoals/${index}`)))
    .sort((a, b) => compareRefs(a.ref, b.ref));
}

/** By municipality, department, year and then place in the plan. */
export function compareRefs(a: ItemRef, b: ItemRef): number {
  return (
    compareTexts(a.municipality, b.municipality) ||
    compareTexts(a.department, b.department) ||
    a.fiscalYear - b.fiscalYear ||
    comparePointers(a.pointer, b.pointer)
  );
}

/** One string for one item, to be used as a key. */
export function refKey({ municipality, department, fiscalYear, pointer }: ItemRef): string {
  return JSON.stringify([municipality, department, fiscalYear, pointer]);
}

function toPlanGoal(plan: PlanIntent, goal: GoalIntent, pointer: string): PlanGoal {
  const toField = (at: string, text: string): Field => ({ pointer: `${pointer}/${at}`, text, masked: maskOwnNames(text, plan.municipality) });
  const toItem = (at: string, title: Field, others: Field[], unit: string | null): PlanItem => {
    const ref = { ...pickPlan(plan), pointer: at };
    return {
      id: refKey(ref),
      title: title.masked,
      texts: others.map(({ masked }) => masked),
      unit,
      ref,
      fields: [title, ...others],
      department: plan.department,
      policyArea: goal.policyArea,
      policyGoal: formatPolicyGoal(goal.policyGoal),
    };
  };
  const title = toField("title", goal.title);
  const targets = goal.targets.map(({ text }, i) => toField(`targets/${i}/text`, text));
  const works = goal.initiatives.map(({ text }, i) => toField(`initiatives/${i}/text`, text));
  const units = new Set(goal.initiatives.map(({ responsibleUnit }) => responsibleUnit).filter((unit) => unit !== null));
  const whole = toItem(pointer, title, [...targets, ...works], [...units].sort().join("、") || null);
  const words: Item = { id: whole.id, title: whole.title, texts: targets.map(({ masked }) => masked), unit: whole.unit };
  const within = [words.title, ...words.texts];
  return {
    ...whole,
    words,
    initiatives: goal.initiatives.map(({ responsibleUnit }, i) => ({ ...toItem(`${pointer}/initiatives/${i}`, works[i]!, [], responsibleUnit), within })),
  };
}

function pickPlan({ municipality, department, fiscalYear }: PlanIntent): Omit<ItemRef, "pointer"> {
  return { municipality, department, fiscalYear };
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Initiative 10 comes after initiative 9. */
function comparePointers(a: string, b: string): number {
  const [one, other] = [a, b].map((pointer) => pointer.match(/\d+/g)?.map(Number) ?? []) as [number[], number[]];
  for (let i = 0; i < Math.min(one.length, other.length); i++) if (one[i] !== other[i]) return one[i]! - other[i]!;
  return one.length - other.length || compareTexts(a, b);
}
