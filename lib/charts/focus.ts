import { cutText } from "@/lib/domain/cut-text";
import type { RatingValue } from "@/lib/domain/rating/value";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import type { ColumnOf } from "./chart-table";

/** What is brought out in a chart, while all else is dimmed; without a name it is nothing that the chart holds, and nothing is. */
export interface Focus {
  asked: string;
  name: string | null;
  /** It is told with what it is linked to, some of which nobody has confirmed. */
  guessed?: boolean;
}

/** Characters that are told again: of a title, and of what a reader asked for. */
const MOST_TITLE = 24;
const MOST_ASKED = 40;

/** 「令和7年度の重点目標4「防災対策の充実強化」」, cut where it is long. */
export function nameGoal({ fiscalYear, number, title }: { fiscalYear: number; number: number; title: string }, texts: ChartTexts): string {
  return texts.focus.goal(fiscalYear, number, cutText(title, MOST_TITLE));
}

/** The same of an initiative, by its number in its plan. */
export function nameInitiative({ fiscalYear, tag, text }: { fiscalYear: number; tag: string; text: string }, texts: ChartTexts): string {
  return texts.focus.initiative(fiscalYear, tag, cutText(text, MOST_TITLE));
}

/** 「達成度C 一部達成」, or that it is not rated. */
export function nameRated(value: RatingValue | null, texts: ChartTexts): string {
  return value ? texts.focus.rating(texts.rating(value)) : texts.notRated;
}

/** What the drawing dims, with how many are brought out (`counts`); or that there is no such thing in it. Empty where nothing was asked for. */
export function tellFocus(focus: Focus | null | undefined, counts: string, texts: ChartTexts): string {
  if (!focus) return "";
  if (focus.name === null) return texts.focus.absent(cutText(focus.asked, MOST_ASKED));
  return texts.focus.only(focus.guessed ? texts.within(focus.name, texts.focus.guessed) : focus.name, counts);
}

/** What a title says of it, as a list of at most one aside. */
export function listFocusAsides(focus: Focus | null | undefined, texts: ChartTexts): string[] {
  return focus?.name ? [texts.focus.aside(focus.name)] : [];
}

/** A column of rows that are brought out or not; none where nothing is. */
export function listFocusColumns<Source>(focus: Focus | null | undefined, isFocused: (source: Source) => boolean): ColumnOf<Source>[] {
  if (!focus?.name) return [];
  return [{ name: "focused", label: "濃く表示", description: `${focus.name}の行は1、ほかは0`, type: "integer", read: (source) => (isFocused(source) ? 1 : 0) }];
}
