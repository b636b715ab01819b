import type { View } from "@/lib/parameters/view";
import { searchJa } from "@/lib/texts/search-ja";
import { searchHref } from "@/lib/urls";

/** What can be searched, and how, with examples to press. */
export function SearchHelp({ view }: { view: View }) {
  return (
    <section className="stack" aria-labelledby="search-help">
      <h2 id="search-help">検索のしかた</h2>
      <p>{searchJa.scope}</p>
      <dl className="facts">
        {searchJa.help.map(([q, meaning]) => (
          <div key={q} className="contents">
            <dt>
              <a href={searchHref({ ...view, q, page: 1 })}>{q}</a>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>{searchJa.sameForms}</p>
    </section>
  );
}
