import { readOriginGoals } from "@/app/_read/chart-rows";
import type { Database } from "@/db/connection/database";
import { readContinuations } from "@/db/queries/continuations";
import { findDataset } from "@/db/queries/datasets";
import { findGoal } from "@/db/queries/goal";
import { listGoals } from "@/db/queries/goals";
import { listPlans } from "@/db/queries/plans";
import type { ChartRows } from "@/lib/charts/contract";
import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import type { GoalRow } from "@/lib/domain/rows";

/** All rows that any chart is made of, of the newest dataset, and whole the goal that `choose` names. */
export async function readAllRows(database: Database, choose: (goals: readonly GoalRow[], history: ContinuationHistory) => string): Promise<ChartRows> {
  const dataset = (await findDataset(database))!;
  const [plans, goals, history] = [await listPlans(database, dataset), await listGoals(database, dataset), await readContinuations(database, dataset)];
  const goal = (await findGoal(database, dataset, choose(goals, history)))!;
  return { plans, goals, history, goal, origins: await readOriginGoals({ database, dataset }, goal, history) };
}
