import type { Level } from "@/lib/domain/continuation";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { chartTexts } from "@/lib/texts/chart-texts";
import { type Focus, listFocusAsides } from "../focus";
import { countCutNodes } from "./cut";
import { areMany } from "./many";
import type { ContinuationRibbon, RibbonComparison } from "./model";

/** Title of the ribbon: what it shows, and of which years. */
export function titleRibbon({ columns, level, language }: ContinuationRibbon, focus: Focus | null = null): string {
  const texts = chartTexts(language);
  const years = columns.map(({ fiscalYear }) => texts.year(fiscalYear));
  return texts.ribbon.title(level, years[0] ?? "", years.at(-1) ?? "", listFocusAsides(focus, texts));
}

/** The ribbon in a sentence or two: the newest comparison, and of more than two years what came through all of them. */
export function readRibbon(ribbon: ContinuationRibbon): string {
  const texts = chartTexts(ribbon.language);
  const newest = ribbon.comparisons.findLast((comparison) => comparison.before.length + comparison.after.length > 0);
  if (!newest) return ribbon.columns.some((column) => column.nodes.length > 0) ? texts.ribbon.nothingToCompare : texts.ribbon.noItems;
  return texts.join(readComparison(newest, ribbon.level, texts), readSpan(ribbon, texts));
}

/** What the reading rests on: how many of the links planners have looked at, and what the filter leaves out. */
export function readBasis(ribbon: ContinuationRibbon): string {
  const texts = chartTexts(ribbon.language);
  const told = texts.ribbon;
  const { links } = ribbon;
  const count = (status: string) => links.filter((link) => link.status === status).length;
  const parts = [told.proposed(count("proposed")), told.confirmed(count("confirmed")), ...(count("added") > 0 ? [told.added(count("added"))] : [])];
  const { items, links: hidden } = ribbon.leftOut;
  const counted = areMany(ribbon.columns.flatMap(({ nodes }) => nodes.map(({ item }) => item)));
  const cut = counted ? 0 : countCutNodes(ribbon);
  const orders = new Set(ribbon.columns.flatMap(({ nodes }) => nodes.flatMap(({ item: { rating } }) => (rating?.rank == null ? [] : rating.order))));
  return texts.join(
    links.length > 0 ? told.links(links.length, parts) : "",
    ribbon.oneEnded > 0 ? told.oneEnded(ribbon.oneEnded) : "",
    counted ? told.counted(ribbon.level) : "",
    items + hidden > 0 ? told.leftOut(ribbon.level, items, hidden) : "",
    cut > 0 ? told.cut(cut) : "",
    ribbon.level === "goal" && orders.size > 1 ? told.severalScales : "",
  );
}

function readComparison({ from, to, before, after, livesOn, ended, endDecided, begun, links }: RibbonComparison, level: Level, texts: ChartTexts): string {
  const { ribbon } = texts;
  const leaving = links.filter(({ predecessorKey }) => before.includes(predecessorKey));
  const merged = leaving.filter((link) => link.kind === "merged");
  const counts = {
    all: before.length,
    on: livesOn.length,
    ended: ended.length,
    endDecided: endDecided.length,
    takenIn: new Set(merged.map((link) => link.predecessorKey)).size,
    into: new Set(merged.map((link) => link.successorKey)).size,
    divided: new Set(leaving.filter((link) => link.kind === "split").map((link) => link.predecessorKey)).size,
  };
  const proposed = leaving.filter(({ status }) => status === "proposed").length;
  const sure = proposed === leaving.length ? "none" : proposed > 0 ? "some" : "all";
  const guessed = links.some(({ status }) => status === "proposed");
  return texts.join(
    before.length === 0 ? ribbon.noneIn(from, level) : ribbon.past(from, level, counts, { to, sure }),
    after.length === 0 ? ribbon.noneIn(to, level) : ribbon.begun(to, after.length, begun.length, { from, guessed: links.length === 0 || guessed }),
  );
}

/** Of more than two years: how many of the first year's items can be followed to the last. */
function readSpan({ level, columns, comparisons }: ContinuationRibbon, texts: ChartTexts): string {
  const [first, last] = [columns[0], columns.at(-1)];
  if (!first || !last || columns.length < 3 || first.nodes.length === 0) return "";
  const reaching = new Set(last.nodes.map((node) => node.key));
  for (const { links } of comparisons.toReversed()) {
    for (const link of links) if (reaching.has(link.successorKey)) reaching.add(link.predecessorKey);
  }
  const through = first.nodes.filter((node) => reaching.has(node.key)).length;
  return texts.ribbon.span(first.fiscalYear, last.fiscalYear, level, first.nodes.length, through);
}
