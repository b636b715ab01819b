import { searchJa } from "@/lib/texts/search-ja";
import type { View } from "@/lib/parameters/view";
import { searchHref } from "@/lib/urls";

/** Links to the pages of results before and after; nothing where there is one page. `last` counts from 1. */
export function SearchPages({ view, page, last }: { view: View; page: number; last: number }) {
  if (last <= 1) return null;
  return (
    <nav aria-label={searchJa.pages} className="search-pages no-print">
      {page > 1 && (
        <a rel="prev" href={searchHref({ ...view, page: page - 1 })}>
          {searchJa.previous}
        </a>
      )}
      <span>
        {page}／{last}
      </span>
      {page < last && (
        <a rel="next" href={searchHref({ ...view, page: page + 1 })}>
          {searchJa.next}
        </a>
      )}
    </nav>
  );
}
