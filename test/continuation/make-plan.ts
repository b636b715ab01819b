import type { DepartmentPlan } from "@/lib/domain/plan";

/** A goal in short: `initiatives` as text and responsible unit. */
export interface GoalSketch {
  title: string;
  targets?: string[];
  initiatives: [text: string, unit: string | null][];
  policyArea?: string;
}

/** A plan with only what takes part in continuations. */
export function makePlan(fiscalYear: number, goals: GoalSketch[], department = "政策推進部"): DepartmentPlan {
  return {
    municipality: "柏原市",
    department,
    fiscalYear,
    title: null,
    stage: "plan",
    officers: [],
    basicPolicy: [],
    ratingScale: [],
    priorityGoals: goals.map(({ title, targets = [], initiatives, policyArea = null }, index) => ({
      number: index + 1,
      policyGoal: null,
      policyArea,
      title,
      listedRating: null,
      overallRating: null,
      overallAssessment: null,
      futureConsiderations: null,
      targets: targets.map((text) => ({ text, achievement: null, rating: null })),
      initiatives: initiatives.map(([text, responsibleUnit]) => ({ text, reportedResult: null, responsibleUnit })),
    })),
  };
}
