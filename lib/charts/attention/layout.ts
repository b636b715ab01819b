import type { RatingValue } from "@/lib/domain/rating/value";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { PlacedEntry, PlacedLine, TextDrawing } from "../text-drawing";
import { wrapText } from "../text-fit";
import type { Attention } from "./model";
import { describeFall, describeOutside, describePlace } from "./sentence";

/** As many goals as a quoted list holds; the table has all. */
export const MOST_ATTENTION = 12;

const BADGE = 24;
const INDENT = 36;
const LINE = 20;
const GAP = 10;

/** Places the goals that need attention and the years without ratings, one below the other, at a width in pixels. */
export function layoutAttention({ listed: items, outside, notRated, language }: Attention, width: number): TextDrawing {
  const chart = chartTexts(language);
  const entries: PlacedEntry[] = [];
  let y = 0;
  const add = (key: string, goalId: string | null, rating: RatingValue | null, texts: [text: string, what: PlacedLine["what"], size: number][]) => {
    const lines: PlacedLine[] = [];
    let line = y;
    for (const [text, what, size] of texts) {
      for (const part of wrapText(text, (width - INDENT) / size)) {
        lines.push({ x: INDENT, y: line + 17, size, text: part, what });
        line += LINE;
      }
    }
    const name = chart.phrases(texts.map(([text]) => text));
    entries.push({ key, goalId, name, badge: { x: 1, y: y + 1, size: BADGE, tone: rating?.tone ?? "none", text: rating?.short ?? "" }, lines });
    y = Math.max(line, y + BADGE + 2) + GAP;
  };
  const severalDepartments = new Set(items.map(({ goal }) => goal.department)).size > 1;
  for (const item of items.slice(0, MOST_ATTENTION)) {
    add(item.goal.id, item.goal.id, item.rating, [
      [item.goal.title, "strong", 14],
      [describePlace(item.goal, { severalDepartments, texts: chart }), "soft", 12],
      ...(item.fall ? [[describeFall(item.fall, item.rating, chart), "plain", 13] satisfies [string, PlacedLine["what"], number]] : []),
      ...item.findings.map((finding): [string, PlacedLine["what"], number] => [chart.attention.finding(finding), "plain", 13]),
    ]);
  }
  if (items.length > MOST_ATTENTION) {
    entries.push({
      key: "rest",
      goalId: null,
      name: "",
      badge: null,
      lines: [{ x: INDENT, y: y + 15, size: 13, text: chart.more(items.length - MOST_ATTENTION), what: "soft" }],
    });
    y += LINE + GAP;
  }
  for (const item of outside) {
    const { title, titles } = describeOutside(item, chart);
    add(`${item.fiscalYear} ${item.rating.rating} ${item.rating.label}`, null, item.rating, [
      [title, "plain", 13],
      [titles, "soft", 12],
    ]);
  }
  for (const { fiscalYear, departments, goals } of notRated) {
    const who = departments.length === 1 ? departments[0]! : chart.departments(departments.length);
    add(String(fiscalYear), null, null, [[chart.attention.whoNotRated(fiscalYear, who, goals), "plain", 13]]);
  }
  if (entries.length === 0) add("none", null, null, [[chart.attention.nothing, "plain", 13]]);
  return { width, height: Math.max(LINE, y - GAP + 2), entries };
}
