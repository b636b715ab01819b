import { FICTITIOUS_MARK, isFictitious } from "@/lib/domain/fictitious";
import { chartTexts } from "@/lib/texts/chart-texts";
import { nameMeaning } from "../rating-distribution/category";
import type { PlacedBadge, PlacedLine } from "../text-drawing";
import { cutLine, measureText, wrapText } from "../text-fit";
import { type MunicipalitiesChart, type Panel, type PanelRow, printAmount } from "./model";

/** Pixels. */
const GAP = { x: 32, y: 18 };
const NARROWEST = 216;
const WIDEST = 420;
const MOST_COLUMNS = 4;
const TOP = 10;
const NAME = { size: 15, step: 21, most: 3 };
const SOFT = { size: 12, step: 20 };
const ROW = 23;
const BADGE = 20;
const LABEL = { x: BADGE + 7, size: 12 };
const AMOUNT = 13;
/** The least that is left for bars, and the widest that they get. */
const BAR = { least: 48, most: 160, height: 12, gap: 8 };
/** Ratings of one scale that are drawn; of more, those that occur go first. */
const MOST_ROWS = 8;

/** A rating of the municipality's scale: its sign, its meaning as far as it fits, a bar and what it comes to. */
export interface PlacedRow {
  badge: PlacedBadge;
  label: PlacedLine;
  /** `null` for a rating that nothing has. */
  bar: { x: number; y: number; width: number; height: number } | null;
  amount: PlacedLine;
}

/** One municipality as it is drawn. */
export interface PlacedPanel {
  panel: Panel;
  /** Top left, and the line above it from there. */
  x: number;
  y: number;
  width: number;
  name: PlacedLine[];
  /** The year, and what is not drawn. */
  notes: PlacedLine[];
  rows: PlacedRow[];
}

/** Municipalities as they are drawn, in pixels. */
export interface MunicipalitiesLayout {
  width: number;
  height: number;
  panels: PlacedPanel[];
  /** How many are not in it, below them; `null` where all are. */
  note: PlacedLine | null;
}

/** Places a panel for each municipality, one after the other in reading order; each has bars to a scale of its own. */
export function layoutMunicipalities(chart: MunicipalitiesChart, width: number): MunicipalitiesLayout {
  const shown = chart.panels.slice(0, chart.drawn);
  const fitting = Math.max(1, Math.min(shown.length, MOST_COLUMNS, Math.floor((width + GAP.x) / (NARROWEST + GAP.x))));
  // As many in each line as in the others.
  const columns = Math.ceil(shown.length / Math.ceil(shown.length / fitting));
  const room = Math.min(WIDEST, (width - (columns - 1) * GAP.x) / columns);
  const panels: PlacedPanel[] = [];
  let y = 0;
  for (let first = 0; first < shown.length; first += columns) {
    const line = shown.slice(first, first + columns).map((panel, column) => placePanel(panel, chart, { x: column * (room + GAP.x), y, width: room }));
    panels.push(...line.map(({ placed }) => placed));
    y = Math.max(...line.map(({ end }) => end)) + GAP.y;
  }
  const more = chart.panels.length - shown.length;
  if (more === 0) return { width, height: Math.max(0, y - GAP.y), panels, note: null };
  const text = cutLine(chartTexts(chart.language).municipalities.notDrawn(more), width / SOFT.size);
  return { width, height: y + SOFT.size, panels, note: { x: 0, y: y + SOFT.size - 2, size: SOFT.size, what: "soft", text } };
}

