import type { ContinuationItem } from "@/lib/domain/continuation-history";
import { LINK_KINDS } from "@/lib/domain/continuing";
import { listAreas, listDepartments } from "@/lib/domain/department";
import { isFiltered, municipalityFilter, NONE } from "@/lib/domain/goal-filter";
import { PAGES } from "@/lib/parameters/pages";
import { LEVELS, STATUSES, type View } from "@/lib/parameters/view";
import { continuationJa } from "@/lib/texts/continuation-ja";
import { nameDepartment } from "@/lib/texts/department-name";
import { ja } from "@/lib/texts/ja";
import { continuationsHref } from "@/lib/urls";
import { KeptInputs } from "./kept-inputs";
import { Button } from "./ui/button";
import { CheckSet } from "./ui/check";
import { Choice, Choices } from "./ui/choice";
import { Disclosure } from "./ui/disclosure";
import { FilterForm } from "./ui/filter-form";

/** Goals or initiatives, as links. */
export function LevelChoice({ view }: { view: View }) {
  return (
    <Choices>
      <Choice
        name={ja.controls.counted}
        options={LEVELS.map((level) => ({ label: continuationJa.level[level], href: continuationsHref({ ...view, level }), current: view.level === level }))}
      />
    </Choices>
  );
}

/** Which items and links to show, as one plain form, open while a condition is in force. */
export function ContinuationFilters({ view, items }: { view: View; items: readonly ContinuationItem[] }) {
  const { filter } = view;
  const filtered = isFiltered(filter);
  const names = (values: (string | null)[]): [string, string][] =>
    [...new Set(values)].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)).map((value) => [value ?? NONE, value ?? ja.none]);
  const departments = listDepartments(items).map((department) => [department.id, nameDepartment(department)] as const);
  return (
    <Disclosure summary={ja.controls.filter} open={filtered}>
      <FilterForm action="/continuations">
        {departments.length > 1 && <CheckSet legend={ja.controls.department} name="department" options={departments} chosen={filter.departments ?? []} />}
        <CheckSet
          legend={ja.field.policyArea}
          name="area"
          options={listAreas(items).map((area) => [area ?? NONE, area ?? ja.none] as const)}
          chosen={filter.policyAreas ?? []}
        />
        <CheckSet
          legend={ja.field.responsibleUnit}
          name="unit"
          options={names(items.flatMap((item) => (item.responsibleUnits.length > 0 ? item.responsibleUnits : [null])))}
          chosen={filter.responsibleUnits ?? []}
        />
        <CheckSet legend="関係" name="kind" options={LINK_KINDS.map((kind) => [kind, continuationJa.kind[kind]])} chosen={filter.kinds ?? []} />
        <CheckSet legend="状態" name="status" options={STATUSES.map((status) => [status, continuationJa.status[status]])} chosen={filter.statuses ?? []} />
        <KeptInputs place={PAGES.continuations} view={view} asked={["department", "area", "unit", "kind", "status"]} />
        <Button>{ja.controls.show}</Button>
        {filtered && <a href={continuationsHref({ ...view, filter: municipalityFilter(filter) })}>{ja.controls.clear}</a>}
      </FilterForm>
    </Disclosure>
  );
}
