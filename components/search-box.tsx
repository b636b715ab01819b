import type { GoalFilter } from "@/lib/domain/goal-filter";
import { ja } from "@/lib/texts/ja";
import { MunicipalityInput } from "./municipality-input";

/** The search box of every page's header: a plain form. `q` is what was looked for, `chosen` the municipality and `dataset` the one that the URL asks for. */
export function SearchBox({ q, chosen, dataset }: { q: string; chosen: Pick<GoalFilter, "municipalities">; dataset: string | null }) {
  return (
    <form className="search-box no-print" role="search" aria-label={ja.site.searchSite} action="/search" method="get">
      <input type="search" name="q" defaultValue={q} aria-label={ja.site.searchSite} maxLength={200} enterKeyHint="search" autoComplete="off" />
      <MunicipalityInput filter={chosen} />
      {dataset && <input type="hidden" name="dataset" value={dataset} />}
      <button type="submit">{ja.site.search}</button>
    </form>
  );
}
