import type { GoalFilter } from "@/lib/domain/goal-filter";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { chartTexts } from "@/lib/texts/chart-texts";
import { measureText, wrapText } from "../text-fit";
import { opensGap } from "../year-gap";
import { type Band, CARRIED_LINE, carriedWidth, type DistributionLayout, focusedWidth, type Mark } from "./geometry";
import { FONT, fitText } from "./mark-text";
import type { DistributionGroup, DistributionRow, DrawnDistribution } from "./model";

/** Rows of a year each that are drawn below each other; of more, a group's years stand beside each other. */
const MOST_ROWS = 24;
const FEWEST_YEARS = 3;

const LINE = 18;
const TOP = 24;
const NAME_WIDTH = 150;
/** Pixels that a goal or target is wide at most, and a bar is high. */
const WIDEST_UNIT = 12;
const MARK = 18;
/** Room for a cell's count, and between cells. */
const COUNT_WIDTH = 18;
const GAP = 6;
/** Room for how many initiatives of a department go on, and what stands over it. */
const INITIATIVES_WIDTH = 70;
/** Room between columns whose years others are missing between. */
const YEAR_GAP = 16;

/** Whether a chart has so many groups and years that a row for each would be a wall. */
export function isMatrix({ by, groups, fiscalYears }: DrawnDistribution): boolean {
  return by !== "year" && fiscalYears.length >= FEWEST_YEARS && groups.length * fiscalYears.length > MOST_ROWS;
}

/**
 * Places a row for each group and in it a small bar for each year, to one scale over all of them: a cell is outlined
 * where nothing is rated, and a dash where there is nothing. Pixels.
 */
export function layoutMatrix(chart: DrawnDistribution, width: number): DistributionLayout {
  const wide = width >= 560;
  const texts = chartTexts(chart.language);
  const { initiativesHead } = texts.distribution;
  const x = wide ? NAME_WIDTH + 12 : 0;
  const beside = chart.groups.some(({ initiatives }) => initiatives);
  const plot = { x, width: width - x - (beside && wide ? INITIATIVES_WIDTH : 0) };
  const names = chart.groups.map((group) => wrapText(group.name ?? texts.none, (wide ? NAME_WIDTH : width) / FONT));
  const longest = Math.max(1, ...names.map((lines) => lines.length));
  const band = Math.max(MARK + 10, longest * LINE + 8);
  const gaps = chart.fiscalYears.map((year, index) => index > 0 && opensGap(year, chart.missingYears));
  const column = (plot.width - gaps.filter(Boolean).length * YEAR_GAP) / chart.fiscalYears.length;
  const columnX = gaps.map((_, index) => plot.x + index * column + gaps.slice(0, index + 1).filter(Boolean).length * YEAR_GAP);
  const room = column - GAP - (wide ? COUNT_WIDTH : 0);
  const most = Math.max(1, ...chart.groups.flatMap((group) => group.rows.map((row) => row.total)));
  const cell = { wide, room, unit: Math.min(WIDEST_UNIT, room / most), shares: chart.measure === "share", texts };
  const bands: Band[] = [];
  const initiatives: DistributionLayout["initiatives"] = [];
  chart.groups.forEach((group, index) => {
    if (group.initiatives) {
      const filter = filterOfGroup(group);
      initiatives.push({ x: width, y: TOP + bands.length * band, label: wide ? "" : initiativesHead, counts: group.initiatives, filter });
    }
    const at = () => ({ y: TOP + bands.length * band, group: index, year: "" });
    if (!wide) bands.push({ ...at(), opensGroup: true, name: names[index]!, rows: [], marks: [], notes: [] });
    const { y } = at();
    const cells = group.rows.map((row, number) =>
      placeCell(row, { ...cell, x: columnX[number]!, y: y + (band - MARK) / 2 - (chart.carried ? CARRIED_LINE.lift : 0) }),
    );
    bands.push({
      ...at(),
      opensGroup: wide,
      name: wide ? names[index]! : [],
      rows: group.rows,
      marks: cells.flatMap(({ marks }) => marks),
      notes: cells.flatMap(({ notes }) => notes),
    });
  });
  return {
    width,
    height: TOP + bands.length * band + 2,
    band,
    mark: MARK,
    yearX: x,
    plot,
    mode: "matrix",
    language: chart.language,
    top: TOP,
    domain: plot.width,
    pitch: 0,
    carried: chart.carried,
    focused: (chart.focus?.name ?? null) !== null,
    initiatives,
    bands,
    gaps: gaps.flatMap((open, index) =>
      open ? { x1: columnX[index]! - YEAR_GAP / 2 - GAP / 2, y1: 0, x2: columnX[index]! - YEAR_GAP / 2 - GAP / 2, y2: TOP + bands.length * band } : [],
    ),
    ticks: nameYears(chart.fiscalYears, column, texts).map(({ text, index }) => ({ value: columnX[index]! - plot.x, x: columnX[index]!, text })),
    ...(beside && wide && { head: { x: width, text: initiativesHead } }),
  };
}

interface CellPlace {
  x: number;
  y: number;
  wide: boolean;
  room: number;
  unit: number;
  shares: boolean;
  texts: ChartTexts;
}

/** A year's bar. Of shares the rated part is the whole; where nothing is rated, the outline is. */
function placeCell(row: DistributionRow, { x, y, wide, room, unit, shares, texts }: CellPlace): Pick<Band, "marks" | "notes"> {
  if (row.total === 0) return { marks: [], notes: [{ x, text: "–" }] };
  const marks: Mark[] = [];
  let end = x;
  for (const segment of row.segments) {
    if (shares && row.rated > 0 && segment.share === null) continue;
    const width = shares ? (segment.share ?? 1) * room : segment.count * unit;
    const short = segment.short ?? segment.rating ?? "";
    const text = fitText(segment, width, { shares, texts }) || (measureText(short) * FONT + 2 <= width ? short : "");
    marks.push({
      x: end,
      y,
      width,
      height: MARK,
      text: segment.rating === null || !wide ? "" : text,
      segment,
      unit: null,
      carried: carriedWidth(segment, width),
      focused: focusedWidth(segment, width),
    });
    end += width;
  }
  return { marks, notes: wide ? [{ x: end + 4, text: String(row.total) }] : [] };
}

/** The years over their columns: in short where that fits, else 「令7」, and of very many every second one, to the last. */
function nameYears(years: readonly number[], column: number, { yearShort, yearBrief }: ChartTexts): { text: string; index: number }[] {
  const short = years.map(yearShort);
  const fits = (texts: readonly string[], room: number) => texts.every((text) => measureText(text) * FONT + 2 <= room);
  const texts = fits(short, column) ? short : years.map(yearBrief);
  const step = fits(texts, column) ? 1 : 2;
  return texts.map((text, index) => ({ text, index })).filter(({ index }) => (years.length - 1 - index) % step === 0);
}

/** What chooses a group's goals of any year. */
export function filterOfGroup({ rows }: Pick<DistributionGroup, "rows">): GoalFilter {
  const { fiscalYears: _, ...filter } = rows[0]?.filter ?? {};
  return filter;
}
