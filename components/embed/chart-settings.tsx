import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { chartBuilderHref } from "@/lib/chart-urls";
import { CHARTS, type ChartDefinition } from "@/lib/charts/registry";
import { builderPlace } from "@/lib/parameters/charts";
import { WIDTH_RANGE } from "@/lib/parameters/choices";
import { THEMES, type View } from "@/lib/parameters/view";
import type { GoalRow, PlanRow } from "@/lib/domain/rows";
import { embedJa } from "@/lib/texts/embed-ja";
import { ja } from "@/lib/texts/ja";
import { CheckboxSet } from "../checkbox-set";
import { KeptInputs } from "../kept-inputs";

/** All charts, as links: one press each. */
export function ChartChoice({ definition, view }: { definition: ChartDefinition; view: View }) {
  return (
    <div className="choices">
      <div role="group" aria-label={embedJa.chart}>
        <span className="soft">{embedJa.chart}</span>
        <ul>
          {Object.values(CHARTS).map((chart) => (
            <li key={chart.name}>
              <a href={chartBuilderHref(chart, view)} aria-current={chart.name === definition.name ? "true" : undefined}>
                {chart.title}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

interface ChartSettingsProps {
  definition: ChartDefinition;
  view: View;
  plans: readonly PlanRow[];
  goals: readonly GoalRow[];
}

/** What the chart shows and how it looks, as one plain form. */
export function ChartSettings({ definition, view, plans, goals }: ChartSettingsProps) {
  const years = [...new Set(plans.map((plan) => plan.fiscalYear))].sort((a, b) => a - b);
  const departments = [...new Map(plans.map((plan) => [plan.departmentId, plan.department]))];
  const areas = [...new Set(goals.flatMap((goal) => goal.policyArea ?? []))];
  const { filter } = view;
  return (
    <form className="filters" action="/embed" method="get" autoComplete="off">
      <KeptInputs place={builderPlace(definition)} view={view} asked={["year", "department", "area", "of", "measure", "by", "theme", "width"]} />
      <CheckboxSet legend={ja.controls.year} name="year" options={years.map((year) => [String(year), formatFiscalYear(year)])} chosen={(filter.fiscalYears ?? []).map(String)} />
      {departments.length > 1 && <CheckboxSet legend={ja.controls.department} name="department" options={departments} chosen={filter.departments ?? []} />}
      <CheckboxSet legend={ja.field.policyArea} name="area" options={areas.map((area) => [area, area])} chosen={filter.policyAreas ?? []} />
      <Choice name="of" legend={ja.controls.counted} value={view.of} options={definition.of.map((of) => [of, embedJa.of[of]])} />
      <Choice name="measure" legend={ja.controls.measure} value={view.measure} options={definition.measure.map((measure) => [measure, ja.measure[measure]])} />
      <Choice name="by" legend={ja.controls.grouping} value={view.by} options={definition.by.map((by) => [by, ja.grouping[by]])} />
      <Choice name="theme" legend={embedJa.themeName} value={view.theme} options={THEMES.map((theme) => [theme, embedJa.theme[theme]])} />
      <label className="setting">
        {embedJa.width}
        <input type="number" name="width" min={WIDTH_RANGE.least} max={WIDTH_RANGE.most} defaultValue={view.width ?? ""} inputMode="numeric" />
      </label>
      <button className="button" type="submit">
        {ja.controls.show}
      </button>
    </form>
  );
}

function Choice({ name, legend, value, options }: { name: string; legend: string; value: string; options: [string, string][] }) {
  if (options.length < 2) return null;
  return (
    <label className="setting">
      {legend}
      <select name={name} defaultValue={value}>
        {options.map(([option, label]) => (
          <option key={option} value={option}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
