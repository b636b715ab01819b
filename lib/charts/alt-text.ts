import { chartTexts } from "@/lib/texts/chart-texts";
import type { DescribedChart } from "./registry";

/** A chart in words, for who cannot see its picture: what it shows and what it says. */
export function altText({ title, reading, language }: Pick<DescribedChart, "title" | "reading" | "language">): string {
  const texts = chartTexts(language);
  return texts.join(texts.sentence(title), reading);
}
