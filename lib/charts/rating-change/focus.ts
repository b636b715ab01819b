import type { ContinuationItem } from "@/lib/domain/continuation-history";
import { NONE } from "@/lib/domain/goal-filter";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { Language } from "@/lib/texts/language";
import type { CarriedRow } from "../carried-on/model";
import { type Focus, nameGoal, nameRated, tellFocus } from "../focus";

/** A line that may stand out, with its goals in the years that it stops in, and with all on its way. */
interface FocusableLine {
  stops: readonly { item: ContinuationItem }[];
  pair: Pick<CarriedRow, "before" | "between" | "after">;
  focused?: true;
}

/** Brings out the lines that a goal is in, by its id, or those that begin or end with a rating, by its letter, and marks them. */
export function bringOutLines(lines: readonly FocusableLine[], asked: string, language: Language): Focus {
  const texts = chartTexts(language);
  const items = lines.flatMap((line) => listItems(line).filter(({ goalId }) => goalId === asked));
  const isOf =
    items.length > 0 ? (line: FocusableLine) => listItems(line).some((item) => items.includes(item)) : (line: FocusableLine) => hasRating(line, asked);
  for (const line of lines) if (isOf(line)) line.focused = true;
  const [goal] = items;
  if (goal) return { asked, name: nameGoal({ fiscalYear: goal.fiscalYear, number: goal.goalNumber, title: goal.text }, texts) };
  const rated = listEnds(lines.find((line) => line.focused)).find(({ rating }) => (rating?.rating ?? NONE) === asked);
  return { asked, name: rated ? nameRated(rated.rating, texts) : null };
}

/** What the drawing dims, with how many links are brought out; or that there is no such thing in it. */
export function readLines({ lines, focus, language }: { lines: readonly FocusableLine[]; focus?: Focus; language: Language }): string {
  const texts = chartTexts(language);
  return tellFocus(focus, texts.focus.ofAll(lines.length, lines.filter(({ focused }) => focused).length), texts);
}

function hasRating(line: FocusableLine, letter: string): boolean {
  return listEnds(line).some(({ rating }) => (rating?.rating ?? NONE) === letter);
}

function listEnds(line: FocusableLine | undefined): ContinuationItem[] {
  return line ? [line.stops[0]!.item, line.stops.at(-1)!.item] : [];
}

/** With those of the years between, whether the line stops there or not. */
function listItems({ pair: { before, between, after } }: FocusableLine): ContinuationItem[] {
  return [...before, ...between, ...after];
}
