import { CHARTS, type Chart } from "./charts/registry";
import { builderPlace, type ChartFormat, chartPlace } from "./parameters/charts";
import { PAGES } from "./parameters/pages";
import { type Place, placeHref, subjectHref } from "./parameters/place";
import { ALL_ROWS, type View, type ViewFilter } from "./parameters/view";

/** What a chart shows where its address asks for nothing. */
export function usualView(definition: Chart): View {
  return chartPlace(definition).usual;
}

/** A chart's address in one of its forms. */
export function chartHref(definition: Chart, view: Partial<View>, format: ChartFormat = "html"): string {
  return placeHref(chartPlace(definition, format), view);
}

/** The page that makes quotable charts, set to this chart and view. */
export function chartBuilderHref(definition: Chart, view: Partial<View>): string {
  return placeHref(builderPlace(definition), { ...view, chart: definition.name });
}

/** The page of the site that shows the same and more. */
export function chartPageHref(definition: Chart, view: View): string {
  const shown = chartPage(definition, view);
  return placeHref(shown.place, shown.view, shown.parts);
}

/** The address by which that page is found. */
export function chartPageSubjectHref(definition: Chart, view: View): string {
  const shown = chartPage(definition, view);
  return subjectHref(shown.place, shown.view, shown.parts);
}

function chartPage(definition: Chart, view: View): { place: Place; view: View; parts?: Record<string, string> } {
  if (definition.page === "goal") return { place: PAGES.goal, view, parts: { id: view.goal ?? "" } };
  if (definition.page === "municipalities" && view.filter.municipalities?.length !== 1) return { place: PAGES.municipalities, view };
  // Only the list of goals can be narrowed by these.
  if (view.filter.policyGoals || view.filter.ratings) return { place: PAGES.goals, view };
  const level = view.of === "initiatives" ? "initiative" : "goal";
  if (definition.page === "carried-on") return { place: PAGES.carriedOn, view: { ...view, level, ...ALL_ROWS } };
  return definition.page === "continuations" ? { place: PAGES.continuations, view: { ...view, level } } : { place: PAGES.overview, view };
}

/** The chart that a page of the site is about, as it shows it; `null` for a page about none. `parts` are those that its path gives. */
export function findPageChart({ path }: Place, view: View, parts: Record<string, string> = {}): { definition: Chart; view: View } | null {
  switch (path) {
    case PAGES.overview.path:
      return { definition: CHARTS["rating-distribution"], view };
    case PAGES.continuations.path: {
      const definition = CHARTS["continuation-ribbon"];
      return { definition, view: { ...view, ...usualOf(definition), of: view.level === "initiative" ? "initiatives" : "goals" } };
    }
    case PAGES.carriedOn.path:
      return view.level === "goal" ? { definition: CHARTS["rating-change"], view } : null;
    case PAGES.goal.path:
      return parts.id ? { definition: CHARTS.goal, view: { ...view, goal: parts.id } } : null;
    case PAGES.municipalities.path:
      // A part of the list is not what the chart shows of it.
      return view.q === "" && view.page === 1 ? { definition: CHARTS.municipalities, view } : null;
    case PAGES.briefing.path:
      return { definition: CHARTS.headline, view };
    case PAGES.goals.path: {
      const definition = CHARTS["rating-distribution"];
      return holdsFilter(definition, view) ? { definition, view: { ...view, ...usualOf(definition), of: "goals" } } : null;
    }
    default:
      return null;
  }
}

/** Whether the chart can be narrowed as a page is: one of other rows would say something else. */
function holdsFilter(definition: Chart, { filter }: View): boolean {
  const { takes, usual } = chartPlace(definition);
  const fields = Object.entries(filter) as [keyof ViewFilter, string[]][];
  return fields.every(([field, values]) => takes.some((parameter) => parameter.print({ ...usual, filter: { [field]: values } }, usual).length > 0));
}

function usualOf(definition: Chart): Pick<View, "measure" | "by"> {
  const { measure, by } = usualView(definition);
  return { measure, by };
}
