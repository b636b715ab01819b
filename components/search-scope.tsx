import type { View } from "@/lib/parameters/view";
import { searchJa } from "@/lib/texts/search-ja";
import { searchHref } from "@/lib/urls";

/** Whose texts are searched, where the dataset has plans of several municipalities, and a link to the other choice. */
export function SearchScope({ view, municipality }: { view: View; municipality: string }) {
  const isAll = view.within === "all";
  return (
    <p>
      {isAll ? searchJa.withinAll : searchJa.within(municipality)}{" "}
      <a href={searchHref({ ...view, page: 1, within: isAll ? "municipality" : "all" })}>{isAll ? searchJa.toOne(municipality) : searchJa.toAll}</a>
    </p>
  );
}
