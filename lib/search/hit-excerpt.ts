import type { ExcerptPart, SearchExcerpt, SearchHit } from "../domain/search";
import { findStretches, makeExcerpt } from "./excerpt";
import { foldForSearch } from "./form";
import { holdsTerm, type SearchTerm } from "./query";

/** Excerpts shown of one entry at most; the other fields are named. */
const MOST_EXCERPTS = 4;

/** Fields that only say where a goal belongs: shown where no other holds the word. */
const CLASSES = new Set(["/policyArea", "/policyGoal/name"]);

/** What a result shows of its entry. */
export interface HitExcerpts {
  /** The title whole, with what is found in it marked. */
  title: ExcerptPart[];
  /** In the order of the goal's page; not of the title. */
  excerpts: SearchExcerpt[];
  /** Pointers of further fields that hold one of the terms. */
  more: string[];
}

/** The excerpts of an entry: of each term at least one field, then further fields in their order. */
export function makeHitExcerpts(hit: SearchHit, terms: readonly SearchTerm[]): HitExcerpts {
  const fields = hit.texts.filter(({ pointer }) => pointer !== "/title").map((field) => ({ ...field, form: foldForSearch(field.text) }));
  const holding = fields.filter(({ form }) => terms.some((term) => holdsTerm(form, term)));
  const byWeight = [...holding].sort((one, other) => Number(CLASSES.has(one.pointer)) - Number(CLASSES.has(other.pointer)));
  const first = terms.flatMap((term) => byWeight.find(({ form }) => holdsTerm(form, term)) ?? []);
  const wanted = new Set([...first, ...byWeight]);
  const shown = new Set([...wanted].slice(0, Math.max(MOST_EXCERPTS, new Set(first).size)));
  return {
    title: markWhole(hit.title ?? "", terms),
    excerpts: holding
      .filter((field) => shown.has(field))
      .map(({ pointer, text }) => ({ pointer, parts: makeExcerpt(text, terms), span: hit.places[pointer]?.at(-1) ?? null })),
    more: holding.filter((field) => !shown.has(field)).map(({ pointer }) => pointer),
  };
}

function markWhole(text: string, terms: readonly SearchTerm[]): ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let at = 0;
  for (const { start, end } of findStretches(text, terms)) {
    if (start > at) parts.push({ text: text.slice(at, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false });
  return parts;
}
