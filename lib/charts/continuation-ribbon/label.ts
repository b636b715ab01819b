import { quoteRating } from "@/lib/domain/rating/name";
import { continuationJa as ja } from "@/lib/texts/continuation-ja";
import { goalJa } from "@/lib/texts/goal-ja";
import { measureText, wrapText } from "../text-fit";
import type { RibbonNode } from "./node";

/** A line of a node's label: its title, or what is noted of it. */
export interface LabelLine {
  text: string;
  what: "title" | "note";
}

/** A node's number and title and, beneath, its rating, size and fate, in lines of at most `width` em. */
export function labelNode(node: RibbonNode, width: number): LabelLine[] {
  return [
    ...wrapText(`${node.tag} ${node.item.text}`, width).map((text) => ({ text, what: "title" as const })),
    ...wrapNotes(listNotes(node), width).map((text) => ({ text, what: "note" as const })),
  ];
}

/** 「達成度B・取組2・前の資料にない」. That something lives on is the usual and shown by its ribbon. */
export function noteNode(node: RibbonNode): string {
  return listNotes(node).join("・");
}

/** What became of an item that does not live on; an end is one where a planner said so. */
export function nameFate({ fate, end }: Pick<RibbonNode, "fate" | "end">): string {
  if (end === null || fate === "new") return ja.fate[fate];
  return fate === "new-and-ended" ? `${ja.fate.new}・${goalJa.ended(end)}` : goalJa.ended(end);
}

function listNotes({ item, fate, end }: RibbonNode): string[] {
  const isGoal = item.level === "goal";
  return [
    ...(isGoal && item.rating !== null ? [`${ja.rating}${quoteRating(item.rating)}`] : []),
    ...(isGoal ? [ja.initiatives(item.initiatives)] : item.responsibleUnits),
    ...(fate === "lives-on" ? [] : [nameFate({ fate, end })]),
  ];
}

/** Notes side by side as far as they fit, so that no note is broken that need not be. */
function wrapNotes(notes: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const note of notes) {
    const longer = lines.length === 0 ? note : `${lines.at(-1)}・${note}`;
    if (lines.length > 0 && measureText(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(...wrapText(note, width));
  }
  return lines;
}
