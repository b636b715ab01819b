import type { Language } from "@/lib/texts/language";

/** The same in each language. */
export type Words = Record<Language, string>;

/** What descriptions of the data for machines are made from. Addresses are whole. */
export interface DataFacts {
  /** The site's address, without a final slash. */
  url: string;
  /** The addresses of the overview, of the page of the data, and of the catalogue, of this municipality. */
  pages: { overview: string; data: string; catalogue: string };
  municipality: string;
  datasetId: string;
  /** When that dataset came (ISO 8601). */
  createdAt: string;
  /** Fiscal years that there are plans of, each once, in order. */
  fiscalYears: number[];
  title: Words;
  description: string;
  keywords: Record<Language, readonly string[]>;
  /** Terms as a sentence, and where they stand whole; `null` where nothing is stated. */
  licence: { text: string; url: string | null };
  tables: TableFacts[];
}

/** A table with its files. */
export interface TableFacts {
  name: string;
  title: Words;
  description: string;
  files: FileFacts[];
}

export interface FileFacts {
  url: string;
  type: string;
  format: string;
  /** It holds all rows of its table; else it is the first part of them, which only a program that asks on has whole. */
  whole: boolean;
}

/** First and last day of a fiscal year, which begins in April. */
export function spanOfYear(fiscalYear: number): { start: string; end: string } {
  return { start: `${fiscalYear}-04-01`, end: `${fiscalYear + 1}-03-31` };
}

/** JSON as it can stand within a page: nothing in it ends a script. */
export function printJsonLd(value: object): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
