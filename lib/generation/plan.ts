import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { DepartmentPlan, Initiative, PriorityGoal, Stage, Target } from "@/lib/domain/plan";
import { KASHIWARA_FORM } from "@/lib/domain/rating/form";
import type { Aim, Undertaking, Work } from "./goal-history";
import type { Random } from "./random";
import { ACTIONS, ASSESSMENTS, CONSIDERATIONS, type Field } from "./vocabulary";

/** What a plan is written for. */
export interface Occasion {
  municipality: string;
  department: string;
  field: Field;
  fiscalYear: number;
  stage: Stage;
}

/** Most are as planned; few are cancelled. */
const RATINGS = ["A", "A", "B", "B", "B", "B", "C", "C", "D", "E"];

/** A department's undertakings of one year as its plan, marked 架空 in its title. */
export function writePlan(
  { municipality, department, field, fiscalYear, stage }: Occasion,
  undertakings: readonly Undertaking[],
  random: Random,
): DepartmentPlan {
  const evaluated = stage === "evaluated";
  return {
    municipality,
    department,
    fiscalYear,
    title: `（架空）${formatFiscalYear(fiscalYear)} ${department}の運営方針`,
    stage,
    officers: [{ post: "部長", name: "架空 太郎", duty: null }],
    basicPolicy: [
      `${field.policyGoal.name}をめざし、${random.pickSome(field.subjects, 2).join("と")}に力を入れます。`,
      `${field.policyArea}の分野では、${random.pick(field.units)}を中心に部を挙げて取り組みます。`,
    ],
    ratingScale: evaluated ? KASHIWARA_FORM.entries.map((entry) => ({ ...entry })) : [],
    priorityGoals: undertakings.map((one, at) => writeGoal(one, at + 1, field, evaluated, random)),
  };
}

function writeGoal(one: Undertaking, number: number, field: Field, evaluated: boolean, random: Random): PriorityGoal {
  const targets = one.aims.map((aim) => writeTarget(aim, one, evaluated, random));
  const rating = evaluated ? (random.chance(0.8) ? targets[0]!.rating : random.pick(RATINGS)) : null;
  return {
    number,
    policyGoal: { ...field.policyGoal },
    policyArea: field.policyArea,
    title: `${one.audience}に向けた${one.subject}の${one.end}`,
    listedRating: rating,
    overallRating: rating,
    overallAssessment: evaluated ? `${one.subject}は、${random.pick(ASSESSMENTS)}` : null,
    futureConsiderations: evaluated && random.chance(0.9) ? `${one.audience}への働きかけを続けながら、${random.pick(CONSIDERATIONS)}` : null,
    targets,
    initiatives: one.works.map((work) => writeInitiative(work, one, evaluated, random)),
  };
}

function writeTarget({ counted, unit, value }: Aim, { subject }: Undertaking, evaluated: boolean, random: Random): Target {
  const text = `${subject}について、${counted}を${value}${unit}とします。`;
  if (!evaluated) return { text, achievement: null, rating: null };
  const reached = Math.round(value * (0.5 + random.next() * 0.7));
  return { text, achievement: `${counted}は${reached}${unit}でした。`, rating: random.pick(RATINGS) };
}

function writeInitiative({ place, object, action, unit }: Work, { audience }: Undertaking, evaluated: boolean, random: Random): Initiative {
  const fill = (text: string) => `${place}地区で${audience}に向け、${text.replace("{o}", object)}`;
  const [planned, reported] = ACTIONS[action]!;
  const result = `${fill(reported)}参加は${10 + random.integer(400)}人でした。`;
  return { text: fill(planned), reportedResult: evaluated ? result : null, responsibleUnit: unit };
}
