import type { Span } from "@/lib/domain/place";
import type { Label } from "./labels";
import type { MappedText } from "./markup";

/** A heading with the pieces of text (one a line) that stand under it; none where it is empty. */
export interface Entry {
  label: Label;
  heading: MappedText;
  pieces: MappedText[];
  /** Of a rating among several, when or by whom it was given. */
  occasion?: string | null | undefined;
}

/** One value and every stretch of the source that prints it. */
export interface Printed {
  text: string;
  spans: Span[];
}

export interface OfficerDraft {
  post: Printed;
  name: Printed;
  duty: Printed | null;
}

export interface ScaleDraft {
  whole: MappedText[];
  rating: MappedText;
  label: MappedText | null;
  criterion: MappedText[];
}

/** A priority goal while it is read: from the summary table (`listed…`), its own section, or both. */
export interface GoalDraft {
  number: { value: number; spans: Span[] } | null;
  /** `1-2`: a number that is no place in a list. */
  partedNumber: MappedText | null;
  heading: MappedText;
  listedTitle: MappedText[];
  ownTitle: MappedText[];
  code: MappedText | null;
  policyGoal: MappedText[];
  policyArea: MappedText[];
  listedRating: MappedText[];
  /** Whether something of the goal's own section has been read. */
  detailed: boolean;
  /** In the order of the source: targets, initiatives and all that belongs to them. */
  entries: Entry[];
}

/** One plan while it is read. */
export interface PlanDraft {
  title: Printed | null;
  year: (Printed & { value: number }) | null;
  department: Printed | null;
  /** Whether only the title has named the department so far. */
  departmentFromTitle: boolean;
  /** By post, name and duty: who is named on every page is one officer. */
  officers: Map<string, OfficerDraft>;
  basicPolicy: MappedText[];
  scale: ScaleDraft[];
  /** 達成度について, where something stands below it that is no entry of a scale. */
  unreadScale: MappedText | null;
  goals: GoalDraft[];
  /** Goals of the summary that no section of their own has been found for, by number and by title in matching form. */
  listed: { byNumber: Map<number, GoalDraft[]>; byTitle: Map<string, GoalDraft[]>; count: number } | null;
  /** Headings other than a goal's that stood empty. */
  emptyHeadings: MappedText[];
}

export function createPlanDraft(): PlanDraft {
  return {
    title: null,
    year: null,
    department: null,
    departmentFromTitle: false,
    officers: new Map(),
    basicPolicy: [],
    scale: [],
    unreadScale: null,
    goals: [],
    listed: null,
    emptyHeadings: [],
  };
}

export function createGoalDraft(heading: MappedText): GoalDraft {
  return {
    number: null,
    partedNumber: null,
    heading,
    listedTitle: [],
    ownTitle: [],
    code: null,
    policyGoal: [],
    policyArea: [],
    listedRating: [],
    detailed: false,
    entries: [],
  };
}
