import { findFiscalYear } from "@/lib/domain/fiscal-year";
import type { ReadBy } from "./forms/form";
import { SOFT_BREAK } from "./markup";
import { findMunicipality, isMunicipality, isOwnMunicipality } from "./municipality";

/** A line such as 令和3年度 政策推進部の運営方針. Indexes count in the line's text. */
export interface Title {
  year: { value: number; from: number; to: number } | null;
  department: { from: number; to: number } | null;
  /** A municipality before the department that is not the one that the document is read for. */
  municipality: { from: number; to: number } | null;
}

const TAIL = /^[\s]*(?:(?:の|及び|・|と)?(?:取り?組み?|達成|実施|自己)?(?:結果|実績|状況|評価)(?:報告)?(?:書|について)?|について|一覧)?/;
/** What stands behind a title, in brackets or not: （案）, 【最終評価】, 年度末評価. It is kept as a part of the title. */
const NOTE =
  /^(?:\s*(?:[(（【［[〔<＜《][^()（）【】［］[\]〔〕<>＜＞《》。]{1,40}[)）】］\]〕>＞》]|(?<=\s)(?:[^\s。、]{0,10}(?:評価|版|案|報告|公表|様式|年度末|期末|中間|最終|確定)書?)))*[\s】\]］>＞》*#]*$/;
const YEAR_BEHIND = /^[\s]*[(（【［[〔<]?[\s]*(?:[^()（）]{0,8}(?:[(（][^()（）]{1,8}[)）])?[^()（）]{0,3}年?[\s]?度)[\s]*(?:版|分)?[)）】］\]〕>]?/;
const NO_DEPARTMENT = /^(?:市|全|各|全ての?|すべての)?(?:部局?|部[(（]局[)）]|部・局|部等|課)?(?:別|等)?$/;

/** The year and department that a title line names; `null` where the line is no title. */
export function readTitle(text: string, by: ReadBy): Title | null {
  const { flat, at } = dropBreaks(text);
  const title = readFlatTitle(flat, by);
  return (
    title && {
      year: title.year && { ...title.year, ...at(title.year) },
      department: title.department && at(title.department),
      municipality: title.municipality && at(title.municipality),
    }
  );
}

/** A text without soft breaks, which may stand within any word, and what a stretch of that is in the text itself. */
function dropBreaks(text: string): { flat: string; at: (stretch: { from: number; to: number }) => { from: number; to: number } } {
  if (!text.includes(SOFT_BREAK)) return { flat: text, at: ({ from, to }) => ({ from, to }) };
  const kept = [...text.matchAll(/[^\v]/g)].map(({ index }) => index);
  return { flat: text.replaceAll(SOFT_BREAK, ""), at: ({ from, to }) => ({ from: kept[from]!, to: kept[to - 1]! + 1 }) };
}

