import type { AreaPlace, DepartmentPlace } from "./department";
import type { Span } from "./place";
import type { RatingValue } from "./rating/value";

/** What a search finds, as filters and counts need it: a priority goal, or a plan's 基本方針 (`goalId` null). */
export interface SearchEntry extends DepartmentPlace, AreaPlace {
  /** Row in the search index. */
  key: number;
  goalId: string | null;
  planId: string;
  fiscalYear: number;
  /** 0 where `goalId` is null. */
  number: number;
  policyGoal: string | null;
  /** The goal's rating (overall, else listed). */
  rating: RatingValue | null;
  targetRatings: (RatingValue | null)[];
  responsibleUnits: string[];
}

/** One searched field of an entry. `pointer` is a JSON Pointer into the goal, or (`/basicPolicy/0`) into the plan. */
export interface SearchText {
  pointer: string;
  text: string;
}

/** An entry whole, for the page that shows it. */
export interface SearchHit extends Omit<SearchEntry, "departmentOrder" | "areaOrder"> {
  /** The goal's; `null` for a plan's basic policy. */
  title: string | null;
  documentId: string;
  texts: SearchText[];
  /** Keyed by the texts' pointers. */
  places: Record<string, Span[]>;
}

/** A stretch of an excerpt; `marked` where it is what was looked for. */
export interface ExcerptPart {
  text: string;
  marked: boolean;
}

/** A field that holds what was looked for. */
export interface SearchExcerpt {
  pointer: string;
  parts: ExcerptPart[];
  /** Where it stands in the document, if that is known. */
  span: Span | null;
}
