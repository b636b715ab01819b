import { goalRating } from "@/lib/domain/goal-filter";
import { municipalityId } from "@/lib/domain/identifier";
import type { RatingValue } from "@/lib/domain/rating/value";
import type { GoalRow, PlanRow } from "@/lib/domain/rows";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { Language } from "@/lib/texts/language";
import type { ChartRows, ChartSubject } from "../contract";
import { groupBy } from "../group-by";
import { roundShare } from "../percentage";
import { findLeadingYear, observe } from "../rating-comparison";
import type { RatingCategory } from "../rating-distribution/category";
import { countRatings } from "../rating-distribution/model";
import { findLeadingRow } from "../rating-distribution/sentence";

/** As many municipalities as a drawing holds. */
export const MOST_PANELS = 12;

/** As many as a table holds and one can choose from: no address can name more. */
export const MOST_MUNICIPALITIES = 50;

type Unit = MunicipalitiesChart["unit"];

/** How many of a municipality's units have one of its own ratings, none perhaps. `share` is of its rated units, `null` for the not rated. */
export interface PanelRow extends RatingCategory {
  count: number;
  share: number | null;
}

/** One municipality by its own scale, of one year. */
export interface Panel {
  /** In addresses. */
  id: string;
  name: string;
  /** `null` where there are no plans of the years asked for. */
  fiscalYear: number | null;
  total: number;
  rated: number;
  /** All ratings of its scale, the best first; only the not rated where nothing is rated. */
  rows: PanelRow[];
}

/** View model of municipalities side by side. Nothing of it holds for two of them at once. */
export interface MunicipalitiesChart {
  language: Language;
  unit: "goals" | "targets";
  measure: "count" | "share";
  /** In the order asked for, or of the list of municipalities. */
  panels: Panel[];
  /** How many of them are drawn, the first ones. */
  drawn: number;
  /** Municipalities that there are plans of, and no room for in the table either. */
  others: number;
}

/** Makes the chart; each municipality stands with the year that leads among the plans given. */
export function makeMunicipalitiesChart(
  { plans, goals, municipalities, otherMunicipalities = 0 }: Pick<ChartRows, "plans" | "goals" | "municipalities" | "otherMunicipalities">,
  { of, measure, language }: Pick<ChartSubject, "of" | "measure" | "language">,
): MunicipalitiesChart {
  const unit = of === "targets" ? "targets" : "goals";
  const [plansOf, goalsOf] = [groupBy(plans, ({ municipality }) => municipality), groupBy(goals, ({ municipality }) => municipality)];
  const names = municipalities ?? [...plansOf.keys()];
  const panels = names.map((name) => makePanel(name, selectShownYear(plansOf.get(name) ?? [], goalsOf.get(name) ?? [], unit), unit, language));
  return { language, unit, measure, panels, drawn: Math.min(MOST_PANELS, panels.length), others: otherMunicipalities };
}

/** What a municipality is shown by: its plans and goals of the newest year in which any unit is rated, else of the newest. */
export function selectShownYear(plans: readonly PlanRow[], goals: readonly GoalRow[], unit: Unit): { plans: PlanRow[]; goals: GoalRow[] } {
  const year = findLeadingYear(
    plans,
    goals.flatMap((goal) => listValues(goal, unit).map((value) => observe(goal, value))),
  );
  return { plans: plans.filter(({ fiscalYear }) => fiscalYear === year), goals: goals.filter(({ fiscalYear }) => fiscalYear === year) };
}

/** Whether any unit of goals is rated. */
export function hasRating(goals: readonly GoalRow[], unit: Unit): boolean {
  return goals.some((goal) => listValues(goal, unit).some((value) => value !== null));
}

function listValues(goal: GoalRow, unit: Unit): (RatingValue | null)[] {
  return unit === "targets" ? goal.targets.map(({ rating }) => rating) : [goalRating(goal)];
}

function makePanel(name: string, { plans, goals }: ReturnType<typeof selectShownYear>, unit: Unit, language: Language): Panel {
  const chart = countRatings(plans, goals, { filter: {}, unit, measure: "count", by: "year", language });
  const { fiscalYear = null, total = 0, rated = 0, segments = [] } = findLeadingRow(chart) ?? {};
  const rows = chart.categories.map((category): PanelRow => {
    const found = segments.find(({ label }) => label === category.label);
    return { ...category, count: found?.count ?? 0, share: category.rating === null ? null : (found?.share ?? 0) };
  });
  return { id: municipalityId(name), name, fiscalYear, total, rated, rows: rated === 0 ? rows.filter(({ count }) => count > 0) : rows };
}

/** What a row comes to, as the chart measures: 「2件」, 「50%」; of the not rated always how many. */
export function printAmount({ count, share }: PanelRow, { measure, language }: Pick<MunicipalitiesChart, "measure" | "language">): string {
  return measure === "share" && share !== null ? `${roundShare(share)}%` : chartTexts(language).count(count);
}
