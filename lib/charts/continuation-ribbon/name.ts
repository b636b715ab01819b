import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { continuationJa as ja } from "@/lib/texts/continuation-ja";
import { describeScore } from "@/lib/texts/continuation-reason";
import { noteNode } from "./label";
import type { RibbonFlow, RibbonNode } from "./node";

/** Name of a node's link, for those who hear it or point at it. */
export function nameNode(node: RibbonNode): string {
  const { item } = node;
  const notes = [noteNode(node), ...(node.hiddenLinks > 0 ? [`ほかに絞り込みで除いたつながり${node.hiddenLinks}件`] : [])].filter(Boolean);
  return `${formatFiscalYear(item.fiscalYear)} ${item.department} ${ja.level[item.level]}${node.tag} ${item.text}（${notes.join("、")}）`;
}

/** 「消防団を…」から「防災対策の充実強化」へ統合（候補、見込み：中 0.66）。共通の語句：消防団 */
export function nameFlow({ link, predecessor, successor, phrases }: RibbonFlow): string {
  const [before, after] = [`「${predecessor.item.text}」`, `「${successor.item.text}」`];
  const told = link.kind === "related" ? `${before}と${after}は${ja.related}` : `${before}から${after}へ${ja.kind[link.kind]}`;
  const shared = phrases.length > 0 ? `。共通の語句：${phrases.join("、")}` : "";
  return `${told}（${ja.status[link.status]}、見込み：${describeScore(link)}）${shared}`;
}
