import { findFiscalYear } from "@/lib/domain/fiscal-year";
import type { Form, Synonym } from "./forms/form";
import { findBehindBracket, readGoalNumber } from "./heading-number";
import { NOTE_WORD } from "./heading-words";
import { type Label, OF_GOAL } from "./labels";
import { findFirstKey, type MatchKey, makeMatchKey } from "./normalize";
import { readNumber } from "./number-cell";
import { findOccasion } from "./occasion";
import { findScaleNote, holdsScale } from "./scale-mark";

/** A heading at the beginning of a cell. Indexes count in the cell's text. */
export interface LabelHit {
  label: Label;
  /** Where the heading's own words stand, less brackets and bullets. */
  from: number;
  to: number;
  /** Where the value in the same cell begins, `null` where the cell holds the heading alone. */
  valueFrom: number | null;
  /** 重点目標 3: its number (`null` of `1-2`), and where that stands. */
  number: { value: number | null; from: number; to: number } | null;
  /** 令和3年度 達成状況: the year before the heading, and where it stands. */
  year: { value: number; from: number; to: number } | null;
  /** 達成度（中間）, 二次評価: of a rating, when or by whom it is given. */
  occasion?: string | null | undefined;
}

/** Which headings can stand here: the same words mean something else in a paragraph of another part. */
export interface LabelContext {
  form: Form;
  /** Between a plan's title and its 基本方針: 部長 小林 一裕. */
  officers: boolean;
  /** Before a goal's targets: 目標 (5) …, 分野 …. */
  goalHead: boolean;
}