function readFlatTitle(text: string, { municipality, form }: ReadBy): Title | null {
  if (text.length > 70 || text.includes("。")) return null;
  const subject = form.titleWords.exec(text);
  if (!subject) return null;
  const head = text.slice(0, subject.index);
  let tail = text.slice(subject.index + subject[0].length);

  let year = findYear(head, 0);
  // 政策推進部 運営方針（令和7年度）
  const bracket = YEAR_BEHIND.exec(tail);
  if (bracket && !year) {
    year = findYear(bracket[0], subject.index + subject[0].length);
    if (year) tail = tail.slice(bracket[0].length);
  }
  if (!NOTE.test(tail.replace(TAIL, "")) && !NOTE.test(tail)) return null;

  const second = year && year.from < subject.index ? findYear(head.slice(year.to), year.to) : null;
  // 令和6年度〜令和8年度, 令和6年度実績・令和7年度: which is the plan's cannot be told.
  if (year && namesAnotherYear(head, year.value)) return null;
  const from = year && year.from < subject.index ? (second?.to ?? year.to) : 0;
  const start = year && year.from < subject.index ? year.from : 0;
  const before = text.slice(0, start).replace(/[\s【［[〔<(（■□●○◆◇#*>》-]/g, "");
  const isOwn = before === "" || isOwnMunicipality(before, municipality);
  if (!isOwn && !isMunicipality(before)) {
    // 政策推進部 令和7年度 運営方針
    const found = nameDepartment(text, 0, year?.from ?? subject.index, municipality);
    return found.department && isDepartment(text, found.department) ? { year, ...found } : null;
  }
  const found = nameDepartment(text, from, subject.index, municipality);
  if (found.department && !isDepartment(text, found.department)) return null;
  if (isOwn) return { year, ...found, municipality: found.municipality ?? findInNote(text, text.length - tail.length, municipality) };
  const at = text.indexOf(before[0]!);
  return { year, ...found, municipality: { from: at, to: text.slice(0, start).trimEnd().length } };
}

/** Another municipality in brackets behind a title: 総務部の運営方針（架空市）. */
function findInNote(text: string, from: number, own: string): Title["municipality"] {
  const found = /[(（【［[〔<＜]\s*([^()（）【】［］[\]〔〕<>＜＞\s]+[市町村])\s*[)）】］\]〕>＞]/.exec(text.slice(from));
  if (!found || !isMunicipality(found[1]!) || isOwnMunicipality(found[1]!, own)) return null;
  const at = from + found.index + found[0].indexOf(found[1]!);
  return { from: at, to: at + found[1]!.length };
}

/** Whether a title names a fiscal year beside its own that is another one. */
function namesAnotherYear(text: string, own: number): boolean {
  for (let rest = text; ; ) {
    const found = findFiscalYear(rest);
    if (!found) return false;
    if (found.year !== own) return true;
    rest = rest.slice(found.index + found.length);
  }
}

/** A department, and the municipality that its name begins with where that is not the given one. */
function nameDepartment(text: string, from: number, to: number, own: string): Pick<Title, "department" | "municipality"> {
  const whole = trimDepartment(text, from, to, own);
  const other = whole && findMunicipality(text.slice(whole.from, whole.to));
  if (!whole || !other) return { department: whole, municipality: null };
  // 大阪府柏原市総務部
  if (isOwnMunicipality(text.slice(whole.from, whole.from + other.end), own))
    return { department: trimDepartment(text, whole.from + other.end, to, ""), municipality: null };
  const department = trimDepartment(text, whole.from + other.end, whole.to, "");
  const municipality = { from: whole.from, to: whole.from + other.end };
  if (!department) return { department: null, municipality };
  return isDepartment(text, department) ? { department, municipality } : { department: whole, municipality: null };
}

/** Whether a line says nothing but a fiscal year. */
export function readYearLine(text: string): Title["year"] {
  if (text.length > 24) return null;
  const { flat, at } = dropBreaks(text);
  const found = findYear(flat, 0);
  const year = found && { ...found, ...at(found) };
  if (!year) return null;
  const rest = text.slice(0, year.from) + text.slice(year.to);
  return /^[\s()（）【】［］[\]〔〕<>＜＞■□●○◆◇#*版分-]*$/.test(rest) ? year : null;
}

function findYear(text: string, shift: number): Title["year"] {
  const found = findFiscalYear(text);
  return found && { value: found.year, from: shift + found.index, to: shift + found.index + found.length };
}

function trimDepartment(text: string, from: number, to: number, municipality: string): Title["department"] {
  // 各部(局) keeps its brackets.
  const isPaired = /[(（][^()（）]*[)）]/.test(text.slice(from, to));
  const blank = isPaired ? /[\s【】［］[\]〔〕<>＜＞《》■□●○◆◇#*:：・-]/ : /[\s【】［］[\]〔〕<>＜＞《》()（）■□●○◆◇#*:：・-]/;
  while (from < to && blank.test(text[from] ?? "")) from++;
  if (municipality && text.startsWith(municipality, from)) from += municipality.length;
  while (from < to && blank.test(text[from] ?? "")) from++;
  while (to > from && blank.test(text[to - 1] ?? "")) to--;
  if (text[to - 1] === "の") to--;
  while (to > from && blank.test(text[to - 1] ?? "")) to--;
  return from < to && !NO_DEPARTMENT.test(text.slice(from, to)) ? { from, to } : null;
}

/** A short name without a sentence's signs. */
function isDepartment(text: string, place: { from: number; to: number }): boolean {
  const name = text.slice(place.from, place.to);
  return name.length <= 20 && !/[、,，\t\n]|年度/.test(name) && /(?:[部局室課院会所庁団]|センター)$/.test(name);
}
