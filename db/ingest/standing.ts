import { sql } from "drizzle-orm";
import { departmentId, municipalityId } from "@/lib/domain/identifier";
import type { DepartmentPlan } from "@/lib/domain/plan";
import type { Standing } from "@/lib/domain/verdict";
import type { Database } from "../connection/database";
import { currentPlans } from "../queries/current";
import { findDataset } from "../queries/datasets";
import { goal, ofPlan, plan } from "../queries/query-tables";
import { readPlan } from "../queries/reading-plans";

/** What a verdict needs to know of a plan that stands. */
interface StandingPlan {
  department: string;
  year: number;
  goals: number;
  load(): Promise<DepartmentPlan>;
}

/** What stands before each plan: in the newest dataset, and what was taken in since by this very ingest. */
export interface StandingPlans {
  look(plan: DepartmentPlan): Promise<Standing>;
  /** Notes a plan that was taken in. */
  add(plan: DepartmentPlan, load?: () => Promise<DepartmentPlan>): void;
}

/** Looks up what stands before; without a store, only what is added to it. */
export function createStanding(db: Database | null): StandingPlans {
  const municipalities = new Map<string, Promise<StandingPlan[]>>();
  const added = new Map<string, StandingPlan[]>();
  const readStored = (id: string) => {
    const known = municipalities.get(id) ?? (db ? readStandingPlans(db, id) : Promise.resolve([]));
    municipalities.set(id, known);
    return known;
  };
  return {
    async look(plan) {
      const id = municipalityId(plan.municipality);
      const plans = [...(await readStored(id)), ...(added.get(id) ?? [])];
      const own = plans.filter(({ department }) => department === departmentId(plan.department));
      const same = own.findLast(({ year }) => year === plan.fiscalYear);
      return {
        years: [...new Set(plans.map(({ year }) => year))],
        goalCounts: own.filter(({ year }) => year !== plan.fiscalYear).map(({ goals }) => goals),
        same: (await same?.load()) ?? null,
      };
    },
    add(plan, load = () => Promise.resolve(plan)) {
      const id = municipalityId(plan.municipality);
      const known = added.get(id) ?? [];
      known.push({ department: departmentId(plan.department), year: plan.fiscalYear, goals: plan.priorityGoals.length, load });
      added.set(id, known);
    },
  };
}

async function readStandingPlans(db: Database, municipality: string): Promise<StandingPlan[]> {
  const dataset = await findDataset(db);
  if (!dataset) return [];
  const rows = await db.all<{ department: string; year: number; goals: number; readingId: number; position: number }>(sql`
    select ${plan.departmentId} as department, ${plan.fiscalYear} as year, ${plan.readingId} as readingId, ${plan.position} as position,
      (select count(*) from ${goal.table} where ${ofPlan(goal)}) as goals
    ${currentPlans({ ...dataset, municipalityId: municipality })}`);
  return rows.map(({ readingId, position, ...row }) => ({ ...row, load: () => readPlan(db, readingId, position) }));
}
