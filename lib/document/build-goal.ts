import type { Initiative, PolicyGoal, PriorityGoal, Target } from "@/lib/domain/plan";
import { countRatingPieces, hasOccasions, joinPieces, putRated, putRating, type Rated } from "./build-rating";
import type { Label } from "./labels";
import { type MappedText, sliceMapped, trimMapped } from "./markup";
import { isSameText, narrowText } from "./normalize";
import { type Pairing, type PairingDoubt, pairEntries } from "./pair";
import type { Entry, GoalDraft } from "./plan-draft";
import type { PlanRecord } from "./plan-record";
import type { ReadEntry } from "./rating";

/** The priority goal that a draft amounts to, at its position in the plan. */
export function buildGoal(record: PlanRecord, draft: GoalDraft, position: number, scale: readonly ReadEntry[]): PriorityGoal {
  const pointer = `/priorityGoals/${position}`;
  const number = draft.number?.value ?? position + 1;
  if (draft.number) record.places[`${pointer}/number`] = draft.number.spans;
  const title = putTitle(record, draft, pointer, number);
  if (!draft.number && draft.partedNumber) record.warn("number-parted", [draft.partedNumber.text, number], draft.partedNumber, `${pointer}/number`);
  else if (!draft.number) record.warn("number-missing", [title, number], draft.heading, `${pointer}/number`);
  const policyGoal = putPolicyGoal(record, draft.policyGoal, `${pointer}/policyGoal`);
  const policyArea = record.put(`${pointer}/policyArea`, draft.policyArea);
  const listedRating = putRating(record, draft.listedRating, `${pointer}/listedRating`, scale);
  const { rating: overallRating, assessments } = putOverallRating(record, draft, pointer, scale);
  return {
    number,
    policyGoal,
    policyArea,
    title,
    listedRating,
    overallRating,
    overallAssessment: putText(record, draft, "assessment", `${pointer}/overallAssessment`),
    futureConsiderations: putText(record, draft, "future", `${pointer}/futureConsiderations`),
    targets: putTargets(record, draft, `${pointer}/targets`, scale),
    initiatives: putInitiatives(record, draft, `${pointer}/initiatives`, scale),
    ...(assessments && { assessments }),
  };
}

function putTitle(record: PlanRecord, draft: GoalDraft, goal: string, number: number): string {
  const pointer = `${goal}/title`;
  const listed = joinPieces(draft.listedTitle);
  const own = record.put(pointer, draft.ownTitle);
  if (own === null) {
    if (listed === "") record.warn("title-missing", [number], draft.heading, pointer);
    return record.put(pointer, draft.listedTitle) ?? "";
  }
  const [first] = draft.listedTitle;
  if (own === listed) record.places[pointer] = [...draft.listedTitle.map((piece) => record.at(piece, null).span), ...(record.places[pointer] ?? [])];
  else if (first && !isSameText(own, listed)) record.warn("title-differs", [number, listed, own], draft.listedTitle, pointer);
  else record.repeat(draft.listedTitle);
  return own;
}

/** `(5) みんなで…`, in one cell or in two. */
function putPolicyGoal(record: PlanRecord, pieces: readonly MappedText[], pointer: string): PolicyGoal | null {
  const [first, ...others] = pieces;
  if (!first) return null;
  const bracketed = /^[(（【［[〔<](?:\s|\v+)?([0-9０-９A-Za-zＡ-Ｚａ-ｚⅠ-Ⅻ一二三四五六七八九十.．-]{1,6})(?:\s|\v+)?[)）】］\]〕>]\s*/.exec(first.text);
  const digits = others.length > 0 ? /^([0-9０-９]{1,3})[.．]?$/.exec(first.text) : null;
  const found = bracketed ?? digits;
  if (!found?.[1]) return { code: null, name: record.put(`${pointer}/name`, pieces) ?? "" };
  const from = found[0].indexOf(found[1]);
  const code = record.put(`${pointer}/code`, [sliceMapped(first, from, from + found[1].length)]);
  const rest = trimMapped(sliceMapped(first, found[0].length));
  return {
    code: code && narrowText(code),
    name:
      record.put(
        `${pointer}/name`,
        [rest, ...others].filter(({ text }) => text !== ""),
      ) ?? "",
  };
}

function putOverallRating(record: PlanRecord, draft: GoalDraft, base: string, scale: readonly ReadEntry[]): Rated {
  const pointer = `${base}/overallRating`;
  const entries = draft.entries.filter((entry) => entry.label === "overallRating");
  const filled = entries.filter(({ pieces }) => pieces.length > 0);
  noteEmpty(record, entries, pointer);
  if (hasOccasions(filled)) return putRated(record, filled, base, "overallRating", scale);
  const [entry, ...others] = filled;
  const ratingOf = (pieces: readonly MappedText[]) => joinPieces(pieces.slice(0, countRatingPieces(pieces, scale)));
  for (const other of others) {
    const [first, second] = [ratingOf(entry!.pieces), ratingOf(other.pieces)];
    const rated = other.pieces.slice(0, countRatingPieces(other.pieces, scale));
    if (first !== second) record.warn("value-differs", [other.heading.text, first, second], [other.heading, ...rated], pointer);
    else record.repeat(rated);
    record.giveUp(other.pieces.slice(countRatingPieces(other.pieces, scale)));
  }
  return { rating: entry ? putRating(record, entry.pieces, pointer, scale) : null };
}

