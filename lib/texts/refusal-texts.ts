import type { Language } from "./language";
import { refusalEn } from "./refusal-en";
import { type RefusalTexts, refusalJa } from "./refusal-ja";

const TEXTS: Record<Language, RefusalTexts> = { ja: refusalJa, en: refusalEn };

/** Texts of what is refused, in a language; one that lacks a text does not compile. */
export function refusalTexts(language: Language): RefusalTexts {
  return TEXTS[language];
}
