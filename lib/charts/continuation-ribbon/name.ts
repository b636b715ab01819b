import type { ChartTexts } from "@/lib/texts/chart-ja";
import { noteNode } from "./label";
import type { RibbonFlow, RibbonNode } from "./node";

/** Name of a node's link, for those who hear it or point at it. */
export function nameNode(node: RibbonNode, texts: ChartTexts): string {
  const { item } = node;
  const notes = [noteNode(node, texts), ...(node.hiddenLinks > 0 ? [texts.ribbon.hiddenLinks(node.hiddenLinks)] : [])].filter(Boolean);
  return texts.ribbon.node(item.fiscalYear, item.department, item.level, node.tag, item.text, notes);
}

/** 「消防団を…」から「防災対策の充実強化」へ統合（候補、見込み：中 0.66）。共通の語句：消防団 */
export function nameFlow({ link, predecessor, successor, phrases }: RibbonFlow, texts: ChartTexts): string {
  return texts.ribbon.flow(link.kind, predecessor.item.text, successor.item.text, texts.ribbon.status[link.status], texts.score(link), phrases);
}
