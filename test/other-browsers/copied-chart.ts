import { CHARTS, type ChartName } from "@/lib/charts/registry";
import type { SnippetSource } from "@/lib/embeds/snippets";
import { chartPlace } from "@/lib/parameters/charts";
import type { View } from "@/lib/parameters/view";
import { EXAMPLE_GOAL, exampleHref } from "../chart-example";
import type { CopiedChart } from "./situations";

/** The two documents' years. */
const YEARS = [2021, 2025] as const;

/** A chart of a running site as it is copied there, with the height that oEmbed advises for a frame. */
export async function copyChart(site: string, chart: ChartName): Promise<CopiedChart> {
  const { takes } = chartPlace(CHARTS[chart]);
  const takesOf = (name: string) => takes.some((parameter) => parameter.name === name);
  const copy = async (view: Partial<View>): Promise<SnippetSource> => {
    const answer = await fetch(`${site}/api/oembed?url=${encodeURIComponent(site + exampleHref(chart, "html", view))}`);
    const { title, height } = (await answer.json()) as { title: string; height: number };
    const url = site + exampleHref(chart, "html", { ...view, resize: true });
    const parameters = takesOf("id") ? { id: [EXAMPLE_GOAL] } : {};
    return { title, alt: title, height, url, image: "", page: `${site}/`, script: `${site}/embed/v1.js`, chart, parameters };
  };
  const [source, ...years] = await Promise.all([{}, ...YEARS.map((year) => (takesOf("year") ? { filter: { fiscalYears: [year] } } : {}))].map(copy));
  return { source: source!, years: years as [SnippetSource, SnippetSource] };
}
