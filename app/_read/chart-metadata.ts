import type { Metadata } from "next";
import { siteUrl } from "@/db/config";
import { chartHref, chartPageHref } from "@/lib/chart-urls";
import type { Chart } from "@/lib/charts/registry";
import type { View } from "@/lib/parameters/view";
import { ja } from "@/lib/texts/ja";

/** Address at which oEmbed describes another address of this site. */
export function oembedHref(address: string, format: "json" | "xml" = "json"): string {
  return `${siteUrl()}/api/oembed?${new URLSearchParams({ url: address, ...(format === "xml" && { format }) })}`;
}

/** What other sites show of a page that holds a chart: its picture, and how to embed it. */
export function chartMetadata(definition: Chart, view: View): Metadata {
  const address = siteUrl() + chartHref(definition, view);
  const image = siteUrl() + chartHref(definition, { ...view, width: 600, scale: 2 }, "png");
  return {
    openGraph: { siteName: ja.site.name, locale: "ja_JP", type: "website", images: [{ url: image, alt: definition.title }] },
    twitter: { card: "summary_large_image", images: [image] },
    alternates: {
      // With the panel of a goal it is the same page.
      ...(view.goal !== null && { canonical: siteUrl() + chartPageHref(definition, { ...view, goal: null }) }),
      types: { "application/json+oembed": oembedHref(address), "text/xml+oembed": oembedHref(address, "xml") },
    },
  };
}
