import { scaleLinear } from "d3-scale";
import { chartTexts } from "@/lib/texts/chart-texts";
import { measureText, wrapText } from "../text-fit";
import { opensGap } from "../year-gap";
import { type Band, CARRIED_LINE, carriedWidth, type DistributionLayout, focusedWidth, type Mark } from "./geometry";
import { FONT, fitText } from "./mark-text";
import { isMatrix, layoutMatrix } from "./matrix";
import type { DistributionRow, DrawnDistribution } from "./model";

/** Natural widths in pixels of the two drawings that a page carries; below 640 px of room the narrow one is shown. */
export const WIDE = 680;
export const NARROW = 288;

/** The most units in a row that are still drawn one by one (DESIGN §6). */
export const MOST_SINGLE_UNITS = 24;
const LARGEST_PITCH = 30;
const SMALLEST_PITCH = 16;
const GAP = 3;
const LINE = 18;
const NAME_WIDTH = 168;
const YEAR_WIDTH = 58;
const NOTE_WIDTH = 44;
/** Years alone that stand in rows as high as those of groups, and how high they do where there are more. */
const MOST_LOOSE_YEARS = 3;
const DENSE_BAND = 28;
const DENSE_GAP = 6;

/** Places every mark and label of the chart at the given width (pixels, from 240). */
export function layoutDistribution(chart: DrawnDistribution, width: number): DistributionLayout {
  if (isMatrix(chart)) return layoutMatrix(chart, width);
  const wide = width >= 560;
  const texts = chartTexts(chart.language);
  const yearX = wide ? NAME_WIDTH + 12 : 0;
  const plot = { x: yearX + YEAR_WIDTH, width: width - yearX - YEAR_WIDTH - NOTE_WIDTH };
  const most = Math.max(1, ...chart.groups.flatMap((group) => group.rows.map((row) => row.total)));
  const pitch = Math.min(LARGEST_PITCH, Math.floor(plot.width / most));
  const mode = chart.measure === "count" && most <= MOST_SINGLE_UNITS && pitch >= SMALLEST_PITCH ? "units" : "bars";
  const domain = mode === "units" ? plot.width / pitch : chart.measure === "share" ? 1 : most;
  const names = chart.groups.map((group) => wrapText(group.name ?? texts.none, (wide ? NAME_WIDTH : width) / FONT));
  const tallest = (lines: string[], rows: number) => (lines.length * LINE + 14) / rows;
  const dense = chart.by === "year" && chart.fiscalYears.length > MOST_LOOSE_YEARS;
  const loose = Math.ceil(Math.max(38, ...names.map((lines) => tallest(lines, wide ? Math.max(1, chart.fiscalYears.length) : 1))));
  const band = dense ? DENSE_BAND : loose;
  const mark = Math.min(mode === "units" ? pitch - GAP : LARGEST_PITCH - GAP - 1, band - DENSE_GAP);
  const layout: DistributionLayout = {
    width,
    height: 0,
    band,
    mark,
    yearX,
    plot,
    mode,
    language: chart.language,
    top: 0,
    domain,
    pitch,
    carried: chart.carried,
    focused: (chart.focus?.name ?? null) !== null,
    initiatives: [],
    bands: [],
    gaps: [],
    ticks: [],
  };
  chart.groups.forEach((group, index) => {
    if (!wide && chart.by !== "year") layout.bands.push({ ...emptyBand(layout, index), opensGroup: true, name: names[index] ?? [] });
    group.rows.forEach((row, position) => {
      if (position > 0 && opensGap(row.fiscalYear, chart.missingYears)) openGap(layout, index, chart.by === "year");
      const opens = wide && position === 0;
      layout.bands.push({ ...makeBand(layout, index, row), opensGroup: opens, name: opens ? (names[index] ?? []) : [] });
    });
  });
  // Each of many years says how many it has, and lines would cross that.
  if (mode === "bars" && (!dense || chart.measure === "share")) layout.ticks = makeTicks(chart, layout);
  layout.height = layout.bands.length * band + (layout.ticks.length > 0 ? 24 : 2);
  return layout;
}

