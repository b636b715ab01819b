import { findFiscalYear } from "@/lib/domain/fiscal-year";
import type { Label } from "./labels";
import { findSynonyms, type Synonym } from "./labels";
import { findFirstKey, type MatchKey, makeMatchKey, narrowText } from "./normalize";

/** A heading at the beginning of a cell. Indexes count in the cell's text. */
export interface LabelHit {
  label: Label;
  /** Where the heading's own words stand, less brackets and bullets. */
  from: number;
  to: number;
  /** Where the value in the same cell begins, `null` where the cell holds the heading alone. */
  valueFrom: number | null;
  /** 重点目標 3: its number, and where that stands. */
  number: { value: number; from: number; to: number } | null;
  /** 令和3年度 達成状況: the year before the heading, and where it stands. */
  year: { value: number; from: number; to: number } | null;
}

/** Which headings can stand here: the same words mean something else in a paragraph of another part. */
export interface LabelContext {
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
  const decoration = DECORATION.exec(text)?.[0] ?? "";
  const body = text.slice(decoration.length, decoration.length + 60);
  if (body === "") return null;
  const first = findFirstKey(body);
  if (!context.officers && findSynonyms(first).length === 0 && !/[令平昭RHS0-9]/.test(first)) return null;
  const match = makeMatchKey(body);
  const year = readYearPrefix(match);
  const start = year?.length ?? 0;
  const place = (from: number, to: number) => ({
    from: decoration.length + (match.starts[from] ?? 0),
    to: decoration.length + (match.ends[to - 1] ?? 0),
  });

  for (const synonym of findSynonyms(match.key[start] ?? "")) {
    if (!match.key.startsWith(synonym.text, start)) continue;
    if ((synonym.label === "policyGoal" || synonym.label === "policyArea") && !context.goalHead) continue;
    const end = start + synonym.text.length;
    const common = { from: place(start, end).from, year: year && { value: year.value, ...place(0, year.digits) } };
    if (synonym.label === "goals") {
      const number = readNumber(text, place(start, end).to);
      const boundary = number && findBoundary(text, number.end, number.opened ? "(" : decoration, isAnything);
      if (number && boundary) {
        return { ...common, label: "goal", to: number.to, valueFrom: boundary.valueFrom, number };
      }
    }
    const to = place(start, end).to;
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
  const found = findFiscalYear(match.key.slice(0, 12));
  if (found?.index !== 0) return null;
  const length = found.length + (match.key[found.length] === "の" ? 1 : 0);
  return { value: found.year, length, digits: found.length };
}

/** The number after 重点目標: `1`, `(1)`, `①`, `その1`, `No.1`; `end` is after its bracket. */
function readNumber(text: string, from: number): { value: number; from: number; to: number; end: number; opened: boolean } | null {
  const found = /^[\s]{0,4}(?:その|第|No\.?)?[\s]?([(（【［[〔<]?)[\s]?([0-9０-９]{1,3}|[①-⑳])[)）】］\]〕>]?/i.exec(text.slice(from, from + 20));
  if (!found?.[2]) return null;
  const to = from + found[0].replace(/[)）】］\]〕>]$/, "").length;
  return { value: Number(narrowText(found[2])), from: to - found[2].length, to, end: from + found[0].length, opened: found[1] !== "" };
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
