import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { Message } from "@/lib/domain/message";
import type { Span } from "@/lib/domain/place";
import type { DepartmentPlan } from "@/lib/domain/plan";
import type { Standing } from "@/lib/domain/verdict";
import { makeHold } from "./hold-rules";
import { makeMatchKey } from "./normalize";

/** How many years a plan may lie beyond the newest (a city fills in its past as far back as it likes); where one year alone stands, more, as it shows no rhythm yet: Kashiwara's first two lie four years apart. */
const MOST_AHEAD = { usual: 3, first: 5 };
/** How many times as many goals as in any other year, or as few, and how many more or fewer at least. */
const FAR = { times: 3, count: 5 };
/** The least share, of 1, of two-letter pairs that an evaluated plan has in common with what it replaces. */
const LEAST_ALIKE = 0.5;

/** Why a plan is doubtful beside what stands before it; `at` is where the document says its year. */
export function judgeStanding(plan: DepartmentPlan, { years, goalCounts, same }: Standing, at: { span: Span | undefined; plan: number }): Message[] {
  const { fiscalYear, priorityGoals } = plan;
  const reasons: Message[] = [];
  const newest = Math.max(...years);
  if (years.length > 0 && fiscalYear - newest > (years.length > 1 ? MOST_AHEAD.usual : MOST_AHEAD.first)) {
    reasons.push(makeHold("year-far-ahead", [formatFiscalYear(fiscalYear), formatFiscalYear(newest)], { ...at, pointer: "/fiscalYear" }));
  }
  const count = priorityGoals.length;
  const [most, least] = [Math.max(...goalCounts), Math.min(...goalCounts)];
  if (goalCounts.length > 0 && count >= most * FAR.times && count - most >= FAR.count) {
    reasons.push(makeHold("goals-too-many", [count, most], { plan: at.plan, pointer: "/priorityGoals" }));
  }
  if (goalCounts.length > 0 && count * FAR.times <= least && least - count >= FAR.count) {
    reasons.push(makeHold("goals-too-few", [count, least], { plan: at.plan, pointer: "/priorityGoals" }));
  }
  if (same && replaces(plan, same)) {
    const alike = measureLikeness(plan, same);
    if (alike < LEAST_ALIKE) {
      reasons.push(makeHold("unlike-what-it-replaces", [formatFiscalYear(fiscalYear), Math.floor(alike * 100)], { plan: at.plan, pointer: "/priorityGoals" }));
    }
  }
  return reasons;
}

/** Whether an evaluated plan would be shown in the other's place. */
function replaces(plan: DepartmentPlan, same: DepartmentPlan): boolean {
  return plan.stage === "evaluated" && same.priorityGoals.length > 0;
}

/** What two plans set out to do has in common: twice the pairs of letters of both, by all of each (Dice's coefficient, 0 to 1). */
function measureLikeness(one: DepartmentPlan, other: DepartmentPlan): number {
  const [pairs, others] = [countPairs(one), countPairs(other)];
  let common = 0;
  for (const [pair, count] of pairs) common += Math.min(count, others.get(pair) ?? 0);
  const all = total(pairs) + total(others);
  return all === 0 ? 1 : (2 * common) / all;
}

function countPairs({ priorityGoals }: DepartmentPlan): Map<string, number> {
  const counts = new Map<string, number>();
  const texts = priorityGoals.flatMap(({ title, targets, initiatives }) => [title, ...targets.map(({ text }) => text), ...initiatives.map(({ text }) => text)]);
  for (const text of texts) {
    const { key } = makeMatchKey(text, text.length);
    for (let index = 0; index + 1 < key.length; index++) {
      const pair = key.slice(index, index + 2);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
