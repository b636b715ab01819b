import { ChartPicture } from "@/components/embed/picture";
import { renderMarkup } from "@/components/still";
import type { View } from "@/lib/parameters/view";
import type { ChartFacts } from "@/lib/charts/chart-facts";
import { replaceUnwritable } from "@/lib/domain/writable-text";
import { writeAttributes } from "@/lib/files/picture-attributes";
import { drawPng } from "@/lib/files/png";

/** Width in pixels of a picture that is asked for without one. */
const PICTURE_WIDTH = 680;

/** What a picture shows, and how. */
export interface PictureSource {
  facts: ChartFacts;
  /** Where the figures come from, with the data version. */
  source: string;
  view: Pick<View, "width" | "theme" | "scale">;
}

/** A chart as an SVG file, sound XML whatever its texts hold, its style as attributes, and its size in pixels. */
export async function drawPicture({ view, facts, source }: PictureSource, theme = view.theme): Promise<{ svg: string; width: number; height: number }> {
  const svg = writeAttributes(replaceUnwritable(await renderMarkup(<ChartPicture facts={facts} source={source} width={view.width ?? PICTURE_WIDTH} theme={theme} />)), theme);
  const [, width, height] = /width="(\d+(?:\.\d+)?)" height="(\d+(?:\.\d+)?)"/.exec(svg)!;
  return { svg, width: Number(width), height: Number(height) };
}

/** A chart as a PNG file; it follows nobody's system, so `auto` is light. Throws `RequestError` where it would be too large. */
export async function drawImage(chart: PictureSource): Promise<Uint8Array> {
  const { svg, width, height } = await drawPicture(chart, chart.view.theme === "dark" ? "dark" : "light");
  return drawPng(svg, { width, height, scale: chart.view.scale });
}
