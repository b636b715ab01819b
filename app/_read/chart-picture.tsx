import type { ComponentProps } from "react";
import { placeCard } from "@/components/embed/card";
import { ChartPicture, placePicture } from "@/components/embed/picture";
import { renderMarkup } from "@/components/still";
import { CARD_SHAPES, type CardShape, shownShape } from "@/lib/charts/card-layout";
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
  view: Pick<View, "width" | "height" | "theme" | "scale" | "size">;
}

/** A picture as SVG, and its size in pixels. */
interface DrawnPicture {
  svg: string;
  width: number;
  height: number;
}

/** A chart as an SVG file, sound XML whatever its texts hold, in its natural shape or as high as asked. It follows nobody's system, so `auto` is light. */
export async function drawPicture(chart: PictureSource): Promise<DrawnPicture> {
  const { view, facts, source } = chart;
  const width = view.width ?? PICTURE_WIDTH;
  if (view.height !== null) return drawCard(chart, shownShape(width, view.height));
  const picture = placePicture(facts, source, width);
  return { svg: await print(picture, view), width: picture.layout.width, height: picture.layout.height };
}

/** The same as a PNG file, or in the shape asked for. Throws `RequestError` where it would be too large. */
export async function drawImage(chart: PictureSource): Promise<Uint8Array> {
  const { size, scale } = chart.view;
  const { svg, ...pixels } = size === null ? await drawPicture(chart) : await drawCard(chart, CARD_SHAPES[size]);
  return drawPng(svg, { ...pixels, scale: size === null ? scale : 1 });
}

async function drawCard({ view, facts, source }: PictureSource, shape: CardShape): Promise<DrawnPicture> {
  return { svg: await print(placeCard(facts, source, shape), view), width: shape.width, height: shape.height };
}

async function print(picture: ComponentProps<typeof ChartPicture>["picture"], { theme }: Pick<View, "theme">): Promise<string> {
  const markup = replaceUnwritable(await renderMarkup(<ChartPicture picture={picture} />));
  return printPlainPicture(markup, theme === "dark" ? "dark" : "light");
}
