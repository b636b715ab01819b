import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import { isContinuing } from "@/lib/domain/continuing";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { chartTexts } from "@/lib/texts/chart-texts";
import { type Focus, nameGoal, nameInitiative, tellFocus } from "../focus";
import type { Kin } from "../rating-distribution/focus";
import { type ContinuationRibbon, makeRibbon } from "./model";
import type { RibbonLineage, RibbonNode } from "./node";
import type { RibbonRow } from "./row";

/** Brings out all that hangs together with a goal or an initiative, by its key, or with a goal's initiatives, and marks its nodes. */
export function bringOutLineages(ribbon: ContinuationRibbon, asked: string): Focus {
  const texts = chartTexts(ribbon.language);
  const own = ribbon.columns.flatMap(({ nodes }) => nodes).filter(({ key, item }) => key === asked || item.goalId === asked);
  if (own.length === 0) return { asked, name: null };
  const lineages = listLineages(ribbon, own);
  const nodes = lineages.flatMap((lineage) => lineage.nodes);
  for (const node of nodes) node.focused = true;
  const name = nameOwn(own[0]!, asked, texts);
  return { asked, name: nodes.length > own.length ? texts.focus.lineage(name) : name, ...(areGuessed(lineages) && { guessed: true }) };
}

/** What the drawing dims, with the counts of each year; of counts by department, that it dims nothing. */
export function readLineages({ columns, language }: ContinuationRibbon, focus: Focus | null, counted: boolean): string {
  const texts = chartTexts(language);
  if (counted && focus?.name) return texts.focus.counted(focus.name);
  const years = columns.flatMap(({ fiscalYear, nodes }) => {
    const count = nodes.filter(({ focused }) => focused).length;
    return count > 0 ? texts.focus.ofYear(fiscalYear, nodes.length, count) : [];
  });
  return tellFocus(focus, texts.list(years), texts);
}

/** Whether a row tells of what is brought out; a link that was rejected is of nothing. */
export function isFocusedRow(row: RibbonRow): boolean {
  return (row.before ?? row.after)!.focused === true && !(row.what === "link" && row.link.status === "rejected");
}

/** The goals that a goal was carried on from and into through all years, as the ribbon has them; `null` where it has no such goal. */
export function findKin(history: ContinuationHistory, goalId: string): Kin | null {
  const ribbon = makeRibbon(history, { level: "goal", filter: {} });
  const lineages = listLineages(
    ribbon,
    ribbon.columns.flatMap(({ nodes }) => nodes.filter(({ key }) => key === goalId)),
  );
  if (lineages.length === 0) return null;
  return { ids: new Set(lineages.flatMap(({ nodes }) => nodes.map(({ item }) => item.goalId))), guessed: areGuessed(lineages) };
}

function listLineages({ lineages }: ContinuationRibbon, nodes: readonly RibbonNode[]): RibbonLineage[] {
  return [...new Set(nodes.map(({ lineage }) => lineage))].map((index) => lineages[index]!);
}

function areGuessed(lineages: readonly RibbonLineage[]): boolean {
  return lineages.some(({ flows }) => flows.some(({ link }) => isContinuing(link.kind) && link.status === "proposed"));
}

function nameOwn({ item, tag }: RibbonNode, asked: string, texts: ChartTexts): string {
  if (item.level === "initiative" && item.key === asked) return nameInitiative({ ...item, tag }, texts);
  const goal = nameGoal({ fiscalYear: item.fiscalYear, number: item.goalNumber, title: item.goalTitle }, texts);
  return item.level === "goal" ? goal : texts.focus.initiativesOf(goal);
}
