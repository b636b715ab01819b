import type { RatingValue } from "@/lib/domain/rating/value";
import type { GoalRow } from "@/lib/domain/rows";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { PlacedEntry, PlacedLine, TextDrawing } from "../text-drawing";
import { wrapText } from "../text-fit";
import type { Attention, AttentionItem } from "./model";
import { describeFall, describeOutside, describePlace } from "./sentence";

/** As many goals as a quoted list holds; the table has all. */
export const MOST_ATTENTION = 12;

const BADGE = 24;
const INDENT = 36;
const LINE = 20;
const GAP = 10;

/** Places the goals that need attention and the years without ratings, one below the other, at a width in pixels. */
export function layoutAttention({ listed, outside, notRated, focus, language }: Attention, width: number): TextDrawing {
  const chart = chartTexts(language);
  const entries: PlacedEntry[] = [];
  const isFocused = (goal: GoalRow) => goal.id === focus?.asked;
  const dim = (isBright: boolean) => (focus?.name && !isBright ? ({ dimmed: true } as const) : {});
  let y = 0;
  const add = (
    key: string,
    goalId: string | null,
    rating: RatingValue | null,
    texts: [text: string, what: PlacedLine["what"], size: number][],
    isBright = false,
  ) => {
    const lines: PlacedLine[] = [];
    let line = y;
    for (const [text, what, size] of texts) {
      for (const part of wrapText(text, (width - INDENT) / size)) {
        lines.push({ x: INDENT, y: line + 17, size, text: part, what });
        line += LINE;
      }
    }
    const name = chart.phrases(texts.map(([text]) => text));
    entries.push({
      key,
      goalId,
      name,
      ...dim(isBright),
      badge: { x: 1, y: y + 1, size: BADGE, tone: rating?.tone ?? "none", text: rating?.short ?? "" },
      lines,
    });
    y = Math.max(line, y + BADGE + 2) + GAP;
  };
  const severalDepartments = new Set(listed.map(({ goal }) => goal.department)).size > 1;
  for (const item of chooseTold(listed, isFocused)) {
    add(
      item.goal.id,
      item.goal.id,
      item.rating,
      [
        [item.goal.title, "strong", 14],
        [describePlace(item.goal, { severalDepartments, texts: chart }), "soft", 12],
        ...(item.fall ? [[describeFall(item.fall, item.rating, chart), "plain", 13] satisfies [string, PlacedLine["what"], number]] : []),
        ...item.findings.map((finding): [string, PlacedLine["what"], number] => [chart.attention.finding(finding), "plain", 13]),
      ],
      isFocused(item.goal),
    );
  }
  if (listed.length > MOST_ATTENTION) {
    entries.push({
      key: "rest",
      goalId: null,
      name: "",
      ...dim(false),
      badge: null,
      lines: [{ x: INDENT, y: y + 15, size: 13, text: chart.more(listed.length - MOST_ATTENTION), what: "soft" }],
    });
    y += LINE + GAP;
  }
  for (const item of outside) {
    const { title, titles } = describeOutside(item, chart);
    add(
      `${item.fiscalYear} ${item.rating.rating} ${item.rating.label}`,
      null,
      item.rating,
      [
        [title, "plain", 13],
        [titles, "soft", 12],
      ],
      item.goals.some(isFocused),
    );
  }
  for (const { fiscalYear, departments, goals } of notRated) {
    const who = departments.length === 1 ? departments[0]! : chart.departments(departments.length);
    add(String(fiscalYear), null, null, [[chart.attention.whoNotRated(fiscalYear, who, goals), "plain", 13]]);
  }
  if (entries.length === 0) add("none", null, null, [[chart.attention.nothing, "plain", 13]]);
  return { width, height: Math.max(LINE, y - GAP + 2), entries };
}

/** The first of the goals, with the one that stands out in the last place where it would not be among them. */
function chooseTold(listed: readonly AttentionItem[], isFocused: (goal: GoalRow) => boolean): AttentionItem[] {
  const beyond = listed.slice(MOST_ATTENTION).filter(({ goal }) => isFocused(goal));
  return [...listed.slice(0, MOST_ATTENTION - beyond.length), ...beyond];
}
