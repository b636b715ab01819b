import { asc, eq } from "drizzle-orm";
import type { Places } from "@/lib/domain/place";
import type { DepartmentPlan, PriorityGoal } from "@/lib/domain/plan";
import type { Database } from "../connection/database";
import * as planSchema from "../schema/plans";

import { readPolicyGoal } from "./policy-goal";

type AssessmentRow = typeof planSchema.assessments.$inferSelect;

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
  const { plans, officers, basicPolicies, ratingScaleEntries, priorityGoals, targets, initiatives, assessments } = planSchema;
  const [planRows, officerRows, policyRows, scaleRows, goalRows, targetRows, initiativeRows, assessmentRows] = await db.batch([
    db.select().from(plans).where(eq(plans.readingId, readingId)).orderBy(asc(plans.position)),
    db.select().from(officers).where(eq(officers.readingId, readingId)).orderBy(asc(officers.position)),
    db.select().from(basicPolicies).where(eq(basicPolicies.readingId, readingId)).orderBy(asc(basicPolicies.position)),
    db.select().from(ratingScaleEntries).where(eq(ratingScaleEntries.readingId, readingId)).orderBy(asc(ratingScaleEntries.position)),
    db.select().from(priorityGoals).where(eq(priorityGoals.readingId, readingId)).orderBy(asc(priorityGoals.position)),
    db.select().from(targets).where(eq(targets.readingId, readingId)).orderBy(asc(targets.position)),
    db.select().from(initiatives).where(eq(initiatives.readingId, readingId)).orderBy(asc(initiatives.position)),
    db.select().from(assessments).where(eq(assessments.readingId, readingId)).orderBy(asc(assessments.position)),
  ]);
  return planRows.map((row) => {
    const own = <Row extends { planPosition: number }>(rows: Row[]) => rows.filter(({ planPosition }) => planPosition === row.position);
    const goals = own(goalRows);
    const goalTargets = own(targetRows);
    const goalInitiatives = own(initiativeRows);
    const goalAssessments = own(assessmentRows);
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
        (goal): PriorityGoal =>
          joinAssessments(
            goalAssessments.filter(({ goalPosition }) => goalPosition === goal.position),
            {
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
            },
          ),
      ),
    };
    const localGoalIds = goals.map(({ localId }) => localId);
    return { position: row.position, localId: row.localId, localGoalIds, plan, places: joinPlaces(row.places, goals) };
  });
}

/** A goal with the ratings that stand beside those of its own row and its targets'. */
function joinAssessments(rows: readonly AssessmentRow[], goal: PriorityGoal): PriorityGoal {
  if (rows.length === 0) return goal;
  const find = (subject: AssessmentRow["subject"], at: number | null) => {
    const own = rows.filter((row) => row.subject === subject && row.subjectPosition === at);
    const several = own.flatMap(({ occasion, rating }) => (occasion === null ? [] : [{ occasion, rating }]));
    const rating = own.find(({ occasion }) => occasion === null)?.rating;
    return { ...(rating && { rating }), ...(several.length > 0 && { assessments: several }) };
  };
  return {
    ...goal,
    targets: goal.targets.map((target, at) => ({ ...target, ...find("target", at) })),
    initiatives: goal.initiatives.map((initiative, at) => ({ ...initiative, ...find("initiative", at) })),
    ...find("goal", null),
  };
}

function joinPlaces(own: Places, goals: { position: number; places: Places }[]): Places {
  const places = { ...own };
  for (const goal of goals) {
    for (const [pointer, spans] of Object.entries(goal.places)) places[`/priorityGoals/${goal.position}${pointer}`] = spans;
  }
  return places;
}
