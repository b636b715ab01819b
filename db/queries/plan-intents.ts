import { sql } from "drizzle-orm";
import type { GoalIntent, PlanIntent } from "@/lib/domain/plan";
import type { Database } from "../connection/database";
import { initiatives, priorityGoals, targets } from "../schema/plans";
import { aliasTable } from "./aliased-table";
import { jsonList } from "./json-list";
import { readPolicyGoal } from "./policy-goal";
import { ofPlan, partOf, plan } from "./query-tables";
import { type Columns, selectRows } from "./select-rows";

/** What a stored plan set out to do, with where it is stored. */
export interface StoredIntent {
  readingId: number;
  position: number;
  intent: PlanIntent;
}

interface Row extends Omit<PlanIntent, "priorityGoals"> {
  readingId: number;
  position: number;
  goals: string;
}

type PackedGoal = [
  title: string,
  code: string | null,
  name: string | null,
  area: string | null,
  targets: string[],
  initiatives: [text: string, unit: string | null][],
];

const goalRow = aliasTable(priorityGoals, "goal_row");
const TARGETS = jsonList(targets, partOf(goalRow), ({ text }) => text);
const INITIATIVES = jsonList(initiatives, partOf(goalRow), ({ text, responsibleUnit }) => sql`json_array(${text}, ${responsibleUnit})`);

const COLUMNS: Columns<Row> = {
  readingId: plan.readingId,
  position: plan.position,
  municipality: plan.municipality,
  department: plan.department,
  fiscalYear: plan.fiscalYear,
  goals: jsonList(
    priorityGoals,
    ofPlan,
    () => sql`json_array(${goalRow.title}, ${goalRow.policyGoalCode}, ${goalRow.policyGoalName}, ${goalRow.policyArea}, ${TARGETS}, ${INITIATIVES})`,
    goalRow,
  ),
};

/** What every plan of these readings set out to do. */
export async function readPlanIntents(db: Database, readingIds: readonly number[]): Promise<StoredIntent[]> {
  const rows = await selectRows<Row>(
    db,
    COLUMNS,
    sql`from json_each(${JSON.stringify(readingIds)}) wanted cross join ${plan.table} on ${plan.readingId} = wanted.value`,
  );
  return rows.map(({ readingId, position, goals, ...ofYear }) => ({
    readingId,
    position,
    intent: { ...ofYear, priorityGoals: (JSON.parse(goals) as PackedGoal[]).map(unpackGoal) },
  }));
}

function unpackGoal([title, code, name, policyArea, targets, initiatives]: PackedGoal): GoalIntent {
  return {
    title,
    policyGoal: readPolicyGoal(code, name),
    policyArea,
    targets: targets.map((text) => ({ text })),
    initiatives: initiatives.map(([text, responsibleUnit]) => ({ text, responsibleUnit })),
  };
}