const DECORATION = /^[\s【［[〔<＜《(（■□●○◆◇◎▼▲▶★☆※*#-]{0,8}/;
const CLOSERS = /^[\s】］\]〕>＞》)）*]{0,8}/;
const OPENERS = /[【［[〔<＜《(（*#]/;
const OFFICER_POST = /^[^\s\d。、:：]{0,10}?(?:長|監|理事|参事|参与|管理者|総括監)(?:代理|心得)?/;

/** The heading that a cell is, or begins with when a colon, a blank or a closing bracket stands between; else `null`. */
export function recognizeLabel(text: string, context: LabelContext): LabelHit | null {
  if (text.length > LONGEST_KEPT) return recognize(text, context);
  const known = hitsOf(context);
  let hit = known.get(text);
  if (hit === undefined) {
    hit = recognize(text, context);
    if (known.size < MOST_KEPT) known.set(text, hit);
  }
  return hit && { ...hit };
}

/** What was recognised in short texts, by form and context: a document is gone over several times, and has the same headings in each goal. */
const kept = new WeakMap<Form, Map<string, LabelHit | null>[]>();
const LONGEST_KEPT = 40;
const MOST_KEPT = 5000;

function hitsOf({ form, officers, goalHead }: LabelContext): Map<string, LabelHit | null> {
  let maps = kept.get(form);
  if (!maps) kept.set(form, (maps = [new Map(), new Map(), new Map(), new Map()]));
  return maps[(officers ? 1 : 0) + (goalHead ? 2 : 0)]!;
}

function recognize(text: string, context: LabelContext): LabelHit | null {
  const hit = findLabel(text, context);
  if (hit && RATED.has(hit.label)) hit.occasion = findOccasion(text.slice(0, hit.valueFrom ?? text.length));
  return hit;
}

const RATED: ReadonlySet<Label> = new Set<Label>(["rating", "initiativeRating", "overallRating"]);

function findLabel(text: string, context: LabelContext): LabelHit | null {
  const decoration = DECORATION.exec(text)?.[0] ?? "";
  const body = text.slice(decoration.length, decoration.length + 60);
  if (body === "") return null;
  const numbered = body.startsWith("第") ? findNumberedBefore(text, decoration.length, context) : null;
  if (numbered) return numbered;
  const first = findFirstKey(body);
  if (!context.officers && context.form.findSynonyms(first).length === 0 && !/[令平昭RHS0-9]/.test(first)) return null;
  const match = makeMatchKey(body);
  const year = readYearPrefix(match);
  const start = year?.length ?? 0;
  const place = (from: number, to: number) => ({
    from: decoration.length + (match.starts[from] ?? 0),
    to: decoration.length + (match.ends[to - 1] ?? 0),
  });

  for (const synonym of context.form.findSynonyms(match.key[start] ?? "")) {
    if (!match.key.startsWith(synonym.text, start)) continue;
    if ((synonym.label === "policyGoal" || synonym.label === "policyArea") && !context.goalHead) continue;
    const end = start + synonym.text.length;
    const common = { from: place(start, end).from, year: year && { value: year.value, ...place(0, year.digits) } };
    if (synonym.label === "goals") {
      const number = readGoalNumber(text, place(start, end).to);
      const boundary = number && (findBoundary(text, number.end, number.opened ? "(" : decoration, isAnything) ?? findBehindBracket(text, number));
      if (number && boundary) {
        return { ...common, label: "goal", to: number.to, valueFrom: boundary.valueFrom, number };
      }
    }
    const to = place(start, end).to;
    const note = NOTED.has(synonym.label) ? findNote(text, to, decoration, synonym.label) : null;
    if (note !== null && text.slice(note).trim() === "") return { ...common, label: synonym.label, to, valueFrom: null, number: null };
    const noted = note === null ? null : findBoundary(text, note, decoration, (value, separator) => suits(synonym, value, separator, decoration));
    if (noted) return { ...common, label: synonym.label, to, valueFrom: noted.valueFrom, number: null };
    if (synonym.label === "scale" && note === null && /^\s{0,2}[(（]/.test(text.slice(to)) && holdsScale(text.slice(to)))
      return { ...common, label: "scale", to, valueFrom: to, number: null };
    const bracketed = note === null ? findBracketedValue(text, to, decoration, synonym.label) : null;
    if (bracketed !== null) return { ...common, label: synonym.label, to, valueFrom: bracketed, number: null };
    const boundary = findBoundary(text, to, decoration, (value, separator) => suits(synonym, value, separator, decoration));
    if (boundary) return { ...common, label: synonym.label, to, valueFrom: boundary.valueFrom, number: null };
  }

  if (context.officers && !year) {
    const post = OFFICER_POST.exec(match.key)?.[0];
    for (const length of post ? postLengths(match.key, post.length) : []) {
      const { from, to } = place(0, length);
      const boundary = findBoundary(text, to, decoration, (value) => value.length <= 60 && !value.includes("。"));
      if (boundary) return { label: "officer", from, to, valueFrom: boundary.valueFrom, number: null, year: null };
    }
  }
  return null;
}

/** 部(局)長 and 長 end posts: the regular expression finds the shortest, this also tries what may follow. */
function postLengths(key: string, shortest: number): number[] {
  const lengths = [shortest];
  for (let length = shortest + 1; length <= Math.min(key.length, 14); length++) {
    if (/(?:長|監|理事|参事|参与|管理者)(?:代理|心得)?$/.test(key.slice(0, length))) lengths.push(length);
  }
  return lengths.reverse();
}

function readYearPrefix(match: MatchKey): { value: number; length: number; digits: number } | null {
  const found = findFiscalYear(match.key.slice(0, 20));
  if (found?.index !== 0) return null;
  const length = found.length + (match.key[found.length] === "の" ? 1 : 0);
  return { value: found.year, length, digits: found.length };
}

/** Headings that may have a note in brackets behind them: 達成状況（3月末）, 達成度（A～E）※. */
const NOTED: ReadonlySet<Label> = new Set<Label>(["basicPolicy", "goals", "scale", ...OF_GOAL]);
const SHORT: ReadonlySet<Label> = new Set<Label>(["rating", "overallRating", "unit", "achievement"]);
const NOTE =
  /^\s{0,2}(?:[(（［[〔<＜【《]\s?([^()（）［］[\]〔〕<>＜＞【】《》。\t]{1,24})[)）］\]〕>＞】》])?\s{0,2}(?:[※＊*]\s?[0-9０-９]{0,2}|注[0-9０-９]{1,2})?/;
/** A rating, a unit: what stands in brackets behind their headings may be the value. */
const VALUE_IN_BRACKETS =
  /^(?:[A-ZＡ-Ｚ◎○〇◯△▲×①-⑳]|[0-9０-９.．]{1,6}\s?[%％]|(?:[A-ZＡ-Ｚ]\s?[:：]?\s?)?(?:概ね|一部|おおむね)?(?:未)?(?:達成|実施))$|[課室係]$/;

/** Where a note behind a heading ends; `null` where there is none. */
function findNote(text: string, to: number, decoration: string, label: Label): number | null {
  const closers = OPENERS.test(decoration) ? (CLOSERS.exec(text.slice(to, to + 10))?.[0].length ?? 0) : 0;
  if (RATED.has(label) && findScaleNote(text.slice(to))) return text.length;
  const found = NOTE.exec(text.slice(to + closers, to + closers + 34));
  if (!found || found[0].trim() === "") return null;
  const words = found[1];
  if (words !== undefined) {
    if (label === "scale" && holdsScale(words)) return null;
    if (SHORT.has(label) && VALUE_IN_BRACKETS.test(words.trim())) return null;
    // 【総合評価】（良好）: behind a heading in brackets of its own, only what a form says is a note.
    if (closers > 0 && !NOTE_WORD.test(words)) return null;
  }
  return to + closers + found[0].length;
}

/** Where the value begins of a heading with nothing but a value in brackets behind it: 全体の達成度（A）. */
function findBracketedValue(text: string, to: number, decoration: string, label: Label): number | null {
  if (!SHORT.has(label) || OPENERS.test(decoration)) return null;
  const found = /^\s{0,2}[(（]([^()（）]{1,16})[)）]\s*$/.exec(text.slice(to));
  return found && VALUE_IN_BRACKETS.test(found[1]!.trim()) ? to : null;
}

/** 第２重点目標: the number before the words. */
const NUMBER_BEFORE = /^第\s?([0-9０-９]{1,2}|[一二三四五六七八九十])\s?(?=\S)/;

function findNumberedBefore(text: string, body: number, context: LabelContext): LabelHit | null {
  const found = NUMBER_BEFORE.exec(text.slice(body));
  const hit = found && findLabel(text.slice(0, body) + text.slice(body + found[0].length), context);
  if (hit?.label !== "goals" || hit.number) return null;
  const shift = found![0].length;
  const from = body + found![0].indexOf(found![1]!);
  const number = { value: readNumber(found![1]!), from, to: from + found![1]!.length };
  return { ...hit, label: "goal", from: body, to: hit.to + shift, valueFrom: hit.valueFrom === null ? null : hit.valueFrom + shift, number };
}

function isAnything(): boolean {
  return true;
}

type Separator = "colon" | "blank" | "bracket";

/** Where the value begins after a heading that ends at `to`; `null` where the text runs on. */
function findBoundary(
  text: string,
  to: number,
  decoration: string,
  isValue: (value: string, separator: Separator) => boolean,
): { valueFrom: number | null } | null {
  const rest = text.slice(to, to + 80);
  const closers = OPENERS.test(decoration) ? (CLOSERS.exec(rest)?.[0] ?? "") : (/^\s{0,8}/.exec(rest)?.[0] ?? "");
  const after = rest.slice(closers.length);
  const colon = (decoration.includes("*") ? /^\s{0,8}[:：.．]{1,2}[\s*:：]{0,8}/ : /^\s{0,8}[:：.．]{1,2}[\s:：]{0,8}/).exec(after)?.[0] ?? "";
  const skipped = closers.length + colon.length;
  const value = text.slice(to + skipped);
  if (value.trim() === "") return { valueFrom: null };
  if (skipped === 0) return null;
  const separator: Separator = colon ? "colon" : closers.trim() ? "bracket" : "blank";
  return isValue(value, separator) ? { valueFrom: to + skipped } : null;
}

/** Whether a value in the heading's own cell is such that the beginning is a heading and not a sentence's first word. */
function suits({ label, weak, text }: Synonym, value: string, separator: Separator, decoration: string): boolean {
  if (separator === "blank" && /[-※]/.test(decoration)) return false;
  const short = value.length <= 40 && !value.includes("。");
  switch (label) {
    case "department":
      return value.length <= 20 && /[部局室課院会所庁]$/.test(value.trim());
    case "rating":
    case "overallRating":
      return isRatingLike(value) && !(weak && separator === "blank");
    case "policyGoal":
      return separator !== "blank" || /^[(（]/.test(value) || short;
    case "unit":
    case "policyArea":
      return short && !(weak && separator === "blank");
    case "scale":
      return holdsScale(value) || (!weak && separator !== "blank" && value.length <= 80 && !value.includes("。"));
    case "number":
      return false;
    default:
      return !weak || (separator !== "blank" && text.length >= 4);
  }
}

/** A letter, perhaps with a label, or a short text without digits. */
function isRatingLike(value: string): boolean {
  const text = value.trim();
  return text.length <= 24 && !text.includes("。") && (/^[A-ZＡ-Ｚ](?![A-Za-z])/.test(text) || !/[\d０-９]/.test(text));
}