/** Leaves a row empty between years alone; between those of groups, which have no room for it, a line tells. */
function openGap(layout: DistributionLayout, group: number, alone: boolean): void {
  const band = emptyBand(layout, group);
  if (alone) layout.bands.push(band);
  const y = band.y + (alone ? layout.band / 2 : 0.5);
  layout.gaps.push({ x1: layout.yearX, y1: y, x2: layout.width, y2: y });
}

function emptyBand(layout: DistributionLayout, group: number): Band {
  const y = layout.bands.length * layout.band;
  return { y, group, opensGroup: false, name: [], rows: [], year: "", marks: [], notes: [] };
}

function makeBand(layout: DistributionLayout, group: number, row: DistributionRow): Band {
  const band = emptyBand(layout, group);
  const y = band.y + (layout.band - layout.mark) / 2 - (layout.carried ? CARRIED_LINE.lift : 0);
  const marks = layout.mode === "units" ? placeUnits(layout, row, y) : placeSegments(layout, row, y);
  const end = Math.max(layout.plot.x, ...marks.map((mark) => mark.x + mark.width));
  const noteX = end + 8;
  const texts = chartTexts(layout.language);
  const fits = (text: string) => noteX + measureText(text) * FONT <= layout.width;
  const counts = row.total === 0 ? "–" : texts.count(row.total);
  const long = row.total > 0 && row.rated === 0 ? `${texts.notRated} ${counts}` : counts;
  return { ...band, rows: [row], year: texts.yearShort(row.fiscalYear), marks, notes: [{ x: noteX, text: fits(long) ? long : counts }] };
}

function placeUnits(layout: DistributionLayout, row: DistributionRow, y: number): Mark[] {
  const units = row.segments.flatMap((segment) => segment.units.map((unit) => ({ segment, unit })));
  return units.map(({ segment, unit }, index) => ({
    x: layout.plot.x + index * layout.pitch,
    y,
    width: layout.mark,
    height: layout.mark,
    text: segment.short ?? segment.rating ?? "",
    segment,
    unit,
    carried: unit.carried ? layout.mark : 0,
    focused: unit.focused ? layout.mark : 0,
  }));
}

function placeSegments(layout: DistributionLayout, row: DistributionRow, y: number): Mark[] {
  const pixels = layout.plot.width / layout.domain;
  const shares = layout.domain === 1 && row.rated > 0;
  let x = layout.plot.x;
  return row.segments.flatMap((segment, index) => {
    const notRatedBesideRated = shares && segment.share === null;
    if (notRatedBesideRated) return [];
    const amount = layout.domain === 1 ? (segment.share ?? 1) : segment.count;
    const width = amount * pixels;
    // Of two with one colour, a gap tells where the next begins.
    const gap = row.segments[index + 1]?.tone === segment.tone ? Math.min(1, width / 2) : 0;
    const carried = carriedWidth(segment, width - gap);
    const mark = {
      x,
      y,
      width: width - gap,
      height: layout.mark,
      text: fitText(segment, width, { shares, texts: chartTexts(layout.language) }),
      segment,
      unit: null,
      carried,
      focused: focusedWidth(segment, width - gap),
    };
    x += width;
    return [mark];
  });
}

function makeTicks(chart: DrawnDistribution, layout: DistributionLayout) {
  const scale = scaleLinear([0, layout.domain], [layout.plot.x, layout.plot.x + layout.plot.width]);
  const values = layout.domain === 1 && chart.measure === "share" ? [0, 0.5, 1] : scale.ticks(5).filter(Number.isInteger);
  return values.map((value) => ({
    value,
    x: scale(value),
    text: chart.measure === "share" ? `${value * 100}%` : String(value),
  }));
}
