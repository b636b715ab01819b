import { previewPicture } from "@/app/_read/page-metadata";
import { type ReadChart, readChart } from "@/app/_read/read-chart";
import { FRAME_WIDTH, fitFrame } from "@/components/embed/height";
import { siteUrl } from "@/db/config";
import { chartHref, chartPageHref, findPageChart } from "@/lib/chart-urls";
import { CHARTS, type Chart } from "@/lib/charts/registry";
import { type OEmbed, printOEmbedXml } from "@/lib/embeds/oembed";
import { printQuotedFrame } from "@/lib/embeds/snippets";
import { answerFile, ShortDatasetError } from "@/lib/file-answer";
import { chartPlace, parseChartAddress } from "@/lib/parameters/charts";
import { findParts, findPlace } from "@/lib/parameters/find-place";
import { OEMBED_SIZES } from "@/lib/parameters/looks";
import { readView, requireView } from "@/lib/parameters/place";
import { UNTOLD, type View } from "@/lib/parameters/view";
import { readQuery } from "@/lib/query-parameters";
import { RequestError } from "@/lib/request-error";
import { ja } from "@/lib/texts/ja";

const QUERY = { single: ["url", "format", "maxwidth", "maxheight"], multiple: [] };

/** oEmbed 1.0 (https://oembed.com) of a chart's address, or of a page that shows one. */
export function GET(request: Request): Promise<Response> {
  return answerFile(request, async () => {
    const { url, format = "json", maxwidth, maxheight } = readQuery(request.url, QUERY, { longest: 2000, strict: false }) as Record<string, string | undefined>;
    if (url === undefined) throw new RequestError("invalid_value", ({ noUrl }) => noUrl, "url");
    if (format !== "json" && format !== "xml") throw new RequestError("not_implemented", (texts) => texts.format(format.slice(0, 60)), "format");
    const { definition, view: asked } = findChart(url);
    const width = Math.min(FRAME_WIDTH, readSize("maxwidth", maxwidth));
    const { chart, view } = await readWhole(definition, asked);
    const height = Math.min(view.height ?? fitFrame(chart.facts, chart.source, width, view.title), readSize("maxheight", maxheight));
    // The frame speaks to WordPress, which asks it for its height and takes its links away.
    const address = siteUrl() + chartHref(definition, { ...view, resize: true });
    const thumbnail = previewPicture(definition, view);
    const answer: OEmbed = {
      version: "1.0",
      type: "rich",
      title: chart.facts.title,
      provider_name: ja.site.name,
      provider_url: siteUrl(),
      html: printQuotedFrame({ url: address, title: chart.facts.title, height, page: siteUrl() + chartPageHref(definition, { ...view, ...chart.facts.span }) }),
      width,
      height,
      thumbnail_url: thumbnail.url,
      thumbnail_width: thumbnail.width,
      thumbnail_height: thumbnail.height,
      cache_age: 3600,
    };
    return {
      body: format === "xml" ? printOEmbedXml(answer) : `${JSON.stringify(answer, null, 2)}\n`,
      type: format === "xml" ? "text/xml; charset=utf-8" : "application/json; charset=utf-8",
      frozen: false,
    };
  });
}

function findChart(text: string): { definition: Chart; view: View } {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || url.origin !== new URL(siteUrl()).origin) throw new RequestError("not_found", ({ otherSite }) => otherSite, "url");
  const address = /^\/embed\/([^/]+)$/.exec(url.pathname);
  const chart = address && parseChartAddress(address[1]!);
  if (chart) return { definition: CHARTS[chart.name], view: { ...requireView(chartPlace(CHARTS[chart.name]), url.href), ...UNTOLD } };
  // As the page itself reads its address: what it cannot read is as unasked.
  const place = findPlace(url.pathname);
  const parts = place && findParts(place, url.pathname);
  const found = parts && findPageChart(place, readView(place, parametersOf(url.searchParams)).view, parts);
  if (!found) throw new RequestError("not_found", ({ noQuotedChart }) => noQuotedChart, "url");
  return found;
}

/** Where the address names its dataset by the beginning of its id, the frame names the whole: leading on would be to the address of this answer, not to the one within it. */
async function readWhole(definition: Chart, view: View): Promise<{ chart: ReadChart; view: View }> {
  try {
    return { chart: await readChart(definition, view), view };
  } catch (error) {
    if (!(error instanceof ShortDatasetError)) throw error;
    return readWhole(definition, { ...view, dataset: error.id });
  }
}

function parametersOf(query: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]));
}

function readSize(name: keyof typeof OEMBED_SIZES, text: string | undefined): number {
  if (text === undefined) return Infinity;
  const size = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  const { minimum, maximum } = OEMBED_SIZES[name];
  if (size < minimum || size > maximum) throw new RequestError("invalid_value", (texts) => texts.size(name, text.slice(0, 60)), name);
  return size;
}
