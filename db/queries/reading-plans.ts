import { asc, eq } from "drizzle-orm";
import type { Places } from "@/lib/domain/place";
import type { DepartmentPlan, PriorityGoal } from "@/lib/domain/plan";
import type { Database } from "../connection/database";
import * as schema from "../schema/readings";
import { readPolicyGoal } from "./policy-goal";

/** A stored plan whole. `places` is keyed by JSON Pointer into the plan. */
export interface StoredPlan {
  position: number;
  localId: string;
  localGoalIds: string[];
  plan: DepartmentPlan;
  places: Places;
}

/** One plan of a reading, as it was stored. */
export async function readPlan(db: Database, readingId: number, position: number): Promise<DepartmentPlan> {
  return (await readPlans(db, readingId)).find((stored) => stored.position === position)!.plan;
}

/** Every plan of a reading as it was stored, in one round trip. */
export async function readPlans(db: Database, readingId: number): Promise<StoredPlan[]> {
  const { plans, officers, basicPolicies, ratingScaleEntries, priorityGoals, targets, initiatives } = schema;
  const [planRows, officerRows, policyRows, scaleRows, goalRows, targetRows, initiativeRows] = await db.batch([
    db.select().from(plans).where(eq(plans.readingId, readingId)).orderBy(asc(plans.position)),
    db.select().from(officers).where(eq(officers.readingId, readingId)).orderBy(asc(officers.position)),
    db.select().from(basicPolicies).where(eq(basicPolicies.readingId, readingId)).orderBy(asc(basicPolicies.position)),
    db.select().from(ratingScaleEntries).where(eq(ratingScaleEntries.readingId, readingId)).orderBy(asc(ratingScaleEntries.position)),
    db.select().from(priorityGoals).where(eq(priorityGoals.readingId, readingId)).orderBy(asc(priorityGoals.position)),
    db.select().from(targets).where(eq(targets.readingId, readingId)).orderBy(asc(targets.position)),
    db.select().from(initiatives).where(eq(initiatives.readingId, readingId)).orderBy(asc(initiatives.position)),
  ]);
  return planRows.map((row) => {
    const own = <Row extends { planPosition: number }>(rows: Row[]) => rows.filter(({ planPosition }) => planPosition === row.position);
    const goals = own(goalRows);
    const goalTargets = own(targetRows);
    const goalInitiatives = own(initiativeRows);
    const plan: DepartmentPlan = {
      municipality: row.municipality,
      department: row.department,
      fiscalYear: row.fiscalYear,
      title: row.title,
      stage: row.stage,
      officers: own(officerRows).map(({ post, name, duty }) => ({ post, name, duty })),
      basicPolicy: own(policyRows).map(({ text }) => text),
      ratingScale: own(scaleRows).map(({ rating, label, criterion, min, max }) => ({ rating, label, criterion, min, max })),
      priorityGoals: goals.map(
        (goal): PriorityGoal => ({
          number: goal.number,
          policyGoal: readPolicyGoal(goal.policyGoalCode, goal.policyGoalName),
          policyArea: goal.policyArea,
          title: goal.title,
          listedRating: goal.listedRating,
          overallRating: goal.overallRating,
          overallAssessment: goal.overallAssessment,
          futureConsiderations: goal.futureConsiderations,
          targets: goalTargets
            .filter(({ goalPosition }) => goalPosition === goal.position)
            .map(({ text, achievement, rating }) => ({ text, achievement, rating })),
          initiatives: goalInitiatives
            .filter(({ goalPosition }) => goalPosition === goal.position)
            .map(({ text, reportedResult, responsibleUnit }) => ({ text, reportedResult, responsibleUnit })),
        }),
      ),
    };
    const localGoalIds = goals.map(({ localId }) => localId);
    return { position: row.position, localId: row.localId, localGoalIds, plan, places: joinPlaces(row.places, goals) };
  });
}

function joinPlaces(own: Places, goals: { position: number; places: Places }[]): Places {
  const places = { ...own };
  for (const goal of goals) {
    for (const [pointer, spans] of Object.entries(goal.places)) places[`/priorityGoals/${goal.position}${pointer}`] = spans;
  }
  return places;
}
