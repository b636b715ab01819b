import type { ContinuationItem } from "@/lib/domain/continuation-history";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { nameRating } from "@/lib/domain/rating/name";
import { continuationJa as ja } from "@/lib/texts/continuation-ja";
import { ja as texts } from "@/lib/texts/ja";
import { nameContinuing } from "../carried-on/sentence";
import { type ChangeBand, type ChangeLine, type Course, countCourses, type RatingChange, ratingAt } from "./model";
import type { ChangeRow } from "./row";

/** 「続く重点目標の達成度の動き（令和6年度から令和7年度へ）」 */
export function titleChange({ years }: Pick<RatingChange, "years">): string {
  return `続く重点目標の達成度の動き${years ? `（${formatFiscalYear(years.from)}から${formatFiscalYear(years.to)}へ）` : ""}`;
}

/** How many rose, stayed, fell and went outside; or why that cannot be said. */
export function readChange(change: RatingChange): string {
  const { years, carriedOn, lines } = change;
  if (!years || !carriedOn) return ja.carriedOn.nothing;
  const [from, to] = [formatFiscalYear(years.from), formatFiscalYear(years.to)];
  if (lines.length === 0) return `${from}から${to}に続く重点目標は見当たりません。`;
  const counts = countCourses(change);
  const who = `${from}から${to}に続く重点目標は、${nameContinuing(carriedOn)}${lines.length}件（職員確認${carriedOn.checked}件）です。`;
  const compared = lines.length - counts["not-rated"] - counts.incomparable;
  const told = `達成度が上がったもの${counts.up}件、変わらないもの${counts.same}件、下がったもの${counts.down}件${counts.outside > 0 ? `、順序の外との出入り${counts.outside}件` : ""}。`;
  return who + (compared > 0 ? told : "") + readNotes(change);
}

/** What no rise or fall is told of, and why; empty where nothing. */
export function readNotes(change: RatingChange): string {
  const counts = countCourses(change);
  return tellNotRated(change, counts["not-rated"]) + tellIncomparable(change, counts.incomparable);
}

/** 「令和3年度と令和7年度は達成度の基準が異なるため、上がったか下がったかは比べていません。」 */
function tellIncomparable({ lines, years }: RatingChange, count: number): string {
  if (count === 0) return "";
  if (count === lines.length)
    return `${formatFiscalYear(years!.from)}と${formatFiscalYear(years!.to)}は達成度の基準が異なるため、上がったか下がったかは比べていません。`;
  return `達成度の基準が異なる${count}件は、上がったか下がったかを比べていません。`;
}

/** 「令和3年度は評価が載っていないため、上がったか下がったかは言えません。」 */
function tellNotRated({ lines, years }: RatingChange, count: number): string {
  if (count === 0) return "";
  const unrated = (["before", "after"] as const).filter((end) => lines.every((line) => ratingAt(line, end) === null));
  if (unrated.length > 0)
    return `${unrated.map((end) => formatFiscalYear(end === "before" ? years!.from : years!.to)).join("と")}は評価が載っていないため、上がったか下がったかは言えません。`;
  return `どちらかの年度の評価が載っていない${count}件は、上がったとも下がったとも言えません。`;
}

/** What was counted, and how it is drawn. */
export function describeChange({ bands, rows, lines, columns }: RatingChange): string {
  if (lines.length === 0) return "";
  const outside = rows.filter(({ tone, scale }) => tone === "e" && scale === null).map(({ label }) => label);
  return [
    bands ? "帯の太さと数字は、つながりの件数です。" : "線1本が、つながり1件です。",
    ...(columns.length > 2 ? ["幅のある図では、線は間の年度の評価のうち比べられるものも通ります。"] : []),
    ...(outside.length > 0 ? [`${outside.join("、")}は順序の外で、出入りを上がった・下がったに数えません。`] : []),
  ].join("");
}

/** 上がった, 変わらない, … */
export function nameCourse(course: Course): string {
  return course === "not-rated" || course === "incomparable" ? ja.carriedOn.course[course] : ja.carriedOn.move[course];
}

/** Name of a line's link, for those who hear it or point at it. */
export function nameLine({ stops, course, pair }: ChangeLine): string {
  const [before, after] = [stops[0]!.item, stops.at(-1)!.item];
  return `${nameStop(before)} → ${nameStop(after)}（${nameCourse(course)}、${nameDoubt(pair.checked)}）`;
}

/** 「令和6年度 A 達成 → 令和7年度 B 概ね達成 3件（下がった）」, without the years, which the drawing tells. */
export function nameBand({ from, to, course, count }: ChangeBand, rows: readonly ChangeRow[]): string {
  return `${rows[from]!.label} → ${rows[to]!.label} ${count}件（${nameCourse(course)}）`;
}

/** 継続の候補, or 継続（確認済み）. */
export function nameDoubt(checked: boolean): string {
  return checked ? `${ja.carriedOn.continuing}（${ja.carriedOn.checked}）` : ja.carriedOn.candidates;
}

function nameStop({ fiscalYear, goalNumber, text, rating }: ContinuationItem): string {
  return `${formatFiscalYear(fiscalYear)} ${texts.unit.goals}${goalNumber}「${text}」${nameRating(rating)}`;
}
