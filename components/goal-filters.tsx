import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { type FilterField, NONE } from "@/lib/domain/goal-filter";
import { nameMeanings } from "@/lib/domain/rating/name";
import type { RatingValue } from "@/lib/domain/rating/value";
import type { GoalChoices } from "@/lib/domain/rows";
import { PAGES } from "@/lib/parameters/pages";
import type { View } from "@/lib/parameters/view";
import { nameDepartment } from "@/lib/texts/department-name";
import { ja } from "@/lib/texts/ja";
import { goalsHref } from "@/lib/urls";
import { Conditions, FIELDS, FILTER_FIELDS } from "./conditions";
import { KeptInputs } from "./kept-inputs";
import { Button } from "./ui/button";
import { CheckSet } from "./ui/check";
import { Disclosure } from "./ui/disclosure";
import { FilterForm } from "./ui/filter-form";

type Options = [value: string, label: string][];

/** All filters of the goal table as one plain form, folded away until wanted; conditions in force stand above it. */
export function GoalFilters({ view, choices }: { view: View; choices: GoalChoices }) {
  const options = listOptions(choices);
  return (
    <div>
      <Conditions
        filter={view.filter}
        labelOf={(field, value) => options[field].find(([option]) => option === value)?.[1] ?? value}
        hrefOf={(filter) => goalsHref({ ...view, filter })}
      />
      <Disclosure summary={ja.controls.filter}>
        <FilterForm action="/goals">
          {FILTER_FIELDS.filter((field) => options[field].length > 1 || view.filter[field]).map((field) => (
            <CheckSet
              key={field}
              legend={FIELDS[field].label}
              name={FIELDS[field].name}
              options={options[field]}
              chosen={(view.filter[field] ?? []).map(String)}
            />
          ))}
          <KeptInputs place={PAGES.goals} view={view} asked={FILTER_FIELDS.map((field) => FIELDS[field].name)} />
          <Button>{ja.controls.show}</Button>
        </FilterForm>
      </Disclosure>
    </div>
  );
}

function listOptions(choices: GoalChoices): Record<FilterField, Options> {
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
