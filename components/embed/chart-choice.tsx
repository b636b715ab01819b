import { chartBuilderHref, chartHref } from "@/lib/chart-urls";
import { CARD_SHAPES } from "@/lib/charts/card-layout";
import type { Theme } from "@/lib/charts/drawing-style";
import { CHARTS, type Chart } from "@/lib/charts/registry";
import { municipalityFilter } from "@/lib/domain/goal-filter";
import type { View, ViewFilter } from "@/lib/parameters/view";
import { embedJa } from "@/lib/texts/embed-ja";

/** All charts that the site can show, as links with a small picture of each: one press each. `several`: it holds several municipalities. */
export function ChartChoice({ definition, view, several }: { definition: Chart; view: View; several: boolean }) {
  const charts = Object.values(CHARTS).filter((chart: Chart) => (view.goal !== null || !chart.takesGoal) && (several || !chart.takesMunicipalities));
  return (
    <ul aria-label={embedJa.chart} className="grid grid-cols-[repeat(auto-fill,minmax(min(13rem,45%),1fr))] gap-x-4 gap-y-3 print:hidden">
      {charts.map((chart) => (
        <li key={chart.name}>
          <a
            href={chartBuilderHref(chart, { ...view, filter: filterFor(chart, view.filter) })}
            aria-current={chart.name === definition.name ? "true" : undefined}
            className="group block no-underline hover:underline aria-current:font-bold aria-current:text-ink"
          >
            <SmallPicture chart={chart} view={view} />
            <span className="mt-1 block">{chart.title}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** One municipality is no choice of several. */
function filterFor(chart: Chart, { municipalities, ...filter }: ViewFilter): ViewFilter {
  return municipalities && !(chart.takesMunicipalities && municipalities.length === 1) ? { ...filter, municipalities } : filter;
}

/** A chart as it is unasked, or the goal that is shown, in the reader's light. */
function SmallPicture({ chart, view: { dataset, filter, goal } }: { chart: Chart; view: View }) {
  const { width, height } = CARD_SHAPES.og;
  const address = (theme: Theme) => chartHref(chart, { dataset, filter: filterFor(chart, municipalityFilter(filter)), goal, theme, size: "og" }, "png");
  return (
    <picture>
      <source media="(prefers-color-scheme: dark)" srcSet={address("dark")} />
      <img
        className="h-auto w-full rounded-4 border border-rule-strong group-aria-current:outline-3 group-aria-current:outline-ink"
        src={address("auto")}
        alt={chart.description}
        width={width}
        height={height}
        loading="lazy"
        decoding="async"
      />
    </picture>
  );
}
