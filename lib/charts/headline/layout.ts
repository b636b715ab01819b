import { chartTexts } from "@/lib/texts/chart-texts";
import { nameMeaning } from "../rating-distribution/category";
import { findLeadingRow } from "../rating-distribution/sentence";
import type { PlacedEntry, TextDrawing } from "../text-drawing";
import { measureText } from "../text-fit";
import type { Headline } from "./model";

const BADGE = 40;
const FIGURE = 36;
const LABEL = 13;
const ROW = 84;
const GAP = 28;

/** Places the leading year's figures: how many in all, then a badge, a figure and a label for each rating. Pixels. */
export function layoutHeadline({ chart }: Headline, width: number): TextDrawing {
  const leading = findLeadingRow(chart);
  const texts = chartTexts(chart.language);
  const heading = leading ? texts.countUnits(leading.total, chart.unit) : "";
  const entries: PlacedEntry[] = [
    { key: "heading", goalId: null, name: heading, badge: null, lines: [{ x: 0, y: 22, size: 18, text: texts.distribution.ofWhich(heading), what: "strong" }] },
  ];
  let [x, y] = [0, 40];
  for (const { rating, short, tone, label, count } of leading?.segments ?? []) {
    const figure = String(count);
    const name = nameMeaning({ rating, label });
    const room = Math.max(BADGE + 10 + measureText(figure) * FIGURE, measureText(name) * LABEL);
    if (x > 0 && x + room > width) [x, y] = [0, y + ROW];
    entries.push({
      key: label,
      goalId: null,
      name: texts.distribution.summary.figure(label, figure),
      badge: { x: x + 1, y: y + 1, size: BADGE, tone, text: short ?? rating ?? "" },
      lines: [
        { x: x + BADGE + 10, y: y + 34, size: FIGURE, text: figure, what: "strong" },
        { x, y: y + 62, size: LABEL, text: name, what: "soft" },
      ],
    });
    x += room + GAP;
  }
  return { width, height: y + ROW - 16, entries };
}
