import type { Header } from "@/lib/parameters/view";
import { CHART_COLUMNS_EN } from "@/lib/texts/chart-columns-en";
import { capital } from "@/lib/texts/english";

/** A column's head in a file. Its name is made of the English terms of this project, so that it reads as words in English. */
export function headOf({ name, label }: { name: string; label: string }, header: Header): string {
  if (header === "name") return name;
  return header === "ja" ? label : printWords(name);
}

/** The same of a chart's column, which has an English label of its own. */
export function chartHeadOf(chart: string, { name, label, japanese = label }: { name: string; label: string; japanese?: string }, header: Header): string {
  if (header === "name") return name;
  return header === "ja" ? japanese : (CHART_COLUMNS_EN[chart]?.[name]?.[0] ?? printWords(name));
}

/** `fiscal_year_ja` as Fiscal year (Japanese era), `goal_id` as Goal id. */
function printWords(name: string): string {
  const words = name.replace(/_ja$/, " (Japanese era)").replaceAll("_", " ");
  return capital(words);
}
