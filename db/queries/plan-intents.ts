import { sql } from "drizzle-orm";
import type { GoalIntent, PlanIntent } from "@/lib/domain/plan";
import type { Database } from "../connection/database";
import { jsonList } from "./json-list";

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

const OF_ROW = "reading_id = goal_row.reading_id and plan_position = goal_row.plan_position and goal_position = goal_row.position";
const GOALS = jsonList(
  `json_array(title, policy_goal_code, policy_goal_name, policy_area,
    ${jsonList("text", `targets where ${OF_ROW}`)}, ${jsonList("json_array(text, responsible_unit)", `initiatives where ${OF_ROW}`)})`,
  "priority_goals where reading_id = p.reading_id and plan_position = p.position",
  "goal_row",
);

/** What every plan of these readings set out to do. */
export async function readPlanIntents(db: Database, readingIds: readonly number[]): Promise<StoredIntent[]> {
  const rows = await db.all<Row>(sql`
    select p.reading_id as readingId, p.position, p.municipality, p.department, p.fiscal_year as fiscalYear,
      ${sql.raw(GOALS)} as goals
    from json_each(${JSON.stringify(readingIds)}) wanted cross join plans p on p.reading_id = wanted.value`);
  return rows.map(({ readingId, position, goals, ...plan }) => ({
    readingId,
    position,
    intent: { ...plan, priorityGoals: (JSON.parse(goals) as PackedGoal[]).map(unpackGoal) },
  }));
}

function unpackGoal([title, code, name, policyArea, targets, initiatives]: PackedGoal): GoalIntent {
  return {
    title,
    policyGoal: name === null ? null : { code, name },
    policyArea,
    targets: targets.map((text) => ({ text })),
    initiatives: initiatives.map(([text, responsibleUnit]) => ({ text, responsibleUnit })),
  };
}
