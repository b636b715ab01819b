import { listSpellings } from "../domain/spelling";
import { foldForSearch, holdsAsIs } from "./form";
import { findTermTokens } from "./token";

/** One word or phrase that is looked for. */
export interface SearchTerm {
  /** As texts are compared with it, see `SearchForm`; never empty. */
  form: string;
  /** `form` and its other ways of writing: a text that holds one of them holds the term. */
  spellings: string[];
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
    if (form === "" || list.some((term) => term.spellings.includes(form))) continue;
    if (query.all.length + query.none.length < MOST_TERMS) list.push({ form, spellings: listSpellings(form), typed: text.trim() });
  }
  return query;
}

/** Whether there is nothing to look for. */
export function isEmptyQuery(query: SearchQuery): boolean {
  return query.all.length === 0 && query.none.length === 0;
}

/**
 * For each term that the tokens (`makeMatchExpression`) leave open, words of which a goal that they find holds the term
 * where its texts hold one just as it is; `null` where that cannot be said, and texts have to be folded. A last kana is
 * one such case: a voicing mark after it would make it another.
 */
export function findPlainWords({ all, none }: SearchQuery): string[][] | null {
  const unproved = all.filter((term) => !isExact(term));
  const isPlain = (word: string) => /^[\p{L}\p{N}]*[\p{Script=Han}\p{Script=Latin}\p{N}]$/u.test(word) && !/[\u{10000}-\u{10ffff}]/u.test(word);
  const words = unproved.map(({ typed, spellings }) => [...new Set([typed, ...spellings.slice(1)])].filter(isPlain));
  return words.every((each) => each.length > 0) && none.every(isExact) ? words : null;
}

/** Whether texts as they were written, those of one goal, are what the query looks for. Folds them only where it must. */
export function findsInTexts({ all, none }: SearchQuery, texts: readonly string[]): boolean {
  let forms: string[] | null = null;
  const holds = (term: SearchTerm) => {
    if (texts.some((text) => holdsAsIs(text, term.typed))) return true;
    forms ??= texts.map(foldForSearch);
    return forms.some((form) => holdsTerm(form, term));
  };
  return all.every(holds) && !none.some(holds);
}

/** Whether a text in search form holds the term, in one of its ways of writing. */
export function holdsTerm(form: string, { spellings }: Pick<SearchTerm, "spellings">): boolean {
  return spellings.some((spelling) => form.includes(spelling));
}

function isExact(term: SearchTerm): boolean {
  return findTermTokens(term).every(({ exact }) => exact);
}
