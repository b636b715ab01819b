import type { LinkKind } from "@/lib/domain/continuation";
import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import type { Status } from "@/lib/domain/decision";
import type { GoalFilter } from "@/lib/domain/goal-filter";
import type { GoalDetail, GoalRow, PlanRow } from "@/lib/domain/rows";
import type { Language } from "@/lib/texts/language";
import type { ChartTable } from "./chart-table";

/** What one unit of a chart is. */
export type ChartUnit = "goals" | "targets" | "initiatives";
export type ChartMeasure = "count" | "share";
export type ChartGrouping = "area" | "policy-goal" | "department" | "year";

/** What a chart offers beside the filters, and where it stands; the first of each list is what it does unasked. */
export interface ChartDefinition {
  /** Its address's last part: `/embed/rating-distribution`. */
  name: string;
  /** What it is called where charts are listed. */
  title: string;
  /** What it answers, in a sentence. */
  description: string;
  /** The same two in English. */
  english: { title: string; description: string };
  of: readonly ChartUnit[];
  measure: readonly ChartMeasure[];
  by: readonly ChartGrouping[];
  /** The rows that it is made of; what is not named is not read. One of continuations alone is filtered by links too. */
  needs: readonly ("goals" | "continuations")[];
  /** It shows one goal, which its address names by `id`, with the years that it goes through, in place of rows that are chosen and counted. */
  takesGoal?: true;
  /** It needs, whole, the goals that the one came from and those of the initiatives that hang together with theirs. */
  needsOrigins?: true;
  /** It shows municipalities side by side, which its address may name in an order, in place of one of which rows are chosen. A site of one has it, and offers it nowhere. */
  takesMunicipalities?: true;
  /** Its marks tell what was carried on from a year, and are dimmed but for that where a year is asked for. */
  marksCarried?: true;
  /** What can be brought out in it: a goal by its id (of initiatives also one of these), or a rating. */
  takesFocus?: readonly ("goal" | "rating")[];
  /** It can be narrowed to goals of some ratings: it counts units, and compares no years then. */
  takesRatings?: true;
  /** It follows something from one year to a later one, which its address names, in place of years to show. */
  spans?: true;
  /** The site's page that shows the same and more. */
  page: "overview" | "continuations" | "carried-on" | "goal" | "municipalities";
}

/** What a chart is asked to show, besides how it looks. */
export interface ChartSubject {
  filter: GoalFilter & { kinds?: LinkKind[]; statuses?: Status[] };
  of: ChartUnit;
  measure: ChartMeasure;
  /** `null` for what is usual for the plans shown. */
  by: ChartGrouping | null;
  /** What it is told in; names and narrative stay as the documents have them. */
  language: Language;
  /** Fiscal year; what was carried on from it stands out, all else is dimmed. */
  carried?: number | null;
  /** A goal's id, or a rating; it stands out, with what it is linked to where the chart follows that, all else is dimmed. */
  focus?: string | null;
  /** Years that a chart which spans follows something between; `null` for what is usual. */
  from?: number | null;
  to?: number | null;
}

/** The rows that charts are made of: plans and goals as filtered, and the whole history; of one goal, its own and that of its history; of several municipalities, those of all. */
export interface ChartRows {
  plans: readonly PlanRow[];
  goals: readonly GoalRow[];
  history: ContinuationHistory;
  /** Whole, for a chart that takes one. */
  goal?: GoalDetail;
  /** Goals that it came from, and others that a chart needs beside it, whole. */
  origins?: readonly GoalDetail[];
  /** Names, in the order in which they are shown, for a chart that takes several; those that the plans are of where it is not said. */
  municipalities?: readonly string[];
  /** How many more there are plans of, which were not read. */
  otherMunicipalities?: number;
}

/** All that a chart says, for every form that it takes. */
export interface ChartFacts<Model = unknown> {
  title: string;
  /** One sentence or two that read it, with the basis of any comparison. */
  reading: string;
  /** What was counted and how many, and what is left out of the drawing. */
  basis: string;
  /** All of it; a drawing and a page's table hold as much as a page can. */
  table: ChartTable;
  /** The view model that its drawing and its page's table take, cut to what a page can hold. */
  model: Model;
  /** There is nothing to show; `reading` says so. */
  empty: boolean;
  /** Of a chart that spans, the years that it shows, asked for or not. */
  span?: { from: number; to: number } | null;
  /** The fiscal years whose plans it rests on, where that is not all that it was given. */
  fiscalYears?: readonly number[];
}

/** A chart: what it offers, and how its facts are made. How it is drawn is said in `components/charts`. */
export interface ChartContract<Name extends string, Model> extends ChartDefinition {
  name: Name;
  describe(rows: ChartRows, subject: ChartSubject): ChartFacts<Model>;
}
