/** A rating's letter or, in cities whose scale has none, its whole label. */
export type Rating = string;

/** 運営方針 before the year's end (`plan`), or with ratings or results filled in (`evaluated`). */
export type Stage = "plan" | "evaluated";

/** 部長・監・理事 */
export interface Officer {
  post: string;
  name: string;
  duty: string | null;
}

/** One line of 達成度について. `min` and `max` are percentages; `max` is exclusive unless it equals `min`. */
export interface RatingScaleEntry {
  rating: Rating;
  label: string | null;
  criterion: string | null;
  min: number | null;
  max: number | null;
}

/** 目標 「(5) みんなでつくる…」: the pillar of the city plan that a priority goal serves. */
export interface PolicyGoal {
  code: string | null;
  name: string;
}

/** One of several ratings of the same thing: 中間 and 最終, 部会 and 委員会. `occasion` is as printed. */
export interface Assessment {
  occasion: string;
  rating: Rating | null;
}

/** 今年度の達成目標, with its 達成状況 and 達成度. */
export interface Target {
  text: string;
  achievement: string | null;
  /** Where it was rated at several occasions, the final one's. */
  rating: Rating | null;
  /** Each of several ratings; left out where there is one or none. */
  assessments?: Assessment[] | undefined;
}

/** 具体的取組, with its 具体的な取組実績 and 所管室・課. */
export interface Initiative {
  text: string;
  reportedResult: string | null;
  responsibleUnit: string | null;
  /** Left out where the form rates targets alone. */
  rating?: Rating | undefined;
  assessments?: Assessment[] | undefined;
}

/** 重点目標 (重点課題 in the FY2019 edition). */
export interface PriorityGoal {
  number: number;
  policyGoal: PolicyGoal | null;
  policyArea: string | null;
  title: string;
  listedRating: Rating | null;
  overallRating: Rating | null;
  overallAssessment: string | null;
  futureConsiderations: string | null;
  targets: Target[];
  initiatives: Initiative[];
  /** Each of several overall ratings; left out where there is one or none. */
  assessments?: Assessment[] | undefined;
}

/** 運営方針: what one department set out to do in one fiscal year, and what it says became of it. */
export interface DepartmentPlan {
  municipality: string;
  department: string;
  fiscalYear: number;
  title: string | null;
  stage: Stage;
  officers: Officer[];
  basicPolicy: string[];
  ratingScale: RatingScaleEntry[];
  priorityGoals: PriorityGoal[];
}

/** What of a plan says what it set out to do: all that continuations are found by. */
export interface PlanIntent extends Pick<DepartmentPlan, "municipality" | "department" | "fiscalYear"> {
  priorityGoals: GoalIntent[];
}

export interface GoalIntent extends Pick<PriorityGoal, "title" | "policyGoal" | "policyArea"> {
  targets: Pick<Target, "text">[];
  initiatives: Pick<Initiative, "text" | "responsibleUnit">[];
}
