import { sql } from "drizzle-orm";
import type { Database } from "../client";
import type { GoalIntent, PlanIntent } from "@/lib/domain/plan";

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

type PackedGoal = [title: string, code: string | null, name: string | null, area: string | null, targets: string[], initiatives: [text: string, unit: string | null][]];

/** What every plan of these readings set out to do. */
export async function readPlanIntents(db: Database, readingIds: readonly number[]): Promise<StoredIntent[]> {
  const rows = await db.all<Row>(sql`
    select p.reading_id as readingId, p.position, p.municipality, p.department, p.fiscal_year as fiscalYear,
      (select json_group_array(json_array(g.title, g.policy_goal_code, g.policy_goal_name, g.policy_area,
          (select json_group_array(t.text order by t.position) from targets t
            where t.reading_id = g.reading_id and t.plan_position = g.plan_position and t.goal_position = g.position),
          (select json_group_array(json_array(i.text, i.responsible_unit) order by i.position) from initiatives i
            where i.reading_id = g.reading_id and i.plan_position = g.plan_position and i.goal_position = g.position)
        ) order by g.position)
        from priority_goals g where g.reading_id = p.reading_id and g.plan_position = p.position) as goals
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
