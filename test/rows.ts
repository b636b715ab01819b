import type { GoalRow, PlanRow } from "@/lib/domain/rows";
import { DEFAULT_RATING_SCALE } from "@/lib/domain/rating";

/** A plan row with plain values, for tests; give what matters. */
export function makePlan(plan: Partial<PlanRow> = {}): PlanRow {
  const fiscalYear = plan.fiscalYear ?? 2025;
  return {
    id: `${fiscalYear}-policy-promotion`,
    municipality: "柏原市",
    department: "政策推進部",
    departmentId: "policy-promotion",
    fiscalYear,
    title: null,
    stage: "evaluated",
    documentId: "0".repeat(64),
    fileName: "plan.txt",
    ratingScale: [...DEFAULT_RATING_SCALE],
    ...plan,
  };
}

/** A goal row with plain values, for tests; `targetRatings` makes its targets. */
export function makeGoal(goal: Partial<GoalRow> & { targetRatings?: (string | null)[] } = {}): GoalRow {
  const { targetRatings = [], ...given } = goal;
  const fiscalYear = given.fiscalYear ?? 2025;
  const number = given.number ?? 1;
  const departmentId = given.departmentId ?? "policy-promotion";
  return {
    id: `${fiscalYear}-${departmentId}-${number}`,
    planId: `${fiscalYear}-${departmentId}`,
    municipality: "柏原市",
    department: "政策推進部",
    departmentId,
    fiscalYear,
    stage: "evaluated",
    number,
    title: `目標その${number}`,
    policyGoal: { code: "5", name: "みんなでつくる" },
    policyArea: "行財政運営",
    listedRating: null,
    overallRating: null,
    overallRatingText: null,
    targets: targetRatings.map((rating, position) => ({ position, text: `達成目標${position + 1}`, rating, ratingText: rating })),
    initiativeCount: 1,
    responsibleUnits: ["企画調整課"],
    findings: [],
    documentId: "0".repeat(64),
    span: null,
    ...given,
  };
}
