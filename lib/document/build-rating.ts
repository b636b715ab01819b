import type { Assessment, Rating } from "@/lib/domain/plan";
import type { MappedText } from "./markup";
import { findFinal } from "./occasion";
import type { Entry } from "./plan-draft";
import type { PlanRecord } from "./plan-record";
import { type ReadEntry, readRating } from "./rating";

/** A rating, and all that were given where there are several. */
export interface Rated {
  rating: Rating | null;
  assessments?: Assessment[];
}

/** The rating that stands at a JSON Pointer: `null` where nothing is rated, or by no known rating. */
export function putRating(record: PlanRecord, pieces: readonly MappedText[], pointer: string, scale: readonly ReadEntry[]): Rating | null {
  const [first] = pieces;
  if (!first) return null;
  let count = countRatingPieces(pieces, scale);
  let read = readRating(joinPieces(pieces.slice(0, count)), scale);
  if (!read.known) count = pieces.length;
  else record.giveUp(pieces.slice(count));
  const text = record.put(pointer, pieces.slice(0, count)) ?? "";
  if (!read.known) read = { ...read, rating: null };
  record.ratingTexts[pointer] = text;
  if (!read.known) {
    record.warn("unknown-rating", [text], pieces, pointer);
    record.unread(pieces);
  }
  if (read.rating && read.mismatch) record.mismatch("rating-label-mismatch", [text, read.rating, read.mismatch], first, pointer);
  if (read.rating && read.byPercent) record.mismatch("rating-percent-mismatch", [text, read.rating, read.byPercent], first, pointer);
  return read.rating;
}

/** The rating of an item (at `base`), and where it was rated at several occasions, each of them. */
export function putRated(record: PlanRecord, entries: readonly Entry[], base: string, field: string, scale: readonly ReadEntry[]): Rated {
  const filled = entries.filter(({ pieces }) => pieces.length > 0);
  const pointer = `${base}/${field}`;
  if (!hasOccasions(filled)) {
    return {
      rating: putRating(
        record,
        filled.flatMap(({ pieces }) => pieces),
        pointer,
        scale,
      ),
    };
  }
  const assessments = filled.map(({ occasion, heading, pieces }, index): Assessment => {
    return { occasion: occasion ?? heading.text, rating: putRating(record, pieces, `${base}/assessments/${index}/rating`, scale) };
  });
  const final = findFinal(filled.map(({ occasion }) => occasion ?? null));
  const own = `${base}/assessments/${final}/rating`;
  record.places[pointer] = record.places[own] ?? [];
  record.ratingTexts[pointer] = record.ratingTexts[own] ?? "";
  return { rating: assessments[final]!.rating, assessments };
}

/** Whether ratings were given at different occasions. */
export function hasOccasions(entries: readonly Entry[]): boolean {
  return entries.length > 1 && new Set(entries.map(({ occasion }) => occasion ?? null)).size === entries.length;
}

/** How many pieces the rating takes: text that follows it without a heading of its own is no part of it. */
export function countRatingPieces(pieces: readonly MappedText[], scale: readonly ReadEntry[]): number {
  let count = Math.min(pieces.length, 4);
  while (count > 1 && !readRating(joinPieces(pieces.slice(0, count)), scale).known) count--;
  return count;
}

/** A value's lines as one text. */
export function joinPieces(pieces: readonly MappedText[]): string {
  return pieces.map((piece) => piece.text).join("\n");
}
