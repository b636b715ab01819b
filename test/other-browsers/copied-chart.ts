import { CHARTS, type ChartName } from "@/lib/charts/registry";
import type { SnippetSource } from "@/lib/embeds/snippets";
import { chartPlace } from "@/lib/parameters/charts";
import type { CopiedChart } from "./situations";

/** The two documents' years. */
const YEARS = ["2021", "2025"] as const;

/** A chart of a running site as it is copied there, with the height that oEmbed advises for a frame. */
export async function copyChart(site: string, chart: ChartName): Promise<CopiedChart> {
  const copy = async (query: string): Promise<SnippetSource> => {
    const url = `${site}/embed/${chart}?${query}`;
    const answer = await fetch(`${site}/api/oembed?url=${encodeURIComponent(url)}`);
    const { title, height } = (await answer.json()) as { title: string; height: number };
    return { title, alt: title, height, url: `${url}resize=1`, image: "", page: `${site}/`, script: `${site}/embed/v1.js`, chart, parameters: {} };
  };
  const takesYear = chartPlace(CHARTS[chart]).takes.some(({ name }) => name === "year");
  const [source, ...years] = await Promise.all(["", ...YEARS.map((year) => (takesYear ? `year=${year}&` : ""))].map(copy));
  return { source: source!, years: years as [SnippetSource, SnippetSource] };
}
