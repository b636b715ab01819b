import type { Explanation, ItemRef, Level, Reason, ScoreParts } from "@/lib/domain/continuation";
import type { ContinuationHistory, ContinuationItem, ContinuationLink, YearComparison } from "@/lib/domain/continuation-history";
import type { ContinuationSpan } from "@/lib/domain/continuation-span";
import type { DecisionRecord } from "@/lib/domain/decision";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { continuationJa } from "@/lib/texts/continuation-ja";
import { ATTRIBUTES, DECISIONS } from "./words";

/** Every link of a comparison of one level, in two lines each, then what ended and what is new. */
export function describeComparison({ items }: ContinuationHistory, { from, to, links, ended, begun, endRecords }: YearComparison, level: Level): string[] {
  const byKey = indexItems(items.filter((item) => item.level === level));
  const listKeys = (heading: string, keys: readonly string[]) =>
    keys.flatMap((key) => (byKey.has(key) ? `${heading} ${key}${describeEnd(endRecords?.[key])}\n    ${nameItem(byKey, key)}` : []));
  return [
    `${formatFiscalYear(from)} → ${formatFiscalYear(to)} ${continuationJa.level[level]}`,
    ...links.filter((link) => link.level === level).map((link) => describeLink(byKey, link, [link.predecessorKey, link.successorKey])),
    ...listKeys("終了", ended),
    ...listKeys("新規", begun),
  ];
}

/** Every link of a span over other years, with the items on its way, then what ended and what is new, and since when. */
export function describeSpan({ from, to, level, years, items, links, ended, begun }: ContinuationSpan): string[] {
  const byKey = indexItems(items);
  const between = years.filter((year) => year > from && year < to).map(formatFiscalYear);
  return [
    `${formatFiscalYear(from)} → ${formatFiscalYear(to)} ${continuationJa.level[level]}（${between.join("、")}をたどる）`,
    ...links.map((link) => describeLink(byKey, link, [link.predecessorKey, ...link.path.map(({ successorKey }) => successorKey)])),
    ...ended.map(
      ({ key, until, record }) => `終了 ${key}${until > from ? `（${formatFiscalYear(until)}まで）` : ""}${describeEnd(record)}\n    ${nameItem(byKey, key)}`,
    ),
    ...begun.map(({ key, since }) => `新規 ${key}${since < to ? `（${formatFiscalYear(since)}から）` : ""}\n    ${nameItem(byKey, key)}`),
  ];
}

function describeLink(byKey: ItemIndex, { kind, score, status }: Pick<ContinuationLink, "kind" | "score" | "status">, keys: readonly string[]): string {
  const [first, last] = [keys[0]!, keys.at(-1)!];
  return `${continuationJa.kind[kind]} ${score.toFixed(2)} ${continuationJa.status[status]} ${keys.join(" → ")}\n    ${nameItem(byKey, first)} → ${nameItem(byKey, last)}`;
}

function describeEnd(record: DecisionRecord | null | undefined): string {
  return record?.endKind ? `（${continuationJa.endKind[record.endKind]}）` : "";
}

type ItemIndex = ReadonlyMap<string, ContinuationItem>;

function indexItems(items: readonly ContinuationItem[]): ItemIndex {
  return new Map(items.map((item) => [item.key, item]));
}

function nameItem(byKey: ItemIndex, key: string): string {
  return `「${cut(byKey.get(key)?.text ?? "")}」`;
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
    `${link ? `${continuationJa.kind[link.kind]}（${continuationJa.status[link.status]}）` : "つながりはありません"}。${continuationJa.table.score}は ${explanation.score.toFixed(2)} です。`,
    ...(link?.record ? [`${link.record.decidedBy}が${link.record.decidedOn}に${DECISIONS[link.record.decision]}と判断しました：${link.record.reason}`] : []),
    ...(parts ? describeParts(parts) : []).map((line) => `・${line}`),
    ...reasons.map((reason) => `・${describeReason(reason, name)}`),
    ...(reasons.length === 0 ? ["・共通する語句も、同じ所管・分野もありません。"] : []),
    ...changes.map(({ what, from, to }) => `・${ATTRIBUTES[what]}は「${from}」から「${to}」に変わりました（見込みには影響しません）。`),
  ];
}

function describeParts({ similarity, unit, own, goals, initiatives, candidates, unchanged }: ScoreParts): string[] {
  return [
    `文章の類似度は ${similarity.toFixed(2)}、所管室・課の類似度は ${unit.toFixed(2)} で、後の年度の${candidates}件と比べて、それだけなら見込みは ${own.toFixed(2)} です。`,
    ...(goals == null ? [] : [`重点目標どうしのつながりは ${goals.toFixed(2)} です。`]),
    ...(initiatives === null ? [] : [`具体的取組どうしのつながりは ${initiatives.toFixed(2)} です。`]),
    ...(unchanged === "pair" ? ["一字一句同じです。"] : []),
    ...(unchanged === "elsewhere" ? ["どちらかに一字一句同じものが別にあるため、見込みは 0 とします。"] : []),
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
    case "goals":
      return `重点目標がつながるとみられます：${name(reason.predecessor)} → ${name(reason.successor)}。`;
    case "rival":
      return `${name(reason.item)}の方が${reason.side === "predecessor" ? "後の項目" : "前の項目"}に似ています（差は ${reason.lead.toFixed(2)}）。`;
  }
}

function cut(text: string): string {
  const characters = Array.from(text.replace(/\s+/g, " "));
  return characters.length > 40 ? `${characters.slice(0, 40).join("")}…` : characters.join("");
}
