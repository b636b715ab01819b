import { municipalityFilter } from "@/lib/domain/goal-filter";
import { LONGEST_TEXT } from "@/lib/parameters/choices";
import { PAGES } from "@/lib/parameters/pages";
import type { View } from "@/lib/parameters/view";
import { ja } from "@/lib/texts/ja";
import { KeptInputs } from "./kept-inputs";

/** The search box of every page's header: a plain form, which looks through all of the municipality and dataset shown. */
export function SearchBox({ view }: { view: View }) {
  return (
    <form
      className="ml-auto flex min-w-[min(100%,13rem)] flex-[0_1_20rem] max-sm:basis-full print:hidden"
      role="search"
      aria-label={ja.site.searchSite}
      action="/search"
      method="get"
      autoComplete="off"
    >
      <input
        className="min-h-10 w-full min-w-0 rounded-l-4 border border-r-0 border-rule-strong bg-paper px-2.5 focus-visible:z-1"
        type="search"
        name="q"
        defaultValue={view.q}
        aria-label={ja.site.searchSite}
        maxLength={LONGEST_TEXT}
        enterKeyHint="search"
      />
      <KeptInputs place={PAGES.search} view={{ ...view, filter: municipalityFilter(view.filter) }} asked={["q", "page"]} />
      <button
        type="submit"
        className="min-h-10 shrink-0 cursor-pointer rounded-r-4 border border-rule-strong bg-surface px-3.5 whitespace-nowrap hover:underline focus-visible:z-1"
      >
        {ja.site.search}
      </button>
    </form>
  );
}
