import type { Level } from "@/lib/domain/continuation";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { continuationJa as ja } from "@/lib/texts/continuation-ja";
import { countCutNodes } from "./cut";
import { areMany } from "./many";
import type { ContinuationRibbon, RibbonComparison } from "./model";

/** Title of the ribbon: what it shows, and of which years. */
export function titleRibbon(ribbon: ContinuationRibbon): string {
  const years = ribbon.columns.map((column) => formatFiscalYear(column.fiscalYear));
  return ja.title(ribbon.level, years[0] ?? "", years.at(-1) ?? "");
}

/** The ribbon in a sentence or two: the newest comparison, and of more than two years what came through all of them. */
export function readRibbon(ribbon: ContinuationRibbon): string {
  const newest = ribbon.comparisons.findLast((comparison) => comparison.before.length + comparison.after.length > 0);
  if (!newest) return ribbon.columns.some((column) => column.nodes.length > 0) ? "比べられる年度がありません。" : ja.noItems;
  return `${readComparison(newest, ribbon.level)}${readSpan(ribbon)}`;
}

/** What the reading rests on: how many of the links planners have looked at, and what the filter leaves out. */
export function readBasis(ribbon: ContinuationRibbon): string {
  const links = ribbon.comparisons.flatMap((comparison) => comparison.links);
  const count = (status: string) => links.filter((link) => link.status === status).length;
  const parts = [
    `自動判定による候補${count("proposed")}件`,
    `職員が確認${count("confirmed")}件`,
    ...(count("added") > 0 ? [`職員が追加${count("added")}件`] : []),
  ];
  const { items, links: hidden } = ribbon.leftOut;
  const counted = areMany(ribbon.columns.flatMap(({ nodes }) => nodes.map(({ item }) => item)));
  const cut = counted ? 0 : countCutNodes(ribbon);
  const orders = new Set(ribbon.columns.flatMap(({ nodes }) => nodes.flatMap(({ item: { rating } }) => (rating?.rank == null ? [] : rating.order))));
  const mixed = ribbon.level === "goal" && orders.size > 1 ? ja.severalScales : "";
  const left = [...(items > 0 ? [`${ja.level[ribbon.level]}${items}件`] : []), ...(hidden > 0 ? [`つながり${hidden}件`] : [])];
  return `${links.length > 0 ? `つながり${links.length}件の内訳は、${parts.join("、")}。` : ""}${counted ? ja.counted(ja.level[ribbon.level]) : ""}${left.length > 0 ? `絞り込みにより${left.join("と")}を除いています。` : ""}${cut > 0 ? `図と表に載せていないものがほか${cut}件あります。絞り込むか、CSVで見られます。` : ""}${mixed}`;
}

function readComparison({ from, to, before, after, livesOn, ended, begun, links }: RibbonComparison, level: Level): string {
  const [earlier, later] = [formatFiscalYear(from), formatFiscalYear(to)];
  const items = ja.level[level];
  const merged = links.filter((link) => link.kind === "merged");
  const takenIn = new Set(merged.map((link) => link.predecessorKey)).size;
  const into = new Set(merged.map((link) => link.successorKey)).size;
  const divided = new Set(links.filter((link) => link.kind === "split").map((link) => link.predecessorKey)).size;
  const asides = [...(takenIn > 0 ? [`${takenIn}件は${into}件に統合`] : []), ...(divided > 0 ? [`${divided}件は分割`] : [])];
  const aside = asides.length > 0 ? `（うち${asides.join("、")}）` : "";
  const guessed = links.some(({ status }) => status === "proposed");
  const past = [
    ...(livesOn.length > 0 ? [guessed ? `${livesOn.length}件に${later}の継続の候補があり${aside}` : `${livesOn.length}件が${later}に続き${aside}`] : []),
    ended.length > 0 ? `${ended.length}件は後継が見当たりません` : "後継の見当たらないものはありません",
  ].join("、");
  const first = before.length === 0 ? `${earlier}の${items}はありません。` : `${earlier}の${before.length}件の${items}のうち、${past}。`;
  if (after.length === 0) return `${first}${later}の${items}はありません。`;
  const doubt = links.length > 0 && links.every(({ status }) => status !== "proposed") ? "" : "（自動判定）";
  return `${first}${later}の${after.length}件のうち${begun.length > 0 ? `${begun.length}件は${earlier}にないものです${doubt}` : `、${earlier}にないものはありません`}。`;
}

/** Of more than two years: how many of the first year's items can be followed to the last. */
function readSpan({ level, columns, comparisons }: ContinuationRibbon): string {
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last || columns.length < 3 || first.nodes.length === 0) return "";
  const reaching = new Set(last.nodes.map((node) => node.key));
  for (const { links } of comparisons.toReversed()) {
    for (const link of links) if (reaching.has(link.successorKey)) reaching.add(link.predecessorKey);
  }
  const through = first.nodes.filter((node) => reaching.has(node.key)).length;
  const [from, to] = [formatFiscalYear(first.fiscalYear), formatFiscalYear(last.fiscalYear)];
  const count = through === 0 ? "ありません" : `${through}件です`;
  return `${from}の${first.nodes.length}件の${ja.level[level]}のうち、${to}まで途切れずに続くものは${count}。`;
}
