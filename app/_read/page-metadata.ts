import type { Metadata } from "next";
import { siteUrl } from "@/db/config";
import { chartHref, findPageChart } from "@/lib/chart-urls";
import { CARD_SHAPES } from "@/lib/charts/card-layout";
import { CHARTS, type Chart, introduceChart } from "@/lib/charts/registry";
import { fitDescription } from "@/lib/discovery/description";
import { MUNICIPALITIES } from "@/lib/parameters/filters";
import { FOUND } from "@/lib/parameters/found";
import { PAGES } from "@/lib/parameters/pages";
import { placeHref, subjectHref } from "@/lib/parameters/place";
import type { View } from "@/lib/parameters/view";
import { chartTexts } from "@/lib/texts/chart-texts";
import { ja } from "@/lib/texts/ja";
import type { Language } from "@/lib/texts/language";
import { oembedHref } from "./oembed-href";
import type { PageAddress } from "./open-site";

/** What a page is called, what it says in a sentence or two, and a chart that stands for it. */
export interface PageWords {
  title: string;
  description: string;
  /** The chart whose picture previews show; the first unasked. */
  chart?: { definition: Chart; view: Partial<View> };
  /** Japanese where it is not said. */
  language?: Language;
}

/**
 * How a page is found and shown elsewhere: its one title and description, its address, and its picture. The address is
 * that of the newest data without what only changes how it is shown: a quoted dataset is an older state of the same page,
 * and who seeks the page is to find the newest.
 */
export function pageMetadata(
  { place, view, parts }: PageAddress,
  { title, description, chart = { definition: CHARTS["rating-distribution"], view: {} }, language = "ja" }: PageWords,
): Metadata {
  // A page of several municipalities is of none of them.
  const ofSeveral = place.takes.includes(MUNICIPALITIES);
  const url = siteUrl() + subjectHref(place, view, parts);
  const words = { title, description: fitDescription(description) };
  const image = {
    ...previewPicture(chart.definition, { dataset: view.dataset, ...chart.view }),
    type: "image/png",
    alt: introduceChart(chart.definition, language).title,
  };
  // Other sites may put the page's chart in the place of its address.
  const embedded = findPageChart(place, view, parts);
  const quoted = embedded && siteUrl() + chartHref(embedded.definition, embedded.view);
  return {
    ...words,
    openGraph: { ...words, url, siteName: chartTexts(language).embed.site, locale: chartTexts(language).locale, type: "website", images: [image] },
    twitter: { card: "summary_large_image", ...words, images: [{ url: image.url, alt: image.alt }] },
    alternates: {
      canonical: url,
      ...(LANGUAGE_PAGES.some(({ path }) => path === place.path) && { languages: listLanguages(view) }),
      types: {
        ...(quoted && { "application/json+oembed": oembedHref(quoted), "text/xml+oembed": oembedHref(quoted, "xml") }),
        "application/atom+xml": [{ url: siteUrl() + placeHref(FOUND.feed, ofSeveral ? {} : view), title: ja.site.datasetVersion }],
      },
    },
  };
}

/** The pages that say the same in two languages. */
const LANGUAGE_PAGES = [PAGES.overview, PAGES.english] as const;

function listLanguages(view: View): Record<Language, string> {
  const [ja, en] = LANGUAGE_PAGES.map((place) => siteUrl() + subjectHref(place, view));
  return { ja: ja!, en: en! };
}

/** A chart's picture for link previews: its whole address, and its size in pixels. */
export function previewPicture(definition: Chart, view: Partial<View>): { url: string; width: number; height: number } {
  const { width, height } = CARD_SHAPES.og;
  const url = siteUrl() + chartHref(definition, { ...view, theme: "auto", width: null, height: null, scale: 1, size: "og" }, "png");
  return { url, width, height };
}
