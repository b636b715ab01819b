import type { DepartmentPlan, Initiative, Target } from "@/lib/domain/plan";
import { entriesInForce } from "@/lib/domain/rating/form";
import { titleForm } from "./form-name";

const TARGET: Target = { text: "", achievement: null, rating: null };
const INITIATIVE: Initiative = { text: "", reportedResult: null, responsibleUnit: null };

/**
 * The plan of a year with nothing filled in, in the shape of an earlier one of the department: as many goals, with as
 * many targets and initiatives (one at least), the same posts and the same scale.
 */
export function blankPlan(earlier: DepartmentPlan, fiscalYear: number): DepartmentPlan {
  const { municipality, department } = earlier;
  return {
    ...{ municipality, department, fiscalYear },
    title: titleForm(department, fiscalYear),
    stage: "plan",
    officers: earlier.officers.map(({ post }) => ({ post, name: "", duty: null })),
    basicPolicy: [],
    ratingScale: [...entriesInForce(earlier.ratingScale)],
    priorityGoals: earlier.priorityGoals.map(({ targets, initiatives }, index) => ({
      number: index + 1,
      policyGoal: null,
      policyArea: null,
      title: "",
      listedRating: null,
      overallRating: null,
      overallAssessment: null,
      futureConsiderations: null,
      targets: Array.from({ length: Math.max(1, targets.length) }, () => TARGET),
      initiatives: Array.from({ length: Math.max(1, initiatives.length) }, () => INITIATIVE),
    })),
  };
}
