import { ja } from "./ja";

const FIELDS = new Map(
  Object.entries({
    policyGoal: ja.field.policyGoal,
    policyArea: ja.field.policyArea,
    number: ja.field.number,
    title: ja.field.titleOfGoal,
    listedRating: ja.field.listedRating,
    overallRating: ja.field.overallRating,
    overallAssessment: ja.field.overallAssessment,
    futureConsiderations: ja.field.futureConsiderations,
    "targets/text": ja.field.target,
    "targets/achievement": ja.field.achievement,
    "targets/rating": ja.field.targetRating,
    "initiatives/text": ja.field.initiative,
    "initiatives/reportedResult": ja.field.reportedResult,
    "initiatives/responsibleUnit": ja.field.responsibleUnit,
    "initiatives/rating": ja.field.initiativeRating,
    "targets/assessments": ja.field.assessments,
    "initiatives/assessments": ja.field.assessments,
    "assessments/rating": ja.field.assessments,
  }),
);

/** Japanese name of a goal's field from its JSON Pointer into the goal: `/targets/1/text` is 今年度の達成目標 2. */
export function labelGoalField(pointer: string): string {
  const [, field = "", index, part] = pointer.split("/");
  if (part === undefined || !/^\d+$/.test(index ?? "")) return FIELDS.get(field) ?? field;
  return `${FIELDS.get(`${field}/${part}`) ?? part} ${Number(index) + 1}`;
}

/** Japanese name of a plan's own field from its JSON Pointer into the plan: `/officers/0/name` is 部長・監・理事. */
export function labelPlanField(pointer: string): string {
  const field = pointer.split("/")[1] ?? "";
  return (ja.field as Record<string, string>)[field] ?? field;
}
