import { AFTER, BEFORE, BY, DATASET, DIRECTION, FATE, GOAL, LEVEL, MEASURE, MOVE, OF, PAGE, QUERY, SORT, WITHIN } from "./choices";
import { AREA, CARRIED, DEPARTMENT, FROM, GOAL_FILTERS, KIND, MUNICIPALITY, STATUS, TO, UNIT, YEAR } from "./filters";
import { definePlace } from "./place";

/** The pages of the site and what each takes. The page that makes quotable charts is in `charts.ts`. */
export const PAGES = {
  overview: definePlace("/", [MUNICIPALITY, YEAR, DEPARTMENT, AREA, OF, MEASURE, BY, CARRIED, GOAL, DATASET]),
  goals: definePlace("/goals", [...GOAL_FILTERS, SORT, DIRECTION, DATASET]),
  goal: definePlace("/goals/[id]", [DATASET]),
  continuations: definePlace("/continuations", [LEVEL, MUNICIPALITY, YEAR, DEPARTMENT, AREA, UNIT, KIND, STATUS, GOAL, DATASET]),
  continuation: definePlace("/continuations/[predecessor]/[successor]", [DATASET]),
  carriedOn: definePlace("/carried-on", [MUNICIPALITY, FROM, TO, LEVEL, FATE, MOVE, BEFORE, AFTER, DEPARTMENT, AREA, DATASET]),
  briefing: definePlace("/briefing", [MUNICIPALITY, YEAR, DEPARTMENT, CARRIED, DATASET]),
  search: definePlace("/search", [QUERY, WITHIN, ...GOAL_FILTERS, PAGE, DATASET]),
  documents: definePlace("/documents", [MUNICIPALITY, PAGE, DATASET]),
  document: definePlace("/documents/[id]", [PAGE, DATASET]),
  municipalities: definePlace("/municipalities", [QUERY, PAGE, DATASET]),
  data: definePlace("/data", [MUNICIPALITY, DATASET]),
  about: definePlace("/about", [MUNICIPALITY, DATASET]),
  english: definePlace("/en", [MUNICIPALITY, DATASET]),
} as const;
