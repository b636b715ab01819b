import type { Language } from "@/lib/texts/language";
import { attention } from "./attention/contract";
import { labelColumns } from "./column-labels";
import { comparison } from "./comparison/contract";
import { continuationRibbon } from "./continuation-ribbon/contract";
import type { ChartDefinition, ChartFacts, ChartRows, ChartSubject } from "./contract";
import { goal } from "./goal/contract";
import { headline } from "./headline/contract";
import { municipalities } from "./municipalities/contract";
import { ratingByYear } from "./rating-by-year/contract";
import { ratingChange } from "./rating-change/contract";
import { ratingDistribution } from "./rating-distribution/contract";

/** The one list of charts that can be quoted: pages, embeds, files, docs and tests go through it. */
const CONTRACTS = [ratingDistribution, ratingByYear, ratingChange, continuationRibbon, attention, headline, goal, comparison, municipalities] as const;

/** Any of them. */
export type Chart = (typeof CONTRACTS)[number];
export type ChartName = Chart["name"];
/** A chart's view model. */
export type ModelOf<Name extends ChartName> = ReturnType<(typeof CHARTS)[Name]["describe"]>["model"];
/** A chart's facts, with its name, which says what its model is, and the language that they are told in. */
export type DescribedChart<Name extends ChartName = ChartName> = { [Each in Name]: { name: Each; language: Language } & ChartFacts<ModelOf<Each>> }[Name];

export const CHART_NAMES: readonly ChartName[] = CONTRACTS.map(({ name }) => name);
export const CHARTS = Object.fromEntries(CONTRACTS.map((contract) => [contract.name, contract])) as unknown as { [Each in Chart as Each["name"]]: Each };

/** What a chart is called, and what it answers, in a language. */
export function introduceChart({ title, description, english }: Pick<ChartDefinition, "title" | "description" | "english">, language: Language) {
  return language === "en" ? english : { title, description };
}

/** Whether a text names a chart. */
export function isChartName(text: string): text is ChartName {
  return (CHART_NAMES as readonly string[]).includes(text);
}

/** Makes a chart's facts of the rows that it is asked to show. */
export function describeChart<Name extends ChartName>({ name }: { name: Name }, rows: ChartRows, subject: ChartSubject): DescribedChart<Name> {
  const { describe } = CHARTS[name] as { describe(rows: ChartRows, subject: ChartSubject): ChartFacts };
  const facts = describe(rows, subject);
  const { language } = subject;
  return { name, language, ...facts, table: labelColumns(facts.table, name, language) } as DescribedChart<Name>;
}
