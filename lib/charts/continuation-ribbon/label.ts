import type { ChartTexts } from "@/lib/texts/chart-ja";
import { measureText, wrapText } from "../text-fit";
import type { RibbonNode } from "./node";

/** A line of a node's label: its title, or what is noted of it. */
export interface LabelLine {
  text: string;
  what: "title" | "note";
}

/** A node's number and title and, beneath, its rating, size and fate, in lines of at most `width` em. */
export function labelNode(node: RibbonNode, width: number, texts: ChartTexts): LabelLine[] {
  return [
    ...wrapText(`${node.tag} ${node.item.text}`, width).map((text) => ({ text, what: "title" as const })),
    ...wrapNotes(listNotes(node, texts), width, texts).map((text) => ({ text, what: "note" as const })),
  ];
}

/** 「達成度B・取組2・前の資料にない」. That something lives on is the usual and shown by its ribbon. */
export function noteNode(node: RibbonNode, texts: ChartTexts): string {
  return texts.dots(listNotes(node, texts));
}

/** What became of an item that does not live on; an end is one where a planner said so. */
export function nameFate({ fate, end }: Pick<RibbonNode, "fate" | "end">, { ribbon, dots }: ChartTexts): string {
  if (end === null || fate === "new") return ribbon.fate[fate];
  return fate === "new-and-ended" ? dots([ribbon.fate.new, ribbon.ended(end)]) : ribbon.ended(end);
}

function listNotes({ item, fate, end }: RibbonNode, texts: ChartTexts): string[] {
  const { ribbon } = texts;
  const isGoal = item.level === "goal";
  return [
    ...(isGoal && item.rating !== null ? [ribbon.rating(texts.quoteRating(item.rating))] : []),
    ...(isGoal ? [ribbon.initiatives(item.initiatives)] : item.responsibleUnits),
    ...(fate === "lives-on" ? [] : [nameFate({ fate, end }, texts)]),
  ];
}

/** Notes side by side as far as they fit, so that no note is broken that need not be. */
function wrapNotes(notes: readonly string[], width: number, { dots }: ChartTexts): string[] {
  const lines: string[] = [];
  for (const note of notes) {
    const longer = lines.length === 0 ? note : dots([lines.at(-1)!, note]);
    if (lines.length > 0 && measureText(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(...wrapText(note, width));
  }
  return lines;
}
