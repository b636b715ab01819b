import { ChartPicture, placePicture } from "@/components/embed/picture";
import { renderMarkup } from "@/components/still";
import type { DescribedChart } from "@/lib/charts/registry";
import { replaceUnwritable } from "@/lib/domain/writable-text";
import { writeAttributes } from "@/lib/files/picture-attributes";
import { drawPng } from "@/lib/files/png";
import type { View } from "@/lib/parameters/view";

/** Width in pixels of a picture that is asked for without one. */
const PICTURE_WIDTH = 680;

/** What a picture shows, and how. */
export interface PictureSource {
  facts: DescribedChart;
  /** Where the figures come from, with the data version. */
  source: string;
  view: Pick<View, "width" | "theme" | "scale">;
}

/** A chart as an SVG file, sound XML whatever its texts hold, its style as attributes, and its size in pixels. */
export async function drawPicture({ view, facts, source }: PictureSource, theme = view.theme): Promise<{ svg: string; width: number; height: number }> {
  const picture = placePicture(facts, source, view.width ?? PICTURE_WIDTH);
  const svg = writeAttributes(replaceUnwritable(await renderMarkup(<ChartPicture picture={picture} theme={theme} />)), theme);
  return { svg, width: picture.layout.width, height: picture.layout.height };
}

/** A chart as a PNG file; it follows nobody's system, so `auto` is light. Throws `RequestError` where it would be too large. */
export async function drawImage(chart: PictureSource): Promise<Uint8Array> {
  const { svg, width, height } = await drawPicture(chart, chart.view.theme === "dark" ? "dark" : "light");
  return drawPng(svg, { width, height, scale: chart.view.scale });
}
