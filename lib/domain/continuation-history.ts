import type { ItemRef, Level, ScoreParts } from "./continuation";
import type { DecisionRecord, ReviewedLink } from "./decision";
import type { AreaPlace, DepartmentPlace } from "./department";
import { NONE } from "./goal-filter";
import type { PolicyGoal } from "./plan";
import type { RatingValue } from "./rating/value";

/** A goal or an initiative as pages and charts show it. */
export interface ContinuationItem extends DepartmentPlace, AreaPlace {
  /** `2025-policy-promotion-4` for a goal, `2025-policy-promotion-4-i1` for its first initiative. */
  key: string;
  level: Level;
  ref: ItemRef;
  goalId: string;
  goalNumber: number;
  goalTitle: string;
  /** The goal's title, or the initiative's text. */
  text: string;
  fiscalYear: number;
  policyGoal: PolicyGoal | null;
  responsibleUnits: string[];
  /** How many initiatives it holds; 1 for an initiative. */
  initiatives: number;
  /** The goal's rating. */
  rating: RatingValue | null;
}

/**
 * A link with the keys of its items and the decision about it, if any. Where why it stands was not asked for, `parts`
 * is `null`, and `reasons` and `changes` are empty.
 */
export interface ContinuationLink extends Omit<ReviewedLink, "parts"> {
  parts: ScoreParts | null;
  predecessorKey: string;
  successorKey: string;
  record: DecisionRecord | null;
  /** It stands for links over the years between, each of which has its own evidence. */
  chained?: true;
}

/**
 * What became of one year's items in the next year that there are plans for. `ended` and `begun` hold keys, `endRecords`
 * those of `ended` whose end a planner stated.
 */
export interface YearComparison {
  from: number;
  to: number;
  links: ContinuationLink[];
  ended: string[];
  begun: string[];
  endRecords?: Readonly<Record<string, DecisionRecord>>;
}

/**
 * All items of a dataset's current plans and what became of them, years in order. `overGaps`: what planners decided
 * between years that have others between them.
 */
export interface ContinuationHistory {
  items: ContinuationItem[];
  comparisons: YearComparison[];
  overGaps?: ContinuationLink[];
}

/** All links of a history: those of years and the next, then what was decided over gaps. */
export function listLinks({ comparisons, overGaps = [] }: ContinuationHistory): ContinuationLink[] {
  return [...comparisons.flatMap(({ links }) => links), ...overGaps];
}

/** Which items of a history to take: within a field any of the values, across fields all; an absent field takes all. */
export interface HistoryFilter {
  fiscalYears?: number[] | undefined;
  /** Department ids. */
  departments?: string[] | undefined;
  policyAreas?: string[] | undefined;
  /** Names of policy goals. */
  policyGoals?: string[] | undefined;
}

/** Whether an item is of the departments, areas and policy goals chosen, in whatever year. */
export function isChosenItem(item: ContinuationItem, { departments, policyAreas, policyGoals }: Omit<HistoryFilter, "fiscalYears">): boolean {
  return (
    (departments?.includes(item.departmentId) ?? true) &&
    (policyAreas?.includes(item.policyArea ?? NONE) ?? true) &&
    (policyGoals?.includes(item.policyGoal?.name ?? NONE) ?? true)
  );
}

/**
 * A history of the chosen items alone, between the chosen years; of one year, with the years next to it, since what
 * became of it is what is asked. What came from elsewhere, or went there, is neither new nor ended.
 */
export function selectHistory(history: ContinuationHistory, { fiscalYears, departments, policyAreas, policyGoals }: HistoryFilter): ContinuationHistory {
  if (!fiscalYears && !departments && !policyAreas && !policyGoals) return history;
  const { items, comparisons, overGaps = [] } = history;
  const isAsked = (year: number) => fiscalYears?.includes(year) ?? true;
  const between = comparisons.filter(({ from, to }) => (fiscalYears?.length === 1 ? isAsked(from) || isAsked(to) : isAsked(from) && isAsked(to)));
  const years = new Set(between.flatMap(({ from, to }) => [from, to]));
  const chosen = items.filter(
    (item) => (isAsked(item.fiscalYear) || years.has(item.fiscalYear)) && isChosenItem(item, { departments, policyAreas, policyGoals }),
  );
  const keys = new Set(chosen.map(({ key }) => key));
  const isChosen = (link: ContinuationLink) => keys.has(link.predecessorKey) && keys.has(link.successorKey);
  return {
    items: chosen,
    comparisons: between.map((comparison) => ({
      ...comparison,
      links: comparison.links.filter(isChosen),
      ended: comparison.ended.filter((key) => keys.has(key)),
      begun: comparison.begun.filter((key) => keys.has(key)),
    })),
    overGaps: overGaps.filter(isChosen),
  };
}
