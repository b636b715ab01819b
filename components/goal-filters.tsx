import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { municipalityFilter, NONE, type GoalFilter } from "@/lib/domain/goal-filter";
import { formatRating } from "@/lib/domain/rating";
import type { GoalChoices } from "@/lib/domain/rows";
import { ja } from "@/lib/texts/ja";
import { FILTER_PARAMETERS } from "@/lib/url-parameters";
import { goalsHref, type GoalsView } from "@/lib/urls";
import { CheckboxSet } from "./checkbox-set";
import { MunicipalityInput } from "./municipality-input";

/** A filter field that is chosen within a municipality. */
export type Field = Exclude<keyof GoalFilter, "municipalities">;

/** What each filter field is called. */
export const NAMES: Record<Field, string> = {
  fiscalYears: ja.controls.year,
  departments: ja.controls.department,
  policyAreas: ja.field.policyArea,
  policyGoals: ja.field.policyGoal,
  responsibleUnits: ja.field.responsibleUnit,
  ratings: ja.field.overallRating,
  targetRatings: "達成目標の達成度",
};

type Options = [value: string, label: string][];

/** All filters of the goal table as one plain form, folded away until wanted; conditions in force stand above it. */
export function GoalFilters({ view, choices }: { view: GoalsView; choices: GoalChoices }) {
  const options = listOptions(choices);
  const fields = Object.keys(NAMES) as Field[];
  const inForce = fields.flatMap((field) => (view.filter[field] ?? []).map((value) => ({ field, value: String(value) })));
  return (
    <div>
      {inForce.length > 0 && (
        <ul className="conditions" aria-label="いまの条件">
          {inForce.map(({ field, value }) => (
            <li key={`${field}=${value}`}>
              {NAMES[field]}：{options[field].find(([option]) => option === value)?.[1] ?? value}{" "}
              <a href={goalsHref({ ...view, filter: without(view.filter, field, value) })} aria-label={`${NAMES[field]}の条件を外す`}>
                外す
              </a>
            </li>
          ))}
          <li>
            <a href={goalsHref({ ...view, filter: municipalityFilter(view.filter) })}>{ja.controls.clear}</a>
          </li>
        </ul>
      )}
      <details className="more no-print">
        <summary>{ja.controls.filter}</summary>
        <form className="filters" action="/goals" method="get">
          {fields
            .filter((field) => options[field].length > 1 || view.filter[field])
            .map((field) => (
              <CheckboxSet
                key={field}
                legend={NAMES[field]}
                name={FILTER_PARAMETERS[field]}
                options={options[field]}
                chosen={(view.filter[field] ?? []).map(String)}
              />
            ))}
          <MunicipalityInput filter={view.filter} />
          {view.sort !== "year" && <input type="hidden" name="sort" value={view.sort} />}
          {view.sort !== "year" && <input type="hidden" name="direction" value={view.direction} />}
          {view.dataset && <input type="hidden" name="dataset" value={view.dataset} />}
          <button className="button" type="submit">
            {ja.controls.show}
          </button>
        </form>
      </details>
    </div>
  );
}

function without(filter: GoalFilter, field: Field, value: string): GoalFilter {
  return { ...filter, [field]: (filter[field] ?? []).filter((each) => String(each) !== value) };
}

function listOptions(choices: GoalChoices): Record<Field, Options> {
  const named = (values: (string | null)[]): Options => {
    const known = values.filter((value) => value !== null).sort();
    return [...known.map((value): [string, string] => [value, value]), ...(values.includes(null) ? [[NONE, ja.none] as [string, string]] : [])];
  };
  const rated = (values: (string | null)[]): Options =>
    named(values).map(([value]) => [value, value === NONE ? ja.notRated : formatRating(value)]);
  return {
    fiscalYears: choices.fiscalYears.map((year) => [String(year), formatFiscalYear(year)]),
    departments: choices.departments.map(({ id, name }) => [id, name]),
    policyAreas: named(choices.policyAreas),
    policyGoals: named(choices.policyGoals),
    responsibleUnits: named(choices.responsibleUnits),
    ratings: rated(choices.ratings),
    targetRatings: rated(choices.targetRatings),
  };
}
