import { ja } from "@/lib/texts/ja";

/** The search box of every page's header: a plain form. `q` is what was looked for, `dataset` the one that the URL asks for. */
export function SearchBox({ q, dataset }: { q: string; dataset: string | null }) {
  return (
    <form className="search-box no-print" role="search" action="/search" method="get">
      <input type="search" name="q" defaultValue={q} aria-label={ja.site.searchSite} maxLength={200} enterKeyHint="search" autoComplete="off" />
      {dataset && <input type="hidden" name="dataset" value={dataset} />}
      <button type="submit">{ja.site.search}</button>
    </form>
  );
}
