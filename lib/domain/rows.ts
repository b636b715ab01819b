import type { AreaPlace, Department, DepartmentPlace } from "./department";
import type { Message } from "./message";
import type { Span } from "./place";
import type { DepartmentPlan, Initiative, PolicyGoal, RatingScaleEntry, Stage } from "./plan";
import type { RatingScale, RatingValue } from "./rating/value";
import type { Coverage, Encoding, LineKind, Newline, SourceFormat } from "./reading";
import type { DepartmentChange } from "./reorganisation";

/** A state of the data. `id` is the hash of the ordered documents (and decisions) in it. */
export interface DatasetRow {
  id: string;
  sequence: number;
  createdAt: string;
  documents: number;
  /** Where it is given, lists are of this municipality's plans alone. What an id names is found in any. */
  municipalityId?: string;
}

/** What a list is taken from: a dataset, or what it shows of one municipality. */
export type DatasetScope = Pick<DatasetRow, "sequence" | "municipalityId">;

/** A municipality that a dataset has plans of. `id` stands in URLs and before its items' ids: `m` and a hash of its name. */
export interface MunicipalityRow {
  id: string;
  name: string;
  plans: number;
  firstYear: number;
  lastYear: number;
}

/** One department's plan for one year, as the dataset's current document gives it. */
export interface PlanRow extends DepartmentPlace {
  /** Readable and stable: `2025-policy-promotion`. */
  id: string;
  fiscalYear: number;
  title: string | null;
  stage: Stage;
  documentId: string;
  fileName: string;
  /** Mergers and splits of its city's departments, where there were any. */
  changes?: readonly DepartmentChange[];
  /** As the document prints it, also where it prints none. */
  ratingScale: RatingScaleEntry[];
  /** By which its ratings are read. */
  scale: RatingScale;
}

/** A target as the charts and tables need it: no narrative. */
export interface TargetRow {
  position: number;
  text: string;
  rating: RatingValue | null;
  ratingText: string | null;
}

/** A finding with the goal it belongs to. */
export interface FindingRow extends Message {
  documentId: string;
  goalId: string | null;
}

/** A priority goal in lists and charts. */
export interface GoalRow extends DepartmentPlace, AreaPlace {
  /** Readable and stable: `2025-policy-promotion-4`. */
  id: string;
  planId: string;
  fiscalYear: number;
  stage: Stage;
  number: number;
  title: string;
  policyGoal: PolicyGoal | null;
  listedRating: RatingValue | null;
  overallRating: RatingValue | null;
  /** What the source prints, `C 一部達成`, also where no rating could be read from it. */
  overallRatingText: string | null;
  targets: TargetRow[];
  initiativeCount: number;
  responsibleUnits: string[];
  findings: FindingRow[];
  documentId: string;
  /** First and last line of the goal's title (its own section where there is one). */
  span: Span | null;
}

/** The values that goals may be filtered by, each once, in their order; `null` stands for goals without one. */
export interface GoalChoices {
  /** How many goals there are. */
  count: number;
  fiscalYears: number[];
  departments: Department[];
  policyAreas: (string | null)[];
  /** Names. */
  policyGoals: (string | null)[];
  responsibleUnits: (string | null)[];
  /** One for each meaning that a rating has in the scales at hand. */
  ratings: (RatingValue | null)[];
  targetRatings: (RatingValue | null)[];
}

/** One of several ratings of the same thing; `text` is as printed. */
export interface AssessmentDetail {
  occasion: string;
  rating: RatingValue | null;
  text: string | null;
}

/** An initiative whole. `ratingText` is as printed, `null` where its form rates none. */
export interface InitiativeDetail extends Pick<Initiative, "text" | "reportedResult" | "responsibleUnit"> {
  rating: RatingValue | null;
  ratingText: string | null;
  assessments: AssessmentDetail[];
}

/** A priority goal whole, with the place of every value. `places` is keyed by JSON Pointer into the goal (`/targets/0/text`). */
export interface GoalDetail extends GoalRow {
  /** What the summary table prints as the rating, also where none could be read from it. */
  listedRatingText: string | null;
  overallAssessment: string | null;
  futureConsiderations: string | null;
  targetDetails: { text: string; achievement: string | null; rating: RatingValue | null; assessments: AssessmentDetail[] }[];
  initiatives: InitiativeDetail[];
  /** Each of several overall ratings. */
  assessments: AssessmentDetail[];
  ratingScale: RatingScaleEntry[];
  places: Record<string, Span[]>;
  fileName: string;
}

/** A document in lists. */
export interface DocumentRow {
  id: string;
  fileName: string;
  format: SourceFormat;
  /** Encoding and line ends of the text: its own, or those of the one that was made of it. */
  encoding: Encoding;
  newline: Newline;
  byteLength: number;
  ingestedAt: string;
  /** Why it has been taken back, so that its plans count no more; `null` where it has not. */
  withdrawnFor: string | null;
  coverage: Coverage;
  /** Its plans; `current` is false where a newer document of the same plan is shown instead, or it is withdrawn. */
  plans: { planId: string; department: string; fiscalYear: number; stage: Stage; current: boolean }[];
}

/** A document whole: its text and what became of each line. */
export interface DocumentDetail extends DocumentRow {
  text: string;
  /** Of each line, where it stands in the original, where that is no text: `表3 2行`. */
  linePlaces: string[] | null;
  lines: LineKind[];
  readings: { planId: string; plan: DepartmentPlan; goals: { id: string; shown: boolean }[]; places: Record<string, Span[]> }[];
  messages: Message[];
  findings: FindingRow[];
  /** Messages and findings that are stored; of very many, those beyond the limit are not in the lists. */
  messageCount: number;
}
