import { listDepartments } from "@/lib/domain/department";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { isFiltered, municipalityFilter } from "@/lib/domain/goal-filter";
import type { PlanRow } from "@/lib/domain/rows";
import { PAGES } from "@/lib/parameters/pages";
import type { View } from "@/lib/parameters/view";
import { nameDepartment } from "@/lib/texts/department-name";
import { ja } from "@/lib/texts/ja";
import { overviewHref } from "@/lib/urls";
import { KeptInputs } from "./kept-inputs";
import { Button } from "./ui/button";
import { CheckSet } from "./ui/check";
import { Disclosure } from "./ui/disclosure";
import { FilterForm } from "./ui/filter-form";

/** Years and departments to show, as a plain form; left out where there is nothing to choose. */
export function OverviewFilters({ view, plans }: { view: View; plans: readonly PlanRow[] }) {
  const years = [...new Set(plans.map((plan) => plan.fiscalYear))].sort((a, b) => a - b);
  const departments = listDepartments(plans).map((department) => [department.id, nameDepartment(department)] as const);
  if (years.length < 2 && departments.length < 2) return null;
  const filtered = isFiltered(view.filter);
  return (
    <Disclosure summary={ja.controls.filter} open={filtered}>
      <FilterForm action="/">
        <CheckSet
          legend={ja.controls.year}
          name="year"
          options={years.map((year) => [String(year), formatFiscalYear(year)])}
          chosen={(view.filter.fiscalYears ?? []).map(String)}
        />
        {departments.length > 1 && <CheckSet legend={ja.controls.department} name="department" options={departments} chosen={view.filter.departments ?? []} />}
        <KeptInputs place={PAGES.overview} view={view} asked={["year", "department"]} />
        <Button>{ja.controls.show}</Button>
        {filtered && <a href={overviewHref({ ...view, filter: municipalityFilter(view.filter) })}>{ja.controls.clear}</a>}
      </FilterForm>
    </Disclosure>
  );
}
