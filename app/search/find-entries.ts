import type { Site } from "@/app/_read/open-site";
import { searchEntries } from "@/db/queries/search";
import { listAreas, listDepartments } from "@/lib/domain/department";
import { sortRatings } from "@/lib/domain/rating/comparison";
import { nameMeanings } from "@/lib/domain/rating/name";
import type { View } from "@/lib/parameters/view";
import { countFacets, filterEntries, sortEntries } from "@/lib/search/facet";
import type { SearchQuery } from "@/lib/search/query";

/**
 * What the query finds: `all` of it, and in order the `entries` that the filter takes, with what each other choice
 * of the filter would give. Where more is found than is listed, the filter's years and departments narrow the search
 * itself, so that `all` is then what lies within them.
 */
export async function findEntries({ database, dataset: shown }: Site, query: SearchQuery, { filter, within }: Pick<View, "filter" | "within">) {
  const { municipalityId: _, ...whole } = shown;
  const dataset = within === "all" ? whole : shown;
  const { fiscalYears = [], departments: departmentIds = [] } = filter;
  let answer = await searchEntries(database, dataset, query);
  if (!answer.complete && fiscalYears.length + departmentIds.length > 0) {
    answer = await searchEntries(database, dataset, query, { fiscalYears, departments: departmentIds });
  }
  const { entries: all, complete } = answer;
  return {
    all,
    complete,
    entries: sortEntries(filterEntries(all, filter)),
    facets: countFacets(all, filter),
    ratings: nameMeanings(all.flatMap(({ rating, targetRatings }) => [rating, ...targetRatings]).sort(sortRatings)),
    departments: listDepartments(all),
    areas: listAreas(all),
  };
}
