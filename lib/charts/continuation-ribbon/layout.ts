import { chartTexts } from "@/lib/texts/chart-texts";
import { labelNode } from "./label";
import type { ContinuationRibbon } from "./model";
import { BAR, FONT, PAD, placeRibbon, type RibbonLayout } from "./place";

/** Widths that drawings are laid out for: phone, tablet, desk. A drawing may need more and is then scrolled. */
export const RIBBON_WIDTHS = { narrow: 288, middle: 640, wide: 1040 } as const;
export type RibbonWidth = keyof typeof RIBBON_WIDTHS;

/** The most nodes in a year whose titles are drawn (as DESIGN §6 has it for units). */
const MOST_TITLES = 24;
/** Lines of a label: a goal's title is worth a long one, also in English on a phone; an initiative's text is not. */
const MOST_LINES = { goal: 18, initiative: 12 } as const;
const WIDEST_GAP = 240;

/** Pixels that a way of drawing asks for: label columns, least gap between years, heights, room between nodes. */
const MEASURES = {
  titles: { label: 150, widest: 400, gap: 90, unit: 20, tallest: 160, row: 0, between: 14 },
  narrow: { label: 98, widest: 98, gap: 52, unit: 20, tallest: 160, row: 0, between: 14 },
  tags: { label: 44, widest: 44, gap: 58, unit: 10, tallest: 60, row: 20, between: 4 },
} as const;

type Measures = { [Name in keyof typeof MEASURES.titles]: number };

/**
 * Places every bar, ribbon and label for the given width (pixels, from 288). Where a year holds many nodes or a
 * title needs many lines, numbers are drawn, and the titles are left to a list.
 */
export function layoutRibbon(ribbon: ContinuationRibbon, width: number): RibbonLayout {
  const measures = chooseMeasures(ribbon.columns.length, width);
  const across = shareWidth(ribbon.columns.length, width, measures);
  const nodes = ribbon.columns.flatMap((column) => column.nodes);
  const texts = chartTexts(ribbon.language);
  const crowded = ribbon.columns.some((column) => column.nodes.length > MOST_TITLES);
  const labels = new Map(crowded ? [] : nodes.map((node) => [node, labelNode(node, across.label / FONT, texts)]));
  if (!crowded && [...labels.values()].every((lines) => lines.length <= MOST_LINES[ribbon.level])) {
    return placeRibbon(ribbon, { mode: "titles", ...measures, ...across, labels });
  }
  const tags = new Map(nodes.map((node) => [node, [{ text: node.tag, what: "title" as const }]]));
  return placeRibbon(ribbon, { mode: "tags", ...MEASURES.tags, ...shareWidth(ribbon.columns.length, width, MEASURES.tags), labels: tags });
}

/** The different drawings that a page carries, and for which widths of the figure each is shown. */
export function listRibbonLayouts(ribbon: ContinuationRibbon): { layout: RibbonLayout; sizes: RibbonWidth[] }[] {
  const drawings: { layout: RibbonLayout; sizes: RibbonWidth[] }[] = [];
  for (const size of ["narrow", "middle", "wide"] as const) {
    const layout = layoutRibbon(ribbon, RIBBON_WIDTHS[size]);
    const same = drawings.find((drawing) => drawing.layout.width === layout.width && drawing.layout.mode === layout.mode);
    if (same) same.sizes.push(size);
    else drawings.push({ layout, sizes: [size] });
  }
  return drawings;
}

/** Where there is no room for so many years' titles as they usually stand, their columns and gaps begin as narrow as on a phone. */
function chooseMeasures(years: number, width: number): Measures {
  const { titles, narrow } = MEASURES;
  if (width < RIBBON_WIDTHS.middle) return narrow;
  return leastWidth(years, titles) <= width ? titles : { ...titles, label: narrow.label, gap: narrow.gap };
}

function leastWidth(years: number, { label, gap }: Pick<Measures, "label" | "gap">): number {
  return (years - 1) * (2 * (BAR + PAD) + gap) + years * label;
}

/** Widths of a label column and of the gap that ribbons cross; of what is left over, seven tenths go to labels. */
function shareWidth(years: number, width: number, measures: Measures): { label: number; gap: number } {
  if (years <= 1) return { label: Math.min(Math.max(measures.label, width - BAR - PAD), 2 * measures.widest), gap: 0 };
  const fixed = (years - 1) * 2 * (BAR + PAD);
  const rest = Math.max(0, width - leastWidth(years, measures));
  const label = Math.min(measures.widest, Math.floor(measures.label + (0.7 * rest) / years));
  const gap = Math.floor((width - fixed - years * label) / (years - 1));
  return { label, gap: Math.min(WIDEST_GAP, Math.max(measures.gap, gap)) };
}
