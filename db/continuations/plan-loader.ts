import type { PlanIntent } from "@/lib/domain/plan";
import type { Database } from "../connection/database";
import { readPlanIntents } from "../queries/plan-intents";
import type { CurrentPlan } from "./current-plan";

/** Plans of two years by name, whose texts are to be read. */
export interface PlanPair {
  before: CurrentPlan[];
  after: CurrentPlan[];
}

/** Reads what the plans of a pair of years set out to do. */
export type PlanLoader = (pair: PlanPair) => Promise<{ before: PlanIntent[]; after: PlanIntent[] }>;

/** A loader that keeps what the last pair had, as the later year of one pair is the earlier of the next. */
export function createPlanLoader(db: Database): PlanLoader {
  let kept = new Map<string, PlanIntent>();
  return async ({ before, after }) => {
    const wanted = [...before, ...after];
    const lacking = new Set(wanted.filter((plan) => !kept.has(nameOf(plan))).map(({ readingId }) => readingId));
    const read = lacking.size === 0 ? [] : await readPlanIntents(db, [...lacking]);
    const loaded = new Map(read.map((stored) => [nameOf(stored), stored.intent]));
    const pick = (plans: readonly CurrentPlan[]) => plans.map((plan) => loaded.get(nameOf(plan)) ?? kept.get(nameOf(plan))!);
    const pair = { before: pick(before), after: pick(after) };
    kept = new Map(after.map((plan, at) => [nameOf(plan), pair.after[at]!]));
    return pair;
  };
}

function nameOf({ readingId, position }: { readingId: number; position: number }): string {
  return `${readingId} ${position}`;
}
