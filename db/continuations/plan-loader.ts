import type { Database } from "../client";
import { readPlans, type StoredPlan } from "../queries/reading-plans";
import type { CurrentPlan } from "./current-plan";
import type { DepartmentPlan } from "@/lib/domain/plan";

/** Plans of two years by name, whose texts are to be read. */
export interface PlanPair {
  before: CurrentPlan[];
  after: CurrentPlan[];
}

/** Reads the plans of a pair of years whole. */
export type PlanLoader = (pair: PlanPair) => Promise<{ before: DepartmentPlan[]; after: DepartmentPlan[] }>;

/** A loader that keeps what the last pair had, as the later year of one pair is the earlier of the next. */
export function createPlanLoader(db: Database): PlanLoader {
  let kept = new Map<number, StoredPlan[]>();
  return async ({ before, after }) => {
    const loaded = new Map<number, StoredPlan[]>();
    for (const { readingId } of [...before, ...after]) {
      if (!loaded.has(readingId)) loaded.set(readingId, kept.get(readingId) ?? (await readPlans(db, readingId)));
    }
    kept = loaded;
    const pick = (plans: readonly CurrentPlan[]) => plans.map(({ readingId, position }) => loaded.get(readingId)![position]!.plan);
    return { before: pick(before), after: pick(after) };
  };
}