function putText(record: PlanRecord, draft: GoalDraft, label: Label, pointer: string): string | null {
  const entries = draft.entries.filter((entry) => entry.label === label);
  noteEmpty(record, entries, pointer);
  return putEntries(record, entries, pointer);
}

/** Several values under one heading become one, line after line. */
function putEntries(record: PlanRecord, entries: readonly Entry[], pointer: string): string | null {
  const [, ...others] = entries.filter(({ pieces }) => pieces.length > 0);
  for (const other of others) record.warn("value-repeated", [other.heading.text, joinPieces(other.pieces)], other.heading, pointer);
  return record.put(
    pointer,
    entries.flatMap(({ pieces }) => pieces),
  );
}

/** An empty heading beside a filled one of the same words is repeated, else its value is missing. */
function noteEmpty(record: PlanRecord, entries: readonly Entry[], pointer: string): void {
  const filled = entries.some(({ pieces }) => pieces.length > 0);
  for (const [index, { heading, pieces }] of entries.entries()) {
    if (pieces.length > 0) continue;
    record.emptyHeadings.push({ rule: filled || index > 0 ? "repeated-heading" : "empty-heading", heading, pointer });
  }
}

function putTargets(record: PlanRecord, draft: GoalDraft, pointer: string, scale: readonly ReadEntry[]): Target[] {
  const pairings = pairAll(record, draft, "target", ["achievement", "rating"], pointer);
  return pairings.map(({ item, values }, position) => {
    const at = `${pointer}/${position}`;
    return {
      text: record.put(`${at}/text`, item?.pieces ?? []) ?? "",
      achievement: putEntries(record, values.get("achievement") ?? [], `${at}/achievement`),
      ...putRated(record, values.get("rating") ?? [], at, "rating", scale),
    };
  });
}

function putInitiatives(record: PlanRecord, draft: GoalDraft, pointer: string, scale: readonly ReadEntry[]): Initiative[] {
  const pairings = pairAll(record, draft, "initiative", ["result", "unit", "initiativeRating"], pointer);
  return pairings.map(({ item, values }, position) => {
    const at = `${pointer}/${position}`;
    const { rating, assessments } = putRated(record, values.get("initiativeRating") ?? [], at, "rating", scale);
    return {
      text: record.put(`${at}/text`, item?.pieces ?? []) ?? "",
      reportedResult: putEntries(record, values.get("result") ?? [], `${at}/reportedResult`),
      responsibleUnit: putEntries(record, values.get("unit") ?? [], `${at}/responsibleUnit`),
      ...(rating !== null && { rating }),
      ...(assessments && { assessments }),
    };
  });
}

/** Items with their values, less those of which nothing is filled in. */
function pairAll(record: PlanRecord, draft: GoalDraft, item: Label, labels: Label[], pointer: string): Pairing[] {
  const { pairings, doubts } = pairEntries(draft.entries, item, labels);
  for (const doubt of doubts) reportDoubt(record, doubt, pointer);
  const isFilled = (entry: Entry | null | undefined): boolean => (entry?.pieces.length ?? 0) > 0;
  const isKept = (pairing: Pairing): boolean => isFilled(pairing.item) || [...pairing.values.values()].flat().some(isFilled);
  for (const pairing of pairings) {
    if (!isKept(pairing)) {
      if (pairing.item) record.emptyHeadings.push({ rule: pairings.length > 1 ? "repeated-heading" : "empty-heading", heading: pairing.item.heading, pointer });
      continue;
    }
    const [value] = [...pairing.values.values()].flat().filter(isFilled);
    if (pairing.item && value && !isFilled(pairing.item)) {
      record.warn("target-missing", [value.heading.text, joinPieces(value.pieces)], value.pieces, pointer);
    } else if (pairing.item && !isFilled(pairing.item)) record.emptyHeadings.push({ rule: "empty-heading", heading: pairing.item.heading, pointer });
    // An empty 達成度 or 取組実績 has a finding of its own.
    for (const [label, entries] of pairing.values) {
      if (label === "rating" || label === "initiativeRating" || label === "result") continue;
      for (const entry of entries) if (!isFilled(entry)) record.emptyHeadings.push({ rule: "empty-heading", heading: entry.heading, pointer });
    }
  }
  return pairings.filter(isKept);
}

function reportDoubt(record: PlanRecord, { kind, entry, values, items }: PairingDoubt, pointer: string): void {
  const heading = entry.heading.text;
  if (kind === "repeated-empty") record.emptyHeadings.push({ rule: "repeated-heading", heading: entry.heading, pointer });
  else if (kind === "orphan") record.warn("target-missing", [heading, joinPieces(entry.pieces)], entry.heading, pointer);
  else if (kind === "fewer") record.warn("pairing-doubtful", [heading, values, items], entry.heading, pointer);
}
