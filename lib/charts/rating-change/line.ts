import type { ContinuationItem } from "@/lib/domain/continuation-history";
import { chartTexts } from "@/lib/texts/chart-texts";
import { groupBy } from "../group-by";
import { wrapText } from "../text-fit";
import type { DrawnMark } from "./drawn";
import { FONT, LINE, type Placed } from "./measure";
import type { ChangeLine, RatingChange } from "./model";
import { nameLine } from "./sentence";

/** Pixels: room that a goal takes in a year, between its label and the last year, and around the goals of a row. */
const STOP = 12;
const GAP = 10;
const PAD = 8;
/** Shares of the width that titles take, the least where there are years between, and the most pixels of it. */
const LABEL_SHARE = { least: 0.36, most: 0.56 };
const WIDEST_LABEL = 340;
/** Pixels left of the first year, and room for each year after it. */
const LEFT = 40;
const YEAR = 56;

/** A goal in a year: goals that became one are one. */
interface Place {
  item: ContinuationItem;
  row: number;
  lines: ChangeLine[];
  /** Title, in the last year. */
  title: string[];
  height: number;
}

/** Places each goal by itself: in every row the goals of a year below each other, titles at the last. */
export function placeLines(change: RatingChange, width: number): Placed {
  const last = change.columns.at(-1)!;
  const between = change.columns.length > 2 ? width - LEFT - (change.columns.length - 1) * YEAR : Infinity;
  const after = Math.round(Math.min(WIDEST_LABEL, width * LABEL_SHARE.most, Math.max(width * LABEL_SHARE.least, between)));
  const byItem = groupBy(
    change.lines.flatMap((line) => line.stops.map((stop) => ({ ...stop, line }))),
    ({ item }) => item.key,
  );
  const places = [...byItem.values()].map((own): Place => {
    const { item, row } = own[0]!;
    const title = item.fiscalYear === last ? wrapText(item.text, (after - GAP) / FONT) : [];
    return { item, row, lines: own.map(({ line }) => line), title, height: Math.max(STOP, title.length * LINE + 4) };
  });
  const orders = new Map(places.map((place, index) => [place, orderOf(place, index)]));
  const stacks = groupBy(
    places.toSorted((a, b) => compareOrders(orders.get(a)!, orders.get(b)!)),
    ({ item, row }) => `${item.fiscalYear} ${row}`,
  );
  const heightOf = (stack: readonly Place[]) => stack.reduce((sum, { height }) => sum + height, 0);
  return {
    heights: change.rows.map((_, row) => Math.max(0, ...change.columns.map((year) => heightOf(stacks.get(`${year} ${row}`) ?? []) + PAD))),
    before: 8,
    after,
    draw(rows, years) {
      const across = new Map(years.map(({ fiscalYear, x }) => [fiscalYear, x]));
      const heights = new Map<string, number>();
      for (const stack of stacks.values()) {
        const { y, height } = rows[stack[0]!.row]!;
        let top = y + (height - heightOf(stack)) / 2;
        for (const place of stack) {
          heights.set(place.item.key, top + place.height / 2);
          top += place.height;
        }
      }
      const titled = new Set<string>();
      const ends = places.filter(({ title }) => title.length > 0).sort((a, b) => heights.get(a.item.key)! - heights.get(b.item.key)!);
      return ends.flatMap(({ item, lines, title }) =>
        lines.map((line): DrawnMark => {
          const own = !titled.has(item.key);
          titled.add(item.key);
          const points = line.stops.flatMap(({ item: { key, fiscalYear } }) =>
            across.has(fiscalYear) ? [{ x: across.get(fiscalYear)!, y: heights.get(key)! }] : [],
          );
          const end = points.at(-1)!;
          const first = end.y - (title.length * LINE) / 2 + LINE - 4;
          return {
            key: `${line.stops[0]!.item.key}/${item.key}`,
            name: nameLine(line, chartTexts(change.language)),
            lead: { goal: item.goalId },
            course: line.course,
            ...(change.focus?.name && { bright: line.focused ? 1 : 0 }),
            points,
            thickness: 0,
            labels: own ? title.map((text, index) => ({ x: end.x + GAP, y: first + index * LINE, text, anchor: "start" as const })) : [],
          };
        }),
      );
    },
  };
}

/** By the rows that a goal's lines come from, then those that they go to, so that lines cross little; then as listed. */
function orderOf({ item, lines }: Place, index: number): number[] {
  const rows = (side: (line: ChangeLine, at: number) => number | undefined) =>
    lines.flatMap(
      (line) =>
        side(
          line,
          line.stops.findIndex((stop) => stop.item === item),
        ) ?? [],
    );
  const before = rows(({ stops }, at) => stops[at - 1]?.row);
  const after = rows(({ stops }, at) => stops[at + 1]?.row);
  return [Math.min(...before, Infinity), Math.min(...after, Infinity), index];
}

function compareOrders(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : a[at]! - b[at]!;
}
