import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { type GoalFilter, municipalityFilter, NONE } from "@/lib/domain/goal-filter";
import { nameMeanings } from "@/lib/domain/rating/name";
import type { RatingValue } from "@/lib/domain/rating/value";
import type { GoalChoices } from "@/lib/domain/rows";
import { AREA, DEPARTMENT, POLICY_GOAL, RATING, TARGET_RATING, UNIT, YEAR } from "@/lib/parameters/filters";
import { PAGES } from "@/lib/parameters/pages";
import type { Parameter } from "@/lib/parameters/parameter";
import type { View } from "@/lib/parameters/view";
import { nameDepartment } from "@/lib/texts/department-name";
import { ja } from "@/lib/texts/ja";
import { goalsHref } from "@/lib/urls";
import { KeptInputs } from "./kept-inputs";
import { Button } from "./ui/button";
import { CheckSet } from "./ui/check";
import { Disclosure } from "./ui/disclosure";
import { FilterForm } from "./ui/filter-form";

/** A filter field that is chosen within a municipality. */
export type Field = Exclude<keyof GoalFilter, "municipalities">;

/** The parameter of each filter field. */
export const FIELDS = {
  fiscalYears: YEAR,
  departments: DEPARTMENT,
  policyAreas: AREA,
  policyGoals: POLICY_GOAL,
  responsibleUnits: UNIT,
  ratings: { ...RATING, label: ja.field.overallRating },
  targetRatings: TARGET_RATING,
} as const satisfies Record<Field, Parameter>;

type Options = [value: string, label: string][];

/** All filters of the goal table as one plain form, folded away until wanted; conditions in force stand above it. */
export function GoalFilters({ view, choices }: { view: View; choices: GoalChoices }) {
  const options = listOptions(choices);
  const fields = Object.keys(FIELDS) as Field[];
  const inForce = fields.flatMap((field) => (view.filter[field] ?? []).map((value) => ({ field, value: String(value) })));
  return (
    <div>
      {inForce.length > 0 && (
        <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1" aria-label="いまの条件">
          {inForce.map(({ field, value }) => (
            <li key={`${field}=${value}`}>
              {FIELDS[field].label}：{options[field].find(([option]) => option === value)?.[1] ?? value}{" "}
              <a href={goalsHref({ ...view, filter: without(view.filter, field, value) })} aria-label={`${FIELDS[field].label}の条件を解除`}>
                {ja.controls.remove}
              </a>
            </li>
          ))}
          <li>
            <a href={goalsHref({ ...view, filter: municipalityFilter(view.filter) })}>{ja.controls.clear}</a>
          </li>
        </ul>
      )}
      <Disclosure summary={ja.controls.filter}>
        <FilterForm action="/goals">
          {fields
            .filter((field) => options[field].length > 1 || view.filter[field])
            .map((field) => (
              <CheckSet
                key={field}
                legend={FIELDS[field].label}
                name={FIELDS[field].name}
                options={options[field]}
                chosen={(view.filter[field] ?? []).map(String)}
              />
            ))}
          <KeptInputs place={PAGES.goals} view={view} asked={fields.map((field) => FIELDS[field].name)} />
          <Button>{ja.controls.show}</Button>
        </FilterForm>
      </Disclosure>
    </div>
  );
}

function without(filter: GoalFilter, field: Field, value: string): GoalFilter {
  return { ...filter, [field]: (filter[field] ?? []).filter((each) => String(each) !== value) };
}

function listOptions(choices: GoalChoices): Record<Field, Options> {
  const named = (values: (string | null)[]): Options => values.map((value) => [value ?? NONE, value ?? ja.none]);
  const sorted = (values: (string | null)[]) => [...values.filter((value) => value !== null).sort(), ...values.filter((value) => value === null)];
  const rated = (values: (RatingValue | null)[]): Options => [...nameMeanings(values)].map(([rating, name]) => [rating ?? NONE, name]);
  return {
    fiscalYears: choices.fiscalYears.map((year) => [String(year), formatFiscalYear(year)]),
    departments: choices.departments.map((department) => [department.id, nameDepartment(department)]),
    policyAreas: named(choices.policyAreas),
    policyGoals: named(sorted(choices.policyGoals)),
    responsibleUnits: named(sorted(choices.responsibleUnits)),
    ratings: rated(choices.ratings),
    targetRatings: rated(choices.targetRatings),
  };
}
