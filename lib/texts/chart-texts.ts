import { chartEn } from "./chart-en";
import { type ChartTexts, chartJa } from "./chart-ja";
import type { Language } from "./language";

const TEXTS: Record<Language, ChartTexts> = { ja: chartJa, en: chartEn };

/** Texts of charts and embeds in a language; one that lacks a text does not compile. */
export function chartTexts(language: Language): ChartTexts {
  return TEXTS[language];
}
