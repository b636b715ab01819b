import type { ChartFacts } from "./contract";

/** A chart in words, for who cannot see its picture: what it shows and what it says. */
export function altText({ title, reading }: Pick<ChartFacts, "title" | "reading">): string {
  return `${title}。${reading}`;
}
