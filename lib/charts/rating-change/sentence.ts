import type { ContinuationItem } from "@/lib/domain/continuation-history";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { chartTexts } from "@/lib/texts/chart-texts";
import { listFocusAsides } from "../focus";
import { type ChangeBand, type ChangeLine, type Course, countCourses, type RatingChange, ratingAt } from "./model";
import type { ChangeRow } from "./row";

/** 「続く重点目標の達成度の動き（令和6年度から令和7年度へ）」 */
export function titleChange({ years, focus, language }: Pick<RatingChange, "years" | "focus" | "language">): string {
  const texts = chartTexts(language);
  return texts.change.title(years, listFocusAsides(focus, texts));
}

/** How many rose, stayed, fell and went outside; or why that cannot be said. */
export function readChange(model: RatingChange): string {
  const { years, carriedOn, lines, language } = model;
  const texts = chartTexts(language);
  const { change } = texts;
  if (!years || !carriedOn) return change.nothing;
  if (lines.length === 0) return change.none(years.from, years.to);
  const counts = countCourses(model);
  const continuing = carriedOn.links > carriedOn.checked ? change.candidates : change.continuing;
  const compared = lines.length - counts["not-rated"] - counts.incomparable;
  return texts.join(
    change.who(years.from, years.to, { count: lines.length, checked: carriedOn.checked }, continuing),
    compared > 0 ? change.moved(counts) : "",
    readNotes(model),
  );
}

/** What no rise or fall is told of, and why; empty where nothing. */
export function readNotes(change: RatingChange): string {
  const counts = countCourses(change);
  return chartTexts(change.language).join(tellNotRated(change, counts["not-rated"]), tellIncomparable(change, counts.incomparable));
}

/** 「令和3年度と令和7年度は達成度の基準が異なるため、上がったか下がったかは比べていません。」 */
function tellIncomparable({ lines, years, language }: RatingChange, count: number): string {
  const { change } = chartTexts(language);
  if (count === 0) return "";
  return count === lines.length ? change.otherScales(years!.from, years!.to) : change.someOtherScale(count);
}

/** 「令和3年度は評価が載っていないため、上がったか下がったかは言えません。」 */
function tellNotRated({ lines, years, language }: RatingChange, count: number): string {
  const { change } = chartTexts(language);
  if (count === 0) return "";
  const unrated = (["before", "after"] as const).filter((end) => lines.every((line) => ratingAt(line, end) === null));
  return unrated.length > 0 ? change.yearsNotRated(unrated.map((end) => (end === "before" ? years!.from : years!.to))) : change.someNotRated(count);
}

/** What was counted, and how it is drawn. */
export function describeChange({ bands, rows, lines, columns, language }: RatingChange): string {
  const texts = chartTexts(language);
  const { change } = texts;
  if (lines.length === 0) return "";
  const outside = rows.filter(({ tone, scale }) => tone === "e" && scale === null).map(({ label }) => label);
  return texts.join(bands ? change.bands : change.lines, columns.length > 2 ? change.between : "", outside.length > 0 ? change.outside(outside) : "");
}

/** 上がった, 変わらない, … */
export function nameCourse(course: Course, texts: ChartTexts): string {
  return texts.change.course[course];
}

/** Name of a line's link, for those who hear it or point at it. */
export function nameLine({ stops, course, pair }: ChangeLine, texts: ChartTexts): string {
  return texts.change.line(nameStop(stops[0]!.item, texts), nameStop(stops.at(-1)!.item, texts), nameCourse(course, texts), nameDoubt(pair.checked, texts));
}

/** 「令和6年度 A 達成 → 令和7年度 B 概ね達成 3件（下がった）」, without the years, which the drawing tells. */
export function nameBand({ from, to, course, count }: ChangeBand, rows: readonly ChangeRow[], texts: ChartTexts): string {
  return texts.change.band(rows[from]!.label, rows[to]!.label, count, nameCourse(course, texts));
}

/** 継続の候補, or 継続（確認済み）. */
export function nameDoubt(checked: boolean, texts: ChartTexts): string {
  return checked ? texts.change.checked : texts.change.candidate;
}

function nameStop({ fiscalYear, goalNumber, text, rating }: ContinuationItem, texts: ChartTexts): string {
  return texts.change.stop(fiscalYear, goalNumber, text, texts.rating(rating));
}
