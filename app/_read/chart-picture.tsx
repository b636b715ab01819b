import { placeCard } from "@/components/embed/card";
import { ChartPicture, placePicture } from "@/components/embed/picture";
import { renderMarkup } from "@/components/still";
import { CARD_SHAPES } from "@/lib/charts/card-layout";
import type { DescribedChart } from "@/lib/charts/registry";
import { replaceUnwritable } from "@/lib/domain/writable-text";
import { printPlainPicture } from "@/lib/files/plain-picture";
import { drawPng } from "@/lib/files/png";
import type { View } from "@/lib/parameters/view";

/** Width in pixels of a picture that is asked for without one. */
const PICTURE_WIDTH = 680;

/** What a picture shows, and how. */
export interface PictureSource {
  facts: DescribedChart;
  /** Where the figures come from, with the data version. */
  source: string;
  view: Pick<View, "width" | "theme" | "scale" | "size">;
}

/** A chart as an SVG file, sound XML whatever its texts hold, and its size in pixels. It follows nobody's system, so `auto` is light. */
export async function drawPicture({ view, facts, source }: PictureSource): Promise<{ svg: string; width: number; height: number }> {
  const picture = placePicture(facts, source, view.width ?? PICTURE_WIDTH);
  const markup = replaceUnwritable(await renderMarkup(<ChartPicture picture={picture} />));
  const svg = printPlainPicture(markup, view.theme === "dark" ? "dark" : "light");
  return { svg, width: picture.layout.width, height: picture.layout.height };
}

/** The same as a PNG file, in its natural shape or the one asked for. Throws `RequestError` where it would be too large. */
export async function drawImage(chart: PictureSource): Promise<Uint8Array> {
  const { size, scale, theme } = chart.view;
  if (size === null) {
    const { svg, width, height } = await drawPicture(chart);
    return drawPng(svg, { width, height, scale });
  }
  const card = placeCard(chart.facts, chart.source, size);
  const markup = replaceUnwritable(await renderMarkup(<ChartPicture picture={card} />));
  const svg = printPlainPicture(markup, theme === "dark" ? "dark" : "light");
  return drawPng(svg, { ...card.layout, scale: CARD_SHAPES[size].scale });
}
