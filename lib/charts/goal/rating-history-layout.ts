import { type ContinuationHistory, type ContinuationItem, type ContinuationLink, listLinks } from "@/lib/domain/continuation-history";
import { isStanding } from "@/lib/domain/continuing";

/** A drawing's room in pixels, and the most years of it: those about the goal's own. */
export interface HistoryRoom {
  width: number;
  years: number;
}

/** A phone's page: there the drawing stands everywhere as it is drawn. */
const PAGE: HistoryRoom = { width: 288, years: 11 };
/** The most goals that are drawn of a year below each other. */
const MOST_ROWS = 4;

/** Pixels. */
const SIDE = 18;
const WIDEST_STEP = 84;
const ROW = 32;
const BOX = 20;
const OWN_BOX = 26;
const AXIS = 40;

/** A year on the axis. `held`: there are plans of it. */
export interface YearTick {
  year: number;
  x: number;
  held: boolean;
}

/** A goal's rating in its year: centre and side. */
export interface RatingMark {
  item: ContinuationItem;
  own: boolean;
  x: number;
  y: number;
  size: number;
}

/** A link between two marks, from edge to edge. */
export interface RatingLine {
  link: ContinuationLink;
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** How a goal's rating went through the years, as it is drawn; all in pixels. */
export interface RatingHistoryLayout {
  width: number;
  height: number;
  axisY: number;
  ticks: YearTick[];
  /** Years that there are no plans of, first and last, and where the axis is open for them. */
  gaps: { from: number; to: number; x1: number; x2: number }[];
  /** Stretches of the axis. */
  runs: { x1: number; x2: number }[];
  marks: RatingMark[];
  lines: RatingLine[];
  /** Goals on the way that are not drawn. */
  hidden: number;
}

/** Lays out the goal of that key with those it goes back to and lives on in; `null` where no other year has plans. */
export function layoutRatingHistory(history: ContinuationHistory, key: string, room: HistoryRoom = PAGE): RatingHistoryLayout | null {
  const own = history.items.find((item) => item.key === key);
  const held = [...new Set(history.comparisons.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  if (!own || held.length < 2) return null;
  const years = chooseYears(held[0]!, held.at(-1)!, own.fiscalYear, room.years);
  const step = Math.min(WIDEST_STEP, (room.width - 2 * SIDE) / (years.length - 1));
  const xOf = (year: number) => SIDE + (year - years[0]!) * step;
  const ticks = years.map((year) => ({ year, x: xOf(year), held: held.includes(year) }));

  const links = listStanding(history);
  const rows = placeRows(history.items, links, own);
  const marks = [...rows].flatMap(([item, row]): RatingMark[] => {
    const isDrawn = row < MOST_ROWS && item.fiscalYear >= years[0]! && item.fiscalYear <= years.at(-1)!;
    return isDrawn ? [{ item, own: item === own, x: xOf(item.fiscalYear), y: ROW / 2 + row * ROW, size: item === own ? OWN_BOX : BOX }] : [];
  });
  const markOf = new Map(marks.map((mark) => [mark.item.key, mark]));
  const lines = links.flatMap((link): RatingLine[] => {
    const [before, after] = [markOf.get(link.predecessorKey), markOf.get(link.successorKey)];
    return before && after ? [{ link, x1: before.x + before.size / 2 + 1, y1: before.y, x2: after.x - after.size / 2 - 1, y2: after.y }] : [];
  });
  const axisY = Math.max(...marks.map(({ y }) => y)) + ROW / 2 + 4;
  return {
    width: Math.max(xOf(years.at(-1)!) + SIDE, 2 * SIDE),
    height: axisY + AXIS,
    axisY,
    ticks,
    ...cutAxis(ticks, step),
    marks,
    lines,
    hidden: rows.size - marks.length,
  };
}

/** The goals that the goal of that key goes back to and lives on in, and itself, whether drawn or not. */
export function listOnTheWay(history: ContinuationHistory, key: string): ContinuationItem[] {
  const own = history.items.find((item) => item.key === key);
  return own ? [...placeRows(history.items, listStanding(history), own).keys()] : [];
}

/** Links between goals that say that something lives on. */
export function listStanding(history: ContinuationHistory): ContinuationLink[] {
  return listLinks(history).filter((link) => link.level === "goal" && isStanding(link));
}

/** The years from the first to the last, held or not; of very many, those about the goal's own. */
function chooseYears(first: number, last: number, own: number, most: number): number[] {
  const end = Math.min(last, Math.max(first + most - 1, own + Math.floor(most / 2)));
  const begin = Math.max(first, end - most + 1);
  return Array.from({ length: end - begin + 1 }, (_, index) => begin + index);
}

/** The axis as long as there are plans, open where there are none. */
function cutAxis(ticks: readonly YearTick[], step: number): Pick<RatingHistoryLayout, "gaps" | "runs"> {
  const gaps: RatingHistoryLayout["gaps"] = [];
  const runs: RatingHistoryLayout["runs"] = [];
  for (const { year, x, held } of ticks) {
    const [run, gap] = [runs.at(-1), gaps.at(-1)];
    const isNext = ticks.find((tick) => tick.year === year - 1)?.held === held;
    if (held && isNext && run) run.x2 = x + step / 4;
    else if (held) runs.push({ x1: x - step / 4, x2: x + step / 4 });
    else if (isNext && gap) Object.assign(gap, { to: year, x2: x + step / 2 });
    else gaps.push({ from: year, to: year, x1: x - step / 2, x2: x + step / 2 });
  }
  return { gaps, runs: runs.map(({ x1, x2 }) => ({ x1: Math.max(0, x1), x2 })) };
}

/** Goals of the way with their row: from the goal outwards, each year's by how surely they are linked to the rows above. */
function placeRows(items: readonly ContinuationItem[], links: readonly ContinuationLink[], own: ContinuationItem): Map<ContinuationItem, number> {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const rows = new Map([[own, 0]]);
  const used = new Map<number, number>();
  const place = (here: "predecessorKey" | "successorKey", there: "predecessorKey" | "successorKey") => {
    // Rows that are reached are gone through in the order in which they were placed; a map takes what is added meanwhile.
    for (const [item] of rows) {
      const next = links.filter((link) => link[here] === item.key).sort((a, b) => b.score - a.score);
      for (const link of next) {
        const other = byKey.get(link[there]);
        if (!other || rows.has(other)) continue;
        const row = used.get(other.fiscalYear) ?? 0;
        used.set(other.fiscalYear, row + 1);
        rows.set(other, row);
      }
    }
  };
  place("successorKey", "predecessorKey");
  place("predecessorKey", "successorKey");
  return rows;
}
