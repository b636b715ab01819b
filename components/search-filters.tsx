import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { municipalityFilter, NONE, type GoalFilter } from "@/lib/domain/goal-filter";
import type { Rating } from "@/lib/domain/plan";
import { ja } from "@/lib/texts/ja";
import { PAGES } from "@/lib/parameters/pages";
import type { View } from "@/lib/parameters/view";
import { searchHref } from "@/lib/urls";
import { FIELDS, type Field } from "./goal-filters";
import { KeptInputs } from "./kept-inputs";
import { Button } from "./ui/button";
import { CheckSet } from "./ui/check";
import { Disclosure } from "./ui/disclosure";
import { FilterForm } from "./ui/filter-form";

interface SearchFiltersProps {
  view: View;
  /** Of each field, how many results each value would give. */
  facets: Record<Field, ReadonlyMap<string, number>>;
  /** Names of departments by their ids. */
  departments: ReadonlyMap<string, string>;
  /** Names of ratings by their letters, the best first. */
  ratings: ReadonlyMap<Rating | null, string>;
}

/** The filters of /goals over what was found, each choice with its number of results; conditions in force stand above. */
export function SearchFilters({ view, facets, departments, ratings }: SearchFiltersProps) {
  const fields = Object.keys(FIELDS) as Field[];
  const inForce = fields.flatMap((field) => (view.filter[field] ?? []).map((value) => ({ field, value: String(value) })));
  const offered = fields.filter((field) => facets[field].size > 1 || view.filter[field]);
  return (
    <div>
      {inForce.length > 0 && (
        <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1" aria-label="いまの条件">
          {inForce.map(({ field, value }) => (
            <li key={`${field}=${value}`}>
              {FIELDS[field].label}：{labelValue(field, value, { departments, ratings })}{" "}
              <a href={searchHref({ ...view, page: 1, filter: without(view.filter, field, value) })} aria-label={`${FIELDS[field].label}の条件を外す`}>
                {ja.controls.remove}
              </a>
            </li>
          ))}
          <li>
            <a href={searchHref({ ...view, page: 1, filter: municipalityFilter(view.filter) })}>{ja.controls.clear}</a>
          </li>
        </ul>
      )}
      {offered.length > 0 && (
        <Disclosure summary={ja.controls.filter}>
          <FilterForm action="/search">
            <KeptInputs place={PAGES.search} view={view} asked={["page", ...fields.map((field) => FIELDS[field].name)]} />
            {offered.map((field) => (
              <CheckSet
                key={field}
                legend={FIELDS[field].label}
                name={FIELDS[field].name}
                options={sortValues(field, facets[field], ratings).map(([value, count]) => [value, `${labelValue(field, value, { departments, ratings })}（${count}）`] as const)}
                chosen={(view.filter[field] ?? []).map(String)}
              />
            ))}
            <Button>
              {ja.controls.show}
            </Button>
          </FilterForm>
        </Disclosure>
      )}
    </div>
  );
}

function labelValue(field: Field, value: string, { departments, ratings }: Pick<SearchFiltersProps, "departments" | "ratings">): string {
  if (field === "fiscalYears") return formatFiscalYear(Number(value));
  if (field === "departments") return departments.get(value) ?? value;
  if (field === "ratings" || field === "targetRatings") return value === NONE ? ja.notRated : (ratings.get(value) ?? value);
  return value === NONE ? ja.none : value;
}

/** Years and ratings in their order, all others the most frequent first; what is not given last. */
function sortValues(field: Field, counts: ReadonlyMap<string, number>, ratings: ReadonlyMap<Rating | null, string>): [string, number][] {
  const byValue = field === "fiscalYears" || field === "ratings" || field === "targetRatings";
  const places = new Map([...ratings.keys()].map((rating, place) => [rating, place]));
  const place = (value: string) => (field === "fiscalYears" ? 0 : (places.get(value) ?? places.size));
  return [...counts].sort(([one, a], [other, b]) => {
    if ((one === NONE) !== (other === NONE)) return one === NONE ? 1 : -1;
    return (byValue ? place(one) - place(other) : b - a) || (one < other ? -1 : 1);
  });
}

function without(filter: GoalFilter, field: Field, value: string): GoalFilter {
  return { ...filter, [field]: (filter[field] ?? []).filter((each) => String(each) !== value) };
}
