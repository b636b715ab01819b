import { ATTRIBUTES, DECISIONS, KINDS, LEVELS, STATUSES } from "./words";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type {
  ContinuationHistory,
  ContinuationItem,
  ContinuationLink,
  Explanation,
  ItemRef,
  Level,
  Reason,
  ScoreParts,
  YearComparison,
} from "@/lib/domain/continuation";

/** Every link of a comparison of one level, in two lines each, then what ended and what is new. */
export function describeComparison({ items }: ContinuationHistory, comparison: YearComparison, level: Level): string[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const name = (key: string) => `「${cut(byKey.get(key)?.text ?? "")}」`;
  const links = comparison.links.filter((link) => link.level === level);
  const listKeys = (heading: string, keys: readonly string[]) =>
    keys.filter((key) => byKey.get(key)?.level === level).map((key) => `${heading} ${key}\n    ${name(key)}`);
  return [
    `${formatFiscalYear(comparison.from)} → ${formatFiscalYear(comparison.to)} ${LEVELS[level]}`,
    ...links.map(
      ({ kind, score, status, predecessorKey, successorKey }) =>
        `${KINDS[kind]} ${score.toFixed(2)} ${STATUSES[status]} ${predecessorKey} → ${successorKey}\n    ${name(predecessorKey)} → ${name(successorKey)}`,
    ),
    ...listKeys("終了", comparison.ended),
    ...listKeys("新規", comparison.begun),
  ];
}

/** Why two items are linked, or why not, in sentences. `link` is the link between them, where there is one. */
export function describeExplanation(
  { items }: ContinuationHistory,
  [predecessor, successor]: readonly [ContinuationItem, ContinuationItem],
  explanation: Explanation | ContinuationLink,
  link: ContinuationLink | null,
): string[] {
  const byRef = new Map(items.map((item) => [JSON.stringify(item.ref), item]));
  const name = (ref: ItemRef) => {
    const item = byRef.get(JSON.stringify(ref));
    return item ? `${item.key}「${cut(item.text)}」` : ref.pointer;
  };
  const { parts, reasons, changes } = explanation;
  return [
    ...[predecessor, successor].map(({ key, fiscalYear, text }) => `${key}（${formatFiscalYear(fiscalYear)}）「${text}」`),
    `${link ? `${KINDS[link.kind]}（${STATUSES[link.status]}）` : "つながりはありません"}。確からしさは ${explanation.score.toFixed(2)} です。`,
    ...(link?.record ? [`${link.record.decidedBy}が${link.record.decidedOn}に${DECISIONS[link.record.decision]}と判断しました：${link.record.reason}`] : []),
    ...(parts ? describeParts(parts) : []).map((line) => `・${line}`),
    ...reasons.map((reason) => `・${describeReason(reason, name)}`),
    ...(reasons.length === 0 ? ["・共通する語句も、同じ所管・分野もありません。"] : []),
    ...changes.map(({ what, from, to }) => `・${ATTRIBUTES[what]}は「${from}」から「${to}」に変わりました（確からしさには影響しません）。`),
  ];
}

function describeParts({ similarity, unit, own, initiatives, candidates, unchanged }: ScoreParts): string[] {
  return [
    `文章の似かたは ${similarity.toFixed(2)}、所管室・課の似かたは ${unit.toFixed(2)} で、後の年度の${candidates}件と比べて、それだけなら確からしさは ${own.toFixed(2)} です。`,
    ...(initiatives === null ? [] : [`具体的取組どうしのつながりは ${initiatives.toFixed(2)} です。`]),
    ...(unchanged === "pair" ? ["一字一句同じです。"] : []),
    ...(unchanged === "elsewhere" ? ["どちらかに一字一句同じものが別にあるため、確からしさは 0 とします。"] : []),
  ];
}

function describeReason(reason: Reason, name: (ref: ItemRef) => string): string {
  switch (reason.what) {
    case "phrase":
      return `どちらにも「${reason.phrase}」とあります（共通する語句のうち ${Math.round(100 * reason.share)}%）。`;
    case "same":
      return `${ATTRIBUTES[reason.attribute]}がどちらも「${reason.value}」です。`;
    case "initiatives":
      return `つながる具体的取組があります：${reason.pairs.map(({ predecessor, successor }) => `${name(predecessor)} → ${name(successor)}`).join("、")}。`;
    case "rival":
      return `${name(reason.item)}の方が${reason.side === "predecessor" ? "後の項目" : "前の項目"}に似ています（差は ${reason.lead.toFixed(2)}）。`;
  }
}

function cut(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, " "));
  return characters.length > 40 ? `${characters.slice(0, 40).join("")}…` : characters.join("");
}
