import { municipalityFilter } from "@/lib/domain/goal-filter";
import { LONGEST_TEXT } from "@/lib/parameters/choices";
import { PAGES } from "@/lib/parameters/pages";
import type { View } from "@/lib/parameters/view";
import { ja } from "@/lib/texts/ja";
import { KeptInputs } from "./kept-inputs";

/** The search box of every page's header: a plain form, which looks through all of the municipality and dataset shown. */
export function SearchBox({ view }: { view: View }) {
  return (
    <form className="search-box no-print" role="search" aria-label={ja.site.searchSite} action="/search" method="get" autoComplete="off">
      <input type="search" name="q" defaultValue={view.q} aria-label={ja.site.searchSite} maxLength={LONGEST_TEXT} enterKeyHint="search" />
      <KeptInputs place={PAGES.search} view={{ ...view, filter: municipalityFilter(view.filter) }} asked={["q", "page"]} />
      <button type="submit">{ja.site.search}</button>
    </form>
  );
}
