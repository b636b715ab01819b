import { foldForSearch, holdsAsIs } from "./form";
import { findTermTokens } from "./token";

/** One word or phrase that is looked for. */
export interface SearchTerm {
  /** As texts are compared with it, see `SearchForm`; never empty. */
  form: string;
  /** As the reader typed it. */
  typed: string;
}

/** What is looked for: texts of one goal that hold all of `all`, in whatever fields, and none of `none`. */
export interface SearchQuery {
  all: SearchTerm[];
  none: SearchTerm[];
}

/** More words than these are left out; each costs a look-up. */
const MOST_TERMS = 16;

const QUOTE = '["＂“”„‟〝〞〟]';
const BLANK = "[\\s\\u200b]";
/** ー too: a Japanese keyboard gives it for the minus key, and no word begins with it. */
const MINUS = "[-－‐‑‒–—―−ー]";
const TERM = new RegExp(`(${MINUS}(?=[^\\s\\u200b]))?(?:${QUOTE}([^"＂“”„‟〝〞〟]*)(?:${QUOTE}|$)|((?:(?!${QUOTE}|${BLANK})[^])+))`, "g");

/**
 * What a reader typed, as a query: words between blanks, all of which are wanted; `"…"` a phrase; `-` before either
 * leaves out what holds it. Full-width quotes, blanks and minus signs are understood. Never throws: what cannot be
 * looked for (quotes alone, a variation selector alone) is passed over.
 */
export function parseSearchQuery(typed: string): SearchQuery {
  const query: SearchQuery = { all: [], none: [] };
  for (const [, minus, phrase, word] of typed.matchAll(TERM)) {
    const text = phrase ?? word ?? "";
    const form = foldForSearch(text);
    const list = minus ? query.none : query.all;
    if (form === "" || list.some((term) => term.form === form)) continue;
    if (query.all.length + query.none.length < MOST_TERMS) list.push({ form, typed: text.trim() });
  }
  return query;
}

/** Whether there is nothing to look for. */
export function isEmptyQuery(query: SearchQuery): boolean {
  return query.all.length === 0 && query.none.length === 0;
}

/**
 * Words such that a goal of the tokens (`makeMatchExpression`) holds what is looked for where its texts hold all of
 * these just as they are; `null` where that cannot be said, and texts have to be folded. A last kana is one such case:
 * a voicing mark after it would make it another.
 */
export function findPlainWords({ all, none }: SearchQuery): string[] | null {
  const unproved = all.filter((term) => !findTermTokens(term).exact);
  const isPlain = ({ typed }: SearchTerm) => /^[\p{L}\p{N}]*[\p{Script=Han}\p{Script=Latin}\p{N}]$/u.test(typed) && !/[\u{10000}-\u{10ffff}]/u.test(typed);
  return unproved.every(isPlain) && none.every((term) => findTermTokens(term).exact) ? unproved.map(({ typed }) => typed) : null;
}

/** Whether texts as they were written, those of one goal, are what the query looks for. Folds them only where it must. */
export function findsInTexts({ all, none }: SearchQuery, texts: readonly string[]): boolean {
  let forms: string[] | null = null;
  const holds = ({ form, typed }: SearchTerm) => {
    if (texts.some((text) => holdsAsIs(text, typed))) return true;
    forms ??= texts.map(foldForSearch);
    return forms.some((text) => text.includes(form));
  };
  return all.every(holds) && !none.some(holds);
}
