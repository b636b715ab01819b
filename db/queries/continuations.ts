import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "../client";
import { homeMunicipality } from "../config";
import { publicId } from "../identifier";
import { comparisons, datasetComparisons } from "../schema";
import { currentPlans } from "./current";
import type { ContinuationHistory, ContinuationItem, ItemRef } from "@/lib/domain/continuation";
import type { Rating } from "@/lib/domain/plan";
import type { DatasetRow } from "@/lib/domain/rows";

interface Row {
  localId: string;
  position: number;
  number: number;
  title: string;
  municipality: string;
  department: string;
  departmentId: string;
  fiscalYear: number;
  policyArea: string | null;
  policyGoalCode: string | null;
  policyGoalName: string | null;
  rating: Rating | null;
  initiatives: string;
}

/**
 * All goals and initiatives of a dataset's current plans, by year, each goal before its initiatives, and what became
 * of them from each year to the next, as it was stored with the dataset.
 */
export async function readContinuations(db: Database, dataset: DatasetRow): Promise<ContinuationHistory> {
  const home = homeMunicipality();
  const goals = await db.all<Row>(sql`
    select g.local_id as localId, g.position, g.number, g.title, p.municipality, p.department, p.department_id as departmentId,
      p.fiscal_year as fiscalYear, g.policy_area as policyArea, g.policy_goal_code as policyGoalCode,
      g.policy_goal_name as policyGoalName, coalesce(g.overall_rating, g.listed_rating) as rating,
      (select json_group_array(json_array(i.text, i.responsible_unit) order by i.position) from initiatives i
        where i.reading_id = g.reading_id and i.plan_position = g.plan_position and i.goal_position = g.position) as initiatives
    ${currentPlans(dataset, sql`join priority_goals g on g.reading_id = p.reading_id and g.plan_position = p.position`)}
    order by p.fiscal_year, p.municipality, p.department, g.position`);
  const stored = await db
    .select({ comparison: comparisons })
    .from(datasetComparisons)
    .innerJoin(comparisons, eq(comparisons.digest, datasetComparisons.comparison))
    .where(eq(datasetComparisons.datasetSequence, dataset.sequence))
    .orderBy(asc(comparisons.fromYear), asc(comparisons.toYear), asc(comparisons.municipality));
  const items = goals.flatMap((goal) => readItems(goal, home));
  const keys = new Map(items.map(({ ref, key }) => [refName(ref), key]));
  const keyOf = (ref: ItemRef): string => keys.get(refName(ref))!;
  return {
    items,
    comparisons: stored.map(({ comparison: { fromYear, toYear, links, ended, begun } }) => ({
      from: fromYear,
      to: toYear,
      links: links.map((link) => ({ ...link, predecessorKey: keyOf(link.predecessor), successorKey: keyOf(link.successor) })),
      ended: ended.map(keyOf),
      begun: begun.map(keyOf),
    })),
  };
}

/** A goal, then its initiatives. */
function readItems(row: Row, home: string): ContinuationItem[] {
  const { municipality, department, departmentId, fiscalYear, policyArea, rating } = row;
  const goalId = publicId(row.localId, municipality, home);
  const initiatives = JSON.parse(row.initiatives) as [text: string, unit: string | null][];
  const refAt = (pointer: string): ItemRef => ({ municipality, department, fiscalYear, pointer });
  const listUnits = (units: (string | null)[]) => [...new Set(units.filter((unit) => unit !== null))];
  const policyGoal = row.policyGoalName === null ? null : { code: row.policyGoalCode, name: row.policyGoalName };
  const ofGoal = { goalId, goalNumber: row.number, goalTitle: row.title, fiscalYear, municipality, department, departmentId, policyArea, policyGoal, rating };
  const pointer = `/priorityGoals/${row.position}`;
  return [
    {
      ...ofGoal,
      key: goalId,
      level: "goal",
      ref: refAt(pointer),
      text: row.title,
      responsibleUnits: listUnits(initiatives.map(([, unit]) => unit)),
      initiatives: initiatives.length,
    },
    ...initiatives.map(([text, unit], index): ContinuationItem => ({
      ...ofGoal,
      key: `${goalId}-i${index + 1}`,
      level: "initiative",
      ref: refAt(`${pointer}/initiatives/${index}`),
      text,
      responsibleUnits: listUnits([unit]),
      initiatives: 1,
    })),
  ];
}

function refName({ municipality, department, fiscalYear, pointer }: ItemRef): string {
  return JSON.stringify([municipality, department, fiscalYear, pointer]);
}
