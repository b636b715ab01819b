import { continuationJa as ja } from "@/lib/texts/continuation-ja";
import type { RibbonNode } from "./continuation-ribbon";
import { wrapText } from "./text-fit";

/** A line of a node's label: its title, or what is noted of it. */
export interface LabelLine {
  text: string;
  what: "title" | "note";
}

/** A node's number and title and, beneath, its rating, size and fate, in lines of at most `width` em. */
export function labelNode(node: RibbonNode, width: number): LabelLine[] {
  return [
    ...wrapText(`${node.tag} ${node.item.text}`, width).map((text) => ({ text, what: "title" as const })),
    ...wrapText(noteNode(node), width).map((text) => ({ text, what: "note" as const })),
  ];
}

/** 「達成度B・取組2・新しい」. That something lives on is the usual and shown by its ribbon. */
export function noteNode(node: RibbonNode): string {
  const isGoal = node.item.level === "goal";
  return [
    ...(isGoal && node.item.rating !== null ? [`${ja.rating}${node.item.rating}`] : []),
    ...(isGoal ? [ja.initiatives(node.item.initiatives)] : []),
    ...(!isGoal && node.item.responsibleUnits.length > 0 ? [node.item.responsibleUnits.join("、")] : []),
    ...(node.fate === "lives-on" ? [] : [ja.fate[node.fate]]),
  ].join("・");
}
