import type { Department } from "@/lib/domain/department";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { type FilterField, NONE } from "@/lib/domain/goal-filter";
import type { Rating } from "@/lib/domain/plan";
import { PAGES } from "@/lib/parameters/pages";
import type { View } from "@/lib/parameters/view";
import { nameDepartment } from "@/lib/texts/department-name";
import { ja } from "@/lib/texts/ja";
import { searchHref } from "@/lib/urls";
import { Conditions, FIELDS, FILTER_FIELDS } from "./conditions";
import { KeptInputs } from "./kept-inputs";
import { Button } from "./ui/button";
import { CheckSet } from "./ui/check";
import { Disclosure } from "./ui/disclosure";
import { FilterForm } from "./ui/filter-form";

interface SearchFiltersProps {
  view: View;
  /** Of each field, how many results each value would give. */
  facets: Record<FilterField, ReadonlyMap<string, number>>;
  /** In the city's order, as areas are. */
  departments: readonly Department[];
  areas: readonly (string | null)[];
  /** Names of ratings by their letters, the best first. */
  ratings: ReadonlyMap<Rating | null, string>;
}

/** The filters of /goals over what was found, each choice with its number of results; conditions in force stand above. */
export function SearchFilters({ view, facets, departments, areas, ratings }: SearchFiltersProps) {
  const orders = { departments: departments.map(({ id }) => id), policyAreas: areas.map((area) => area ?? NONE) };
  const offered = FILTER_FIELDS.filter((field) => facets[field].size > 1 || view.filter[field]);
  return (
    <div>
      <Conditions
        filter={view.filter}
        labelOf={(field, value) => labelValue(field, value, { departments, ratings })}
        hrefOf={(filter) => searchHref({ ...view, page: 1, filter })}
      />
      {offered.length > 0 && (
        <Disclosure summary={ja.controls.filter}>
          <FilterForm action="/search">
            <KeptInputs place={PAGES.search} view={view} asked={["page", ...FILTER_FIELDS.map((field) => FIELDS[field].name)]} />
            {offered.map((field) => (
              <CheckSet
                key={field}
                legend={FIELDS[field].label}
                name={FIELDS[field].name}
                options={sortValues(field, facets[field], ratings, orders).map(
                  ([value, count]) => [value, `${labelValue(field, value, { departments, ratings })}（${count}）`] as const,
                )}
                chosen={(view.filter[field] ?? []).map(String)}
              />
            ))}
            <Button>{ja.controls.show}</Button>
          </FilterForm>
        </Disclosure>
      )}
    </div>
  );
}

function labelValue(field: FilterField, value: string, { departments, ratings }: Pick<SearchFiltersProps, "departments" | "ratings">): string {
  if (field === "fiscalYears") return formatFiscalYear(Number(value));
  if (field === "departments") return nameValue(departments, value);
  if (field === "ratings" || field === "targetRatings") return value === NONE ? ja.notRated : (ratings.get(value) ?? value);
  return value === NONE ? ja.none : value;
}

function nameValue(departments: readonly Department[], value: string): string {
  const department = departments.find(({ id }) => id === value);
  return department ? nameDepartment(department) : value;
}

/** Years, ratings, departments and areas in their order, all others the most frequent first; what is not given last. */
function sortValues(
  field: FilterField,
  counts: ReadonlyMap<string, number>,
  ratings: ReadonlyMap<Rating | null, string>,
  orders: Partial<Record<FilterField, readonly string[]>>,
): [string, number][] {
  const order = orders[field];
  if (order) return [...counts].sort(([one], [other]) => order.indexOf(one) - order.indexOf(other));
  const byValue = field === "fiscalYears" || field === "ratings" || field === "targetRatings";
  const places = new Map([...ratings.keys()].map((rating, place) => [rating, place]));
  const place = (value: string) => (field === "fiscalYears" ? 0 : (places.get(value) ?? places.size));
  return [...counts].sort(([one, a], [other, b]) => {
    if ((one === NONE) !== (other === NONE)) return one === NONE ? 1 : -1;
    return (byValue ? place(one) - place(other) : b - a) || (one < other ? -1 : 1);
  });
}
