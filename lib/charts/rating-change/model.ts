import type { ContinuationHistory, ContinuationItem } from "@/lib/domain/continuation-history";
import { type GoalFilter, NONE } from "@/lib/domain/goal-filter";
import { isRanked } from "@/lib/domain/rating/comparison";
import type { RatingValue } from "@/lib/domain/rating/value";
import type { PlanRow } from "@/lib/domain/rows";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { Language } from "@/lib/texts/language";
import { type CarriedOn, type CarriedRow, type Move, sumUpCarriedOn } from "../carried-on/model";
import type { Focus } from "../focus";
import { groupBy } from "../group-by";
import { bringOutLines } from "./focus";
import { type ChangeRow, listChangeRows, rowKey } from "./row";
import type { ChangeYears } from "./years";

/** How a goal's rating went: as it moved, or that it is not rated in both years, or by scales that do not mean the same. */
export type Course = Move | "not-rated" | "incomparable";

export const COURSES = ["up", "same", "down", "outside", "not-rated", "incomparable"] as const satisfies readonly Course[];

/** Lines that are drawn one by one (DESIGN §6); of more, counted bands. */
const MOST_LINES = 24;

/** Where a goal stood in a year: `row` is an index into `rows`. */
export interface ChangeStop {
  item: ContinuationItem;
  row: number;
}

/** A goal that was carried on, from the earlier year to the later one; a goal that was split has several, and so has one that others were merged into. */
export interface ChangeLine {
  pair: CarriedRow;
  course: Course;
  /** In the earlier year, in the years between where it can be compared, and in the later one. */
  stops: ChangeStop[];
  /** It stands out, as the chart was asked for. */
  focused?: true;
}

/** All lines of one course from one row to another. */
export interface ChangeBand {
  from: number;
  to: number;
  course: Course;
  count: number;
  /** How many of them planners decided about. */
  checked: number;
  /** How many of them stand out, where any do. */
  focused?: number;
  /** What /carried-on is asked for, besides the years, to show just these. */
  asked: { before: string; after: string; filter: GoalFilter };
}

/** View model of the change of ratings: what drawings, sentence and tables take. */
export interface RatingChange {
  /** What it is told in. */
  language: Language;
  years: ChangeYears | null;
  carriedOn: CarriedOn | null;
  /** The earlier year, those between that a line stops in, and the later one. */
  columns: number[];
  rows: ChangeRow[];
  lines: ChangeLine[];
  /** Drawn in the place of lines where there are too many of them, else `null`. */
  bands: ChangeBand[] | null;
  /** What stands out, if that was asked for. */
  focus?: Focus;
}

/** Follows each goal of the earlier year to the later one, with its ratings, and brings out what is asked for. The history is of one municipality, the plans give the scales. */
export function followRatings(
  history: ContinuationHistory,
  plans: readonly PlanRow[],
  years: ChangeYears | null,
  language: Language = "ja",
  asked: string | null = null,
): RatingChange {
  const carriedOn = years && sumUpCarriedOn(history, { ...years, level: "goal" });
  if (!carriedOn) return { language, years, carriedOn: null, columns: [], rows: [], lines: [], bands: null };
  const many = carriedOn.pairs.length > MOST_LINES;
  const followed = carriedOn.pairs.map((pair) => {
    const course = courseOf(pair);
    return { pair, course, items: [pair.before[0]!, ...(many ? [] : pair.between.filter((item) => isBetween(item, pair, course))), pair.after[0]!] };
  });
  const columns = [...new Set(followed.flatMap(({ items }) => items.map(({ fiscalYear }) => fiscalYear)))].sort((a, b) => a - b);
  const rows = listChangeRows(
    plans.filter(({ fiscalYear }) => columns.includes(fiscalYear)),
    followed.flatMap(({ items }) => items.map(({ rating }) => rating)),
    chartTexts(language),
  );
  const places = new Map(rows.map(({ key }, index) => [key, index]));
  const placeOf = ({ rating }: ContinuationItem) => places.get(rowKey(rating))!;
  const lines = followed.map(({ pair, course, items }): ChangeLine => ({ pair, course, stops: items.map((item) => ({ item, row: placeOf(item) })) }));
  const focus = asked === null ? null : bringOutLines(lines, asked, language);
  return {
    language,
    years,
    carriedOn,
    columns,
    rows,
    lines,
    bands: many ? countBands(lines, rows) : null,
    ...(focus && { focus }),
  };
}

/** The fiscal years that goals are followed through: the two, and those between that a link passes. */
export function listFollowed({ lines }: Pick<RatingChange, "lines">, { from, to }: ChangeYears): number[] {
  const passed = lines.flatMap(({ pair }) => pair.between.map(({ fiscalYear }) => fiscalYear));
  return [...new Set([from, ...passed, to])].sort((a, b) => a - b);
}

/** How many lines took each course. */
export function countCourses({ lines }: Pick<RatingChange, "lines">): Record<Course, number> {
  return Object.fromEntries(COURSES.map((course) => [course, lines.filter((line) => line.course === course).length])) as Record<Course, number>;
}

function courseOf({ move, before, after }: CarriedRow): Course {
  if (move !== null) return move;
  return before[0]!.rating === null || after[0]!.rating === null ? "not-rated" : "incomparable";
}

/** Whether a line stops at an item on its way: one that is rated, and by the scale of its ends. */
function isBetween({ rating }: ContinuationItem, { before, after }: CarriedRow, course: Course): boolean {
  if (rating === null || course === "incomparable" || !(isRanked(rating) || rating.outside)) return false;
  const orders = [before[0]!.rating, after[0]!.rating].filter(isRanked).map(({ order }) => order);
  return rating.outside || orders.every((order) => order === rating.order);
}

function countBands(lines: readonly ChangeLine[], rows: readonly ChangeRow[]): ChangeBand[] {
  const letterOf = (row: number) => rows[row]!.rating ?? NONE;
  const groups = groupBy(lines, ({ stops, course }) => JSON.stringify([stops[0]!.row, stops.at(-1)!.row, course]));
  const bands = [...groups.values()].map((own) => ({ own, from: own[0]!.stops[0]!.row, to: own[0]!.stops.at(-1)!.row }));
  // What several scales call alike is asked for with the departments that use the one.
  const isAmbiguous = (row: number) => rows.some(({ rating }, index) => index !== row && rating === rows[row]!.rating);
  return bands
    .map(({ own, from, to }): ChangeBand => {
      const focused = own.filter((line) => line.focused).length;
      const departments = [...new Set(own.flatMap(({ stops }) => stops.map(({ item }) => item.departmentId)))];
      return {
        from,
        to,
        course: own[0]!.course,
        count: own.length,
        checked: own.filter(({ pair }) => pair.checked).length,
        ...(focused > 0 && { focused }),
        asked: { before: letterOf(from), after: letterOf(to), filter: isAmbiguous(from) || isAmbiguous(to) ? { departments } : {} },
      };
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The rating that a line begins or ends with. */
export function ratingAt({ stops }: ChangeLine, end: "before" | "after"): RatingValue | null {
  return stops.at(end === "before" ? 0 : -1)!.item.rating;
}
