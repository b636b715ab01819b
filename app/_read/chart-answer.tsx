import { leanPage, styleOf } from "@/components/embed/lean-page";
import { markJapanese } from "@/components/embed/mark-japanese";
import { EmbedPage } from "@/components/embed/page";
import { limitTabStops } from "@/components/embed/tab-stops";
import { renderMarkup } from "@/components/still";
import { siteUrl } from "@/db/config";
import { chartHref, chartPageHref, chartPageSubjectHref } from "@/lib/chart-urls";
import { altText } from "@/lib/charts/alt-text";
import type { Chart } from "@/lib/charts/registry";
import { disposeAs } from "@/lib/content-disposition";
import { fitDescription } from "@/lib/discovery/description";
import { RESIZE_SCRIPT } from "@/lib/embeds/resize-script";
import type { Answer } from "@/lib/file-answer";
import { printChartCsv, printChartJson, printChartMetadata, zipChart } from "@/lib/files/chart-files";
import { nameChartFile } from "@/lib/files/chart-name";
import { type ChartFormat, chartPlace } from "@/lib/parameters/charts";
import { sharedHref } from "@/lib/parameters/place";
import { UNFRAMED, UNTOLD, type View } from "@/lib/parameters/view";
import { framedHeaders, hashSource } from "@/lib/security-headers";
import { chartTexts } from "@/lib/texts/chart-texts";
import { drawImage, drawPicture } from "./chart-picture";
import { knowDepartments } from "./known-departments";
import { oembedHref } from "./oembed-href";
import { previewPicture } from "./page-metadata";
import { type ReadChart, readChart } from "./read-chart";

/** Answers a chart in one of its forms. Throws `RequestError`. */
export async function answerChart(definition: Chart, view: View, format: ChartFormat): Promise<Answer> {
  const chart = await readChart(definition, await knowDepartments(view));
  const made = await makeForm(chart, format);
  const frozen = view.dataset !== null;
  // A frozen page gains its link to the newest version once; after that it never changes again.
  const settled = frozen && (format !== "html" || chart.outdated);
  return {
    ...made,
    frozen: settled,
    headers: { "X-Ayumi-Dataset": chart.datasetId, ...made.headers },
  };
}

type Form = Pick<Answer, "body" | "type" | "headers">;

async function makeForm(chart: ReadChart, format: ChartFormat): Promise<Form> {
  // What a browser shows is saved under a name, too.
  const saved = (how: "attachment" | "inline") => disposeAs(how, ...nameChartFile(chart, format));
  switch (format) {
    case "html":
      return makePage(chart);
    case "svg":
      return { body: (await drawPicture(chart)).svg, type: "image/svg+xml; charset=utf-8", headers: { ...PICTURE_HEADERS, ...saved("inline") } };
    case "png":
      return { body: await drawImage(chart), type: "image/png", headers: saved("inline") };
    case "csv":
      return { body: printChartCsv(chart.facts, chart.view.header), type: "text/csv; charset=utf-8", headers: saved("attachment") };
    case "json":
      return { body: printChartJson(chart), type: "application/json; charset=utf-8", headers: saved("inline") };
    case "metadata.json":
      return { body: printChartMetadata(chart), type: "application/json; charset=utf-8", headers: saved("inline") };
    case "zip":
      return {
        body: zipChart(chart, { svg: (await drawPicture(chart)).svg, png: await drawImage({ ...chart, view: { ...chart.view, scale: 2, size: null } }) }),
        type: "application/zip",
        headers: saved("attachment"),
      };
  }
}

/** An SVG file needs nothing. */
const PICTURE_HEADERS = framedHeaders("default-src 'none'; sandbox");

async function makePage(chart: ReadChart): Promise<Form> {
  const { definition, view, facts } = chart;
  const script = view.resize ? RESIZE_SCRIPT : null;
  const { embed } = chartTexts(view.language);
  const newestView = { ...view, dataset: null, ...UNFRAMED };
  const address = siteUrl() + chartHref(definition, { ...view, ...UNTOLD });
  const links = {
    page: chartPageHref(definition, { ...view, ...facts.span }),
    canonical: siteUrl() + chartPageSubjectHref(definition, { ...newestView, ...facts.span }),
    oembed: { json: oembedHref(address), xml: oembedHref(address, "xml") },
    newest: view.dataset !== null && chart.outdated ? chartHref(definition, newestView) : null,
    files: (
      [
        ["CSV", "csv"],
        [embed.picture, "png"],
        [embed.zip, "zip"],
      ] as const
    ).map(([label, format]): [string, string] => [label, chartHref(definition, { ...view, ...UNFRAMED }, format)]),
  };
  const preview = {
    title: facts.title,
    description: fitDescription(facts.reading),
    url: siteUrl() + sharedHref(chartPlace(definition), view),
    image: { ...previewPicture(definition, view), alt: altText(facts) },
  };
  const page = <EmbedPage facts={facts} view={view} links={links} source={chart.attribution} notice={chart.notice} script={script} preview={preview} />;
  const markup = limitTabStops(await renderMarkup(page));
  const html = leanPage(facts.language === "ja" ? markup : markJapanese(markup));
  return {
    body: `<!doctype html>${html}`,
    type: "text/html; charset=utf-8",
    headers: framedHeaders(
      `default-src 'none'; style-src ${hashSource(styleOf(html))}; script-src ${script ? hashSource(script) : "'none'"}; base-uri 'none'; form-action 'none'`,
    ),
  };
}
