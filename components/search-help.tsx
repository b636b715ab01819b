import type { View } from "@/lib/parameters/view";
import { searchJa } from "@/lib/texts/search-ja";
import { searchHref } from "@/lib/urls";
import { Fact, Facts } from "./ui/facts";

/** What can be searched, and how, with examples to press. */
export function SearchHelp({ view }: { view: View }) {
  return (
    <section className="space-y-3" aria-labelledby="search-help">
      <h2 id="search-help">検索のしかた</h2>
      <p className="max-w-prose">{searchJa.scope}</p>
      <Facts>
        {searchJa.help.map(([q, meaning]) => (
          <Fact key={q} name={<a href={searchHref({ ...view, q, page: 1 })}>{q}</a>}>
            {meaning}
          </Fact>
        ))}
      </Facts>
      <p className="max-w-prose">{searchJa.sameForms}</p>
    </section>
  );
}
