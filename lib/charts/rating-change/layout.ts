import { chartTexts } from "@/lib/texts/chart-texts";
import type { PlacedBadge } from "../text-drawing";
import { measureText, wrapText } from "../text-fit";
import { placeBands } from "./band";
import type { DrawnChange, DrawnRow, DrawnYear } from "./drawn";
import { placeLines } from "./line";
import { BADGE, FONT, LINE } from "./measure";
import type { RatingChange } from "./model";

/** Pixels: the line of years, a row at least, and whose scale it is. */
const HEAD = 26;
const LEAST_ROW = 28;
const CAPTION = 22;
/** Room between the ranks and what stands below them. */
const APART = 8;
/** Least room between two years, for a line to stop in those between too. */
const LEAST_STEP = 52;

/** Places all of the chart for a width in pixels (from 264). */
export function layoutChange(change: RatingChange, width: number): DrawnChange {
  const placed = change.bands ? placeBands(change, change.bands) : placeLines(change, width);
  const left = BADGE + 7 + placed.before;
  const right = placed.after;
  const plot = { left, right: width - right };
  const years = placeYears(change, plot);
  const { rows, captions, height } = stackRows(change, placed.heights, { left: 1, right: change.bands ? width - BADGE - 1 : null, width });
  return { width, height, head: HEAD, plot, years, rows, captions, marks: placed.draw(rows, years) };
}

/** The years over their places; those between where there is room for them. */
function placeYears({ columns, language }: RatingChange, { left, right }: DrawnChange["plot"]): DrawnYear[] {
  const ends = [columns[0]!, columns.at(-1)!];
  const shown = (right - left) / Math.max(1, columns.length - 1) >= LEAST_STEP ? columns : ends;
  const step = (right - left) / Math.max(1, shown.length - 1);
  const { year, yearShort, yearBrief } = chartTexts(language);
  const texts = [year, yearShort, yearBrief].map((print) => shown.map(print));
  // The first and the last stand within the plot, those between over their places.
  const wide = shown.length > 2 ? 1.5 : 2;
  const names = texts.find((list) => list.every((text) => wide * measureText(text) * FONT + 8 <= step)) ?? texts[2]!;
  return shown.map((fiscalYear, index) => ({
    fiscalYear,
    x: left + index * step,
    text: names[index]!,
    anchor: index === 0 ? "start" : index === shown.length - 1 ? "end" : "middle",
  }));
}

interface Sides {
  left: number;
  right: number | null;
  width: number;
}

/** Rows below each other, with a rule over each, and a gap before what stands below the ranks. */
function stackRows({ rows }: RatingChange, heights: readonly number[], { left, right, width }: Sides): Pick<DrawnChange, "rows" | "captions" | "height"> {
  const captions: DrawnChange["captions"] = [];
  let y = HEAD;
  const drawn = rows.map((row, index): DrawnRow => {
    const apart = row.scale === null && (rows[index - 1]?.scale ?? null) !== null;
    if (apart) y += APART;
    const rule = { y, strong: apart };
    if (row.caption !== null) {
      const lines = wrapText(row.caption, width / FONT);
      lines.forEach((text, at) => captions.push({ x: 0, y: y + 15 + at * LINE, text }));
      y += CAPTION + (lines.length - 1) * LINE;
    }
    const height = Math.max(LEAST_ROW, heights[index]!);
    const middle = y + height / 2;
    const badge = (x: number): PlacedBadge => ({ x, y: middle - BADGE / 2, size: BADGE, tone: row.tone, text: row.short });
    const placed = { key: row.key, name: row.label, rule, y, height, badges: right === null ? [badge(left)] : [badge(left), badge(right)] };
    y += height;
    return placed;
  });
  return { rows: drawn, captions, height: y + 2 };
}
