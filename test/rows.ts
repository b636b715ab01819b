import type { Rating } from "@/lib/domain/plan";
import { KASHIWARA_FORM } from "@/lib/domain/rating/form";
import { type RatingScale, rateBy, readScale } from "@/lib/domain/rating/value";
import type { GoalRow, PlanRow } from "@/lib/domain/rows";

/** The scale of test rows that name none. */
export const KASHIWARA = readScale(KASHIWARA_FORM.entries);

/** Areas in the order of the real documents. */
const AREAS = ["行財政運営", "防災", "市政運営"];

/** A plan row with plain values, for tests; give what matters. */
export function makePlan(plan: Partial<PlanRow> = {}): PlanRow {
  const fiscalYear = plan.fiscalYear ?? 2025;
  const ratingScale = plan.ratingScale ?? [...KASHIWARA_FORM.entries];
  return {
    id: `${fiscalYear}-policy-promotion`,
    municipality: "柏原市",
    department: "政策推進部",
    departmentId: "policy-promotion",
    departmentOrder: 0,
    fiscalYear,
    title: null,
    stage: "evaluated",
    documentId: "0".repeat(64),
    fileName: "plan.txt",
    ratingScale,
    scale: readScale(ratingScale),
    ...plan,
  };
}

/** What `makeGoal` takes: ratings by their letters on `scale`, Kashiwara's where none is given. */
export type GoalInput = Partial<Omit<GoalRow, "listedRating" | "overallRating">> & {
  scale?: RatingScale;
  listedRating?: Rating | null;
  overallRating?: Rating | null;
  targetRatings?: (Rating | null)[];
};

/** A goal row with plain values, for tests; `targetRatings` makes its targets. */
export function makeGoal(goal: GoalInput = {}): GoalRow {
  const { targetRatings = [], scale = KASHIWARA, listedRating = null, overallRating = null, ...given } = goal;
  const fiscalYear = given.fiscalYear ?? 2025;
  const number = given.number ?? 1;
  const departmentId = given.departmentId ?? "policy-promotion";
  return {
    id: `${fiscalYear}-${departmentId}-${number}`,
    planId: `${fiscalYear}-${departmentId}`,
    municipality: "柏原市",
    department: "政策推進部",
    departmentId,
    departmentOrder: 0,
    areaOrder: AREAS.includes(given.policyArea ?? AREAS[0]!) ? AREAS.indexOf(given.policyArea ?? AREAS[0]!) : AREAS.length,
    fiscalYear,
    stage: "evaluated",
    number,
    title: `目標その${number}`,
    policyGoal: { code: "5", name: "みんなでつくる" },
    policyArea: "行財政運営",
    listedRating: rateBy(scale, listedRating),
    overallRating: rateBy(scale, overallRating),
    overallRatingText: null,
    targets: targetRatings.map((rating, position) => ({ position, text: `達成目標${position + 1}`, rating: rateBy(scale, rating), ratingText: rating })),
    initiativeCount: 1,
    responsibleUnits: ["企画調整課"],
    findings: [],
    documentId: "0".repeat(64),
    span: null,
    ...given,
  };
}
