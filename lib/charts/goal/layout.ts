import { joinLines } from "@/lib/domain/cut-text";
import type { RatingValue } from "@/lib/domain/rating/value";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { PlacedEntry, PlacedLine, TextDrawing } from "../text-drawing";
import { cutLine, wrapText } from "../text-fit";
import { type GoalChart, type GoalPart, layoutGoalHistory } from "./model";
import type { RatingHistoryLayout } from "./rating-history-layout";
import { whyNotRated } from "./sentence";

/** As many targets and initiatives as are drawn; the table has all. */
export const MOST_PARTS = { target: 6, initiative: 10 } as const;

/** From these widths in pixels on, ratings through the years stand beside the goal's own, and initiatives beside the targets. */
const BESIDE = { history: 560, initiatives: 760 } as const;

/** Below it a part's text takes two lines, as one would say too little. */
const NARROW = 420;

const GAP = 32;
const LARGE = 44;
const BADGE = 20;
const ROW = 26;
const LINE = 19;
const HISTORY_GAP = 8;
const INDENT = 30;
const HEADING = 26;
const TEXT = 13;

/** One goal as it is drawn: badges and lines of text, and where its ratings through the years stand; pixels. */
export interface GoalLayout extends TextDrawing {
  history: { x: number; y: number; layout: RatingHistoryLayout } | null;
}

/** Places a goal: its ratings through the years, its own rating, its targets and its initiatives, each of these on one line. */
export function layoutGoal(chart: GoalChart, width: number): GoalLayout {
  if (width >= BESIDE.initiatives) return layoutColumns(chart, width);
  const beside = width >= BESIDE.history;
  const drawn = layoutGoalHistory(chart, beside ? Math.round(width * 0.55) : width);
  const entries: PlacedEntry[] = [];
  const above = drawn && !beside ? drawn.height + HISTORY_GAP : 0;
  const rated = placeRating(entries, chart, { x: 0, y: above, width: beside && drawn ? width - drawn.width - GAP : width });
  const targets = placeParts(entries, chart, "target", { x: 0, y: beside && drawn ? Math.max(rated, drawn.height + HISTORY_GAP) : rated, width });
  const end = placeParts(entries, chart, "initiative", { x: 0, y: targets, width });
  return { width, height: end, entries, history: drawn && { x: beside ? width - drawn.width : 0, y: 0, layout: drawn } };
}

/** Two columns, its rating and targets, and its initiatives; the years stand above the shorter one. */
function layoutColumns(chart: GoalChart, width: number): GoalLayout {
  const column = (width - GAP) / 2;
  const drawn = layoutGoalHistory(chart, column);
  const place = (left: number, right: number) => {
    const entries: PlacedEntry[] = [];
    const rated = placeRating(entries, chart, { x: 0, y: left, width: column });
    const ends = [
      placeParts(entries, chart, "target", { x: 0, y: rated, width: column }),
      placeParts(entries, chart, "initiative", { x: column + GAP, y: right, width: column }),
    ] as const;
    return { entries, ends, height: Math.max(...ends) };
  };
  const plain = place(0, 0);
  if (!drawn) return { width, height: plain.height, entries: plain.entries, history: null };
  const room = drawn.height + HISTORY_GAP;
  const isRight = plain.ends[1] <= plain.ends[0];
  const { entries, height } = isRight ? place(0, room) : place(room, 0);
  return { width, height, entries, history: { x: isRight ? column + GAP : 0, y: 0, layout: drawn } };
}

/** The goal's own rating, large, with its meaning, area and units. Answers where it ends. */
function placeRating(entries: PlacedEntry[], { goal, rating, isListed, language }: GoalChart, { x: left, y, width }: Place): number {
  const texts = chartTexts(language);
  const told = texts.goal;
  const [x, room] = [left + LARGE + 14, width - LARGE - 14];
  const lines: PlacedLine[] = [];
  let line = y;
  const write = (text: string, what: PlacedLine["what"], size: number, most = 2) => {
    const step = Math.round(size * 1.45);
    for (const each of cutLines(text, room / size, most)) {
      lines.push({ x, y: line + step - Math.round(size * 0.35), size, text: each, what });
      line += step;
    }
  };
  write(isListed ? told.listed : told.overall, "soft", 12);
  write(texts.rating(rating), "strong", 17);
  if (rating === null) write(whyNotRated(goal, texts), "soft", 12, 3);
  write(told.place(goal.policyArea ?? texts.none, texts.list(goal.responsibleUnits) || texts.none), "soft", 12);
  const badge = { x: left + 1, y: y + 3, size: LARGE, tone: rating?.tone ?? "none", text: rating?.short ?? "" } as const;
  entries.push({ key: goal.id, goalId: goal.id, name: told.named(goal.number, goal.title, texts.rating(rating)), badge, lines });
  return Math.max(line, y + LARGE + 6) + 8;
}

interface Place {
  x: number;
  y: number;
  width: number;
}

/** A text on so many lines of a width in em at most. */
function cutLines(text: string, width: number, most: number): string[] {
  const lines = wrapText(text, width);
  return lines.length > most ? [...lines.slice(0, most - 1), cutLine(lines.slice(most - 1).join(""), width)] : lines;
}

/** A heading, then the parts of a kind, each on a line, or two, with its letter, and how many there are more. Answers where they end. */
function placeParts(
  entries: PlacedEntry[],
  { goal, targets, initiatives, ratesInitiatives, language }: GoalChart,
  part: GoalPart["part"],
  { x, y, width }: Place,
): number {
  const texts = chartTexts(language);
  const told = texts.goal;
  const parts = part === "target" ? targets : initiatives;
  const rates = part === "target" || ratesInitiatives;
  const most = MOST_PARTS[part];
  const names = { target: told.targets, initiative: told.initiatives };
  const heading: PlacedLine = { x, y: y + 18, size: TEXT, text: names[part](parts.length), what: "strong" };
  entries.push({ key: `${part}s`, goalId: null, name: "", badge: null, lines: [heading] });
  let top = y + HEADING;
  for (const { position, pointer, text, rating } of parts.slice(0, most)) {
    const name = rates ? texts.told(`${told.part[part]}${position}`, texts.rating(rating)) : `${told.part[part]}${position}`;
    const lines = cutLines(joinLines(text), (width - INDENT) / TEXT, width < NARROW ? 2 : 1).map(
      (line, at): PlacedLine => ({ x: x + INDENT, y: top + 16 + at * LINE, size: TEXT, text: line, what: "plain" }),
    );
    // What has no rating of its own is numbered.
    const number: PlacedLine[] = rates ? [] : [{ x: x + (position < 10 ? 8 : 4), y: top + 16, size: TEXT, text: String(position), what: "soft" }];
    entries.push({
      key: `${goal.id}${pointer}`,
      goalId: goal.id,
      pointer,
      name,
      badge: rates ? badgeOf(rating, x + 1, top + 1) : null,
      lines: [...number, ...lines],
    });
    top += ROW + (lines.length - 1) * LINE;
  }
  if (parts.length > most) {
    const rest: PlacedLine = { x: x + INDENT, y: top + 16, size: 12, text: told.more(parts.length - most), what: "soft" };
    entries.push({ key: `${part}s-rest`, goalId: goal.id, pointer: parts[most]!.pointer, name: "", badge: null, lines: [rest] });
    top += ROW;
  }
  return top + 4;
}

function badgeOf(rating: RatingValue | null, x: number, y: number): PlacedEntry["badge"] {
  return { x, y, size: BADGE, tone: rating?.tone ?? "none", text: rating?.short ?? "" };
}