function placePanel(panel: Panel, chart: MunicipalitiesChart, { x, y, width }: { x: number; y: number; width: number }): { placed: PlacedPanel; end: number } {
  const texts = chartTexts(chart.language);
  const told = texts.municipalities;
  let top = y + TOP;
  const write = (text: string, { size, step }: { size: number; step: number }, what: PlacedLine["what"]): PlacedLine => {
    top += step;
    return { x, y: top - 5, size, text, what };
  };
  const name = nameLines(panel.name, width / NAME.size).map((text) => write(text, NAME, "strong"));
  const head = panel.fiscalYear === null ? told.noDocuments : told.head(panel.fiscalYear, texts.countUnits(panel.total, chart.unit));
  const notes = wrapText(head, width / SOFT.size).map((text) => write(text, SOFT, "soft"));
  top += 4;
  const drawn = selectRows(panel.rows);
  const rows = placeRows(drawn, chart, { x, y: top, width });
  top += drawn.length * ROW;
  if (drawn.length < panel.rows.length)
    notes.push(...wrapText(told.moreRatings(panel.rows.length - drawn.length), width / SOFT.size).map((text) => write(text, SOFT, "soft")));
  return { placed: { panel, x, y, width, name, notes, rows }, end: top };
}

/** A name on a few lines; of one that is longer what says that it is invented stays. */
function nameLines(name: string, width: number): string[] {
  const lines = wrapText(name, width);
  if (lines.length <= NAME.most) return lines;
  const kept = lines.slice(0, NAME.most);
  const mark = isFictitious(name) ? FICTITIOUS_MARK : "";
  const last = lines.slice(NAME.most - 1).join("");
  return [...kept.slice(0, -1), cutLine(last, width - measureText(mark)) + mark];
}

function selectRows(rows: readonly PanelRow[]): PanelRow[] {
  if (rows.length <= MOST_ROWS) return [...rows];
  const occurring = rows.filter(({ count }) => count > 0);
  return occurring.slice(0, MOST_ROWS);
}

/** One row below the other, with labels and bars as wide as these need. */
function placeRows(rows: readonly PanelRow[], chart: MunicipalitiesChart, { x, y, width }: { x: number; y: number; width: number }): PlacedRow[] {
  const amounts = rows.map((row) => printAmount(row, chart));
  const amountRoom = Math.max(0, ...amounts.map(measureText)) * AMOUNT + 10;
  const most = width - LABEL.x - BAR.gap - BAR.least - amountRoom;
  const labels = nameRows(rows, most / LABEL.size);
  const labelRoom = Math.min(most, Math.max(0, ...labels.map(measureText)) * LABEL.size);
  const barX = x + LABEL.x + labelRoom + BAR.gap;
  const barRoom = Math.min(BAR.most, x + width - amountRoom - barX);
  const largest = Math.max(1, ...rows.map(({ count }) => count));
  return rows.map((row, index) => {
    const top = y + index * ROW;
    const middle = top + ROW / 2;
    const length = Math.max(2, Math.round((barRoom * row.count) / largest));
    return {
      badge: { x: x + 0.75, y: middle - BADGE / 2, size: BADGE, tone: row.tone, text: row.short ?? row.rating ?? "" },
      label: { x: x + LABEL.x, y: middle + 4.5, size: LABEL.size, text: cutLine(labels[index]!, labelRoom / LABEL.size + 0.01), what: "plain" },
      bar: row.count === 0 ? null : { x: barX, y: middle - BAR.height / 2, width: length, height: BAR.height },
      amount: { x: row.count === 0 ? barX : barX + length + 6, y: middle + 4.5, size: AMOUNT, text: amounts[index]!, what: row.count === 0 ? "soft" : "plain" },
    };
  });
}

/** What ratings mean, where their signs do not say it all. One that is too long for a sign is written out, or, where that leaves no room, what it means in the chart's language. */
function nameRows(rows: readonly PanelRow[], room: number): string[] {
  const whole = rows.map((row) => (row.short === undefined ? nameSign(row) : row.label));
  return whole.every((label) => measureText(label) <= room) ? whole : rows.map(nameSign);
}

function nameSign(row: PanelRow): string {
  const meaning = nameMeaning(row).replace(/^\((.*)\)$/, "$1");
  return meaning === row.rating && row.short === undefined ? "" : meaning;
}
