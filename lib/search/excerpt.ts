import type { ExcerptPart } from "../domain/search";
import { makeSearchForm } from "./form";
import type { SearchTerm } from "./query";

/** Characters of the original shown before and after a place that is found. */
const BEFORE = 24;
const AFTER = 56;
/** Texts up to this length are shown whole, and gaps up to that length are not cut out. */
const SHORT = 140;
const GAP = 16;
/** Places of one text that an excerpt shows around. */
const MOST_PLACES = 3;

interface Stretch {
  start: number;
  end: number;
}

/** Every stretch of a text that one of the terms matches, in order, those that touch as one. */
export function findStretches(text: string, terms: readonly SearchTerm[]): Stretch[] {
  const { form, starts, ends } = makeSearchForm(text);
  const found: Stretch[] = [];
  for (const wanted of terms.flatMap(({ spellings }) => spellings)) {
    for (let at = form.indexOf(wanted); at >= 0; at = form.indexOf(wanted, at + wanted.length)) {
      found.push({ start: starts[at]!, end: ends[at + wanted.length - 1]! });
    }
  }
  return join(found.sort((one, other) => one.start - other.start || one.end - other.end));
}

/**
 * The text around what is found in it, with that marked; whole where it is short. Empty where nothing is found.
 * What is left out is told by `…`.
 */
export function makeExcerpt(text: string, terms: readonly SearchTerm[]): ExcerptPart[] {
  const marks = findStretches(text, terms);
  if (marks.length === 0) return [];
  const windows = text.length <= SHORT ? [{ start: 0, end: text.length }] : openWindows(text, pickPlaces(text, terms, marks));
  const parts: ExcerptPart[] = [];
  const add = (part: string, marked: boolean) => part !== "" && parts.push({ text: part, marked });
  let last = 0;
  for (const { start, end } of windows) {
    if (start > last) add("…", false);
    let at = start;
    for (const mark of marks.filter((each) => each.end > start && each.start < end)) {
      add(text.slice(at, Math.max(mark.start, at)), false);
      add(text.slice(Math.max(mark.start, at), Math.min(mark.end, end)), true);
      at = Math.min(mark.end, end);
    }
    add(text.slice(at, end), false);
    last = end;
  }
  if (last < text.length) add("…", false);
  return parts;
}

/** The first place of each term, then further ones, no two of which one window would show. */
function pickPlaces(text: string, terms: readonly SearchTerm[], marks: readonly Stretch[]): Stretch[] {
  const first = terms.flatMap((term) => findStretches(text, [term]).slice(0, 1));
  const picked: Stretch[] = [];
  for (const { start, end } of [...first, ...marks]) {
    const isShown = picked.some((place) => start >= place.start - BEFORE && start < place.end + AFTER);
    // A stretch of one repeated word may be as long as the text.
    if (!isShown && picked.length < MOST_PLACES) picked.push({ start, end: Math.min(end, start + AFTER) });
  }
  return picked.sort((one, other) => one.start - other.start);
}

/** What is shown around each place. */
function openWindows(text: string, places: readonly Stretch[]): Stretch[] {
  return join(
    places.map(({ start, end }) => ({ start: cutBefore(text, start - BEFORE), end: cutAfter(text, end + AFTER) })),
    GAP,
  );
}

/** Stretches in order of their starts, those no further apart than `gap` as one. */
function join(stretches: readonly Stretch[], gap = 0): Stretch[] {
  const joined: Stretch[] = [];
  for (const { start, end } of stretches) {
    const last = joined.at(-1);
    if (last && start <= last.end + gap) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** The place, or the beginning where little would be left out; never within a character. */
function cutBefore(text: string, at: number): number {
  if (at <= 4) return 0;
  let cut = at;
  while (cut > 0 && isWithin(text, cut)) cut -= 1;
  return cut;
}

function cutAfter(text: string, at: number): number {
  if (at >= text.length - 4) return text.length;
  let cut = at;
  while (cut < text.length && isWithin(text, cut)) cut += 1;
  return cut;
}

/** Whether a cut here would part a surrogate pair, or a mark from its letter. */
function isWithin(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const isPair = unit >= 0xdc00 && unit <= 0xdfff && /[\ud800-\udbff]/.test(text[at - 1] ?? "");
  return isPair || /^[\p{M}\p{Cf}]/u.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}
