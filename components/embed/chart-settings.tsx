import type { ChartDefinition } from "@/lib/charts/contract";
import { MOST_MUNICIPALITIES } from "@/lib/charts/municipalities/model";
import type { Chart } from "@/lib/charts/registry";
import { usualGrouping } from "@/lib/charts/usual-grouping";
import { cutText } from "@/lib/domain/cut-text";
import { listAreas, listDepartments } from "@/lib/domain/department";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { goalRating, NONE } from "@/lib/domain/goal-filter";
import { sortRatings } from "@/lib/domain/rating/comparison";
import type { GoalRow, MunicipalityRow, PlanRow } from "@/lib/domain/rows";
import { builderPlace } from "@/lib/parameters/charts";
import { ID } from "@/lib/parameters/choices";
import { CARRIED, FOCUS, FROM, MUNICIPALITIES, POLICY_GOAL, RATING, TO } from "@/lib/parameters/filters";
import { HEIGHT_RANGE, TITLE, WIDTH_RANGE } from "@/lib/parameters/looks";
import { THEMES, type View } from "@/lib/parameters/view";
import { nameDepartment } from "@/lib/texts/department-name";
import { embedJa } from "@/lib/texts/embed-ja";
import { ja } from "@/lib/texts/ja";
import { LANGUAGES } from "@/lib/texts/language";
import { KeptInputs } from "../kept-inputs";
import { Button } from "../ui/button";
import { CheckSet } from "../ui/check";
import { Field, Input, Select } from "../ui/field";
import { FilterForm } from "../ui/filter-form";

/** Characters of a goal's title that a list of them shows. */
const LONGEST_TITLE = 40;
/** Goals that a list of what can be brought out holds, and characters of the title of each. */
const MOST_FOCUSES = 40;
const LONGEST_FOCUS = 20;

interface ChartSettingsProps {
  definition: Chart;
  view: View;
  plans: readonly PlanRow[];
  goals: readonly GoalRow[];
  /** The plans that it shows now. */
  shown: readonly PlanRow[];
  /** All that there are plans of. */
  municipalities: readonly MunicipalityRow[];
}

/** What the chart shows and how it looks, as one plain form. */
export function ChartSettings({ definition, view, plans, goals, shown, municipalities }: ChartSettingsProps) {
  const { takesGoal, takesMunicipalities }: ChartDefinition = definition;
  const years = takesMunicipalities ? listYears(municipalities) : [...new Set(plans.map((plan) => plan.fiscalYear))].sort((a, b) => a - b);
  const departments = listDepartments(plans).map((department) => [department.id, nameDepartment(department)] as const);
  const areas = listAreas(goals).filter((area) => area !== null);
  const pillars = [...new Set(goals.flatMap(({ policyGoal }) => policyGoal?.name ?? []))];
  const ratings = listRatings(goals);
  const { filter } = view;
  const choosesRows = !takesGoal && !takesMunicipalities;
  return (
    <FilterForm action="/embed">
      <KeptInputs
        place={builderPlace(definition)}
        view={view}
        asked={[
          ID.name,
          ...(takesMunicipalities ? [MUNICIPALITIES.name] : []),
          "year",
          "from",
          "to",
          "department",
          "area",
          POLICY_GOAL.name,
          RATING.name,
          FOCUS.name,
          "of",
          "measure",
          "by",
          CARRIED.name,
          "theme",
          TITLE.name,
          "lang",
          "width",
          "height",
        ]}
      />
      {takesMunicipalities && (
        <CheckSet
          legend={ja.field.municipality}
          name={MUNICIPALITIES.name}
          options={listChoices(municipalities, filter.municipalities ?? [])}
          chosen={filter.municipalities ?? []}
        />
      )}
      {takesGoal ? (
        <GoalField goals={goals} id={view.goal} />
      ) : "spans" in definition ? (
        [FROM, TO].map(({ name, label }) => (
          <Field key={name} label={label}>
            <Select
              name={name}
              value={String(view[name as "from" | "to"] ?? "")}
              options={[["", embedJa.usualYear], ...years.map((year): [string, string] => [String(year), formatFiscalYear(year)])]}
            />
          </Field>
        ))
      ) : (
        <CheckSet
          legend={ja.controls.year}
          name="year"
          options={years.map((year) => [String(year), formatFiscalYear(year)])}
          chosen={(filter.fiscalYears ?? []).map(String)}
        />
      )}
      {choosesRows && departments.length > 1 && (
        <CheckSet legend={ja.controls.department} name="department" options={departments} chosen={filter.departments ?? []} />
      )}
      {choosesRows && <CheckSet legend={ja.field.policyArea} name="area" options={areas.map((area) => [area, area])} chosen={filter.policyAreas ?? []} />}
      {choosesRows && pillars.length > 1 && (
        <CheckSet legend={ja.field.policyGoal} name={POLICY_GOAL.name} options={pillars.map((name) => [name, name])} chosen={filter.policyGoals ?? []} />
      )}
      {definition.takesRatings && <CheckSet legend={RATING.label} name={RATING.name} options={ratings} chosen={filter.ratings ?? []} />}
      <Setting name="of" legend={ja.controls.counted} value={view.of} options={definition.of.map((of) => [of, embedJa.of[of]])} />
      <Setting name="measure" legend={ja.controls.measure} value={view.measure} options={definition.measure.map((measure) => [measure, ja.measure[measure]])} />
      <Setting name="by" legend={ja.controls.grouping} value={view.by ?? usualGrouping(shown)} options={definition.by.map((by) => [by, ja.grouping[by]])} />
      {definition.marksCarried && years.length > 1 && (
        <Field label={embedJa.carried}>
          <Select
            name={CARRIED.name}
            value={String(view.carried ?? "")}
            options={[
              ["", embedJa.notCarried],
              ...years.slice(0, -1).map((year): [string, string] => [String(year), embedJa.carriedFrom(formatFiscalYear(year))]),
            ]}
          />
        </Field>
      )}
      {definition.takesFocus && (
        <Field label={FOCUS.label}>
          <Select
            name={FOCUS.name}
            value={view.focus ?? ""}
            options={listFocuses(definition.takesFocus, { ratings, goals: ofPlans(goals, shown), asked: view.focus })}
          />
        </Field>
      )}
      <Setting name="theme" legend={embedJa.themeName} value={view.theme} options={THEMES.map((theme) => [theme, embedJa.theme[theme]])} />
      <Setting name="lang" legend={embedJa.languageName} value={view.language} options={LANGUAGES.map((language) => [language, embedJa.language[language]])} />
      <Field label={embedJa.titleName}>
        <Select
          name={TITLE.name}
          value={view.title ? "" : "0"}
          options={[
            ["", embedJa.titled],
            ["0", embedJa.untitled],
          ]}
        />
      </Field>
      <Field label={embedJa.width}>
        <Input type="number" name="width" min={WIDTH_RANGE.least} max={WIDTH_RANGE.most} defaultValue={view.width ?? ""} inputMode="numeric" />
      </Field>
      <Field label={embedJa.height}>
        <Input type="number" name="height" min={HEIGHT_RANGE.least} max={HEIGHT_RANGE.most} defaultValue={view.height ?? ""} inputMode="numeric" />
      </Field>
      <Button>{ja.controls.show}</Button>
    </FilterForm>
  );
}

