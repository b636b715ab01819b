/** Characters of markup that wait for their pages, two bytes each; more than pages under way at once hold (app/_server/work-queue.ts). */
const MOST = 12 * 1024 * 1024;

// On globalThis, because Next.js renders a page's data and its HTML by two bundles of modules.
const store = globalThis as typeof globalThis & { ayumiMarkup?: Map<string, string>; ayumiMarkupSize?: number };

/** Keeps markup for the page that is being made; that made longest ago goes first. */
export function keepMarkup(name: string, markup: string): void {
  const kept = (store.ayumiMarkup ??= new Map());
  if (kept.delete(name)) store.ayumiMarkupSize! -= markup.length;
  kept.set(name, markup);
  store.ayumiMarkupSize = (store.ayumiMarkupSize ?? 0) + markup.length;
  for (const [oldest, { length }] of kept) {
    if (store.ayumiMarkupSize <= MOST || oldest === name) break;
    kept.delete(oldest);
    store.ayumiMarkupSize -= length;
  }
}

/** The markup of that name. Throws `Error` where it is not there any more. */
export function findMarkup(name: string): string {
  const markup = store.ayumiMarkup?.get(name);
  if (markup === undefined) throw new Error(`there is no markup "${name}"`);
  return markup;
}
