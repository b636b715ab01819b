import type { SearchQuery } from "@/lib/search/query";

/** Whether texts in search form, those of one goal, are what the query looks for: what the index and the texts are held against. */
export function matchesQuery({ all, none }: SearchQuery, forms: readonly string[]): boolean {
  const holds = ({ spellings }: { spellings: readonly string[] }) => forms.some((text) => spellings.some((spelling) => text.includes(spelling)));
  return all.every(holds) && !none.some(holds);
}