/** The years that there may be plans of. */
function listYears(municipalities: readonly MunicipalityRow[]): number[] {
  const first = Math.min(...municipalities.map(({ firstYear }) => firstYear));
  const last = Math.max(...municipalities.map(({ lastYear }) => lastYear));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Those chosen, in their order, then the others of the list, as many as an address can name. */
function listChoices(municipalities: readonly MunicipalityRow[], chosen: readonly string[]): [string, string][] {
  const rank = ({ id }: MunicipalityRow) => (chosen.includes(id) ? chosen.indexOf(id) : chosen.length);
  return municipalities
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, MOST_MUNICIPALITIES)
    .map(({ id, name }) => [id, name]);
}

/** The goals of the plan of the one shown; each other has its own page, which leads here. */
function GoalField({ goals, id }: { goals: readonly GoalRow[]; id: string | null }) {
  const plan = goals.find((goal) => goal.id === id)?.planId;
  const options = goals
    .filter(({ planId }) => planId === plan)
    .map((goal): [string, string] => [goal.id, `${goal.number} ${cutText(goal.title, LONGEST_TITLE)}`]);
  return (
    <Field label={ID.label}>
      <Select name={ID.name} value={id ?? ""} options={options} />
    </Field>
  );
}

/** The ratings that goals have, best first, then that they have none. */
function listRatings(goals: readonly GoalRow[]): [string, string][] {
  const values = goals.map(goalRating).sort(sortRatings);
  const names = new Map(values.map((value) => (value ? [value.rating, value.rating] : [NONE, ja.notRated])));
  return [...names];
}

function ofPlans(goals: readonly GoalRow[], plans: readonly PlanRow[]): GoalRow[] {
  const ids = new Set(plans.map(({ id }) => id));
  return goals.filter(({ planId }) => ids.has(planId));
}

/** Nothing, each rating and, where they are not too many, each goal that the chart can bring out, and what the address asks for, whatever it is. */
function listFocuses(
  takes: NonNullable<Chart["takesFocus"]>,
  { ratings, goals, asked }: { ratings: readonly [string, string][]; goals: readonly GoalRow[]; asked: string | null },
): [string, string][] {
  const known: [string, string][] = [
    ...(takes.includes("rating") ? ratings : []).map(([value, name]): [string, string] => [value, value === name ? `達成度${name}` : name]),
    ...(goals.length > MOST_FOCUSES ? [] : goals).map(({ id, fiscalYear, number, title }): [string, string] => [
      id,
      `${formatFiscalYear(fiscalYear)} ${number} ${cutText(title, LONGEST_FOCUS)}`,
    ]),
  ];
  const other = asked === null || known.some(([value]) => value === asked) ? [] : [[asked, asked] satisfies [string, string]];
  return [["", embedJa.noFocus], ...known, ...other];
}

/** One of several that a chart offers; nothing where it offers one. */
function Setting({ name, legend, value, options }: { name: string; legend: string; value: string; options: [string, string][] }) {
  if (options.length < 2) return null;
  return (
    <Field label={legend}>
      <Select name={name} value={value} options={options} />
    </Field>
  );
}
