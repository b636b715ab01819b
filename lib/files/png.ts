import { createRequire } from "node:module";
import path from "node:path";
import type { ResvgRenderOptions } from "@resvg/resvg-js";
import pLimit from "p-limit";
import { RequestError } from "@/lib/request-error";

/** Images drawn at once, and waiting; what comes on top is told to come again. */
const AT_ONCE = 2;
const WAITING = 24;

/** Largest image, in pixels: 64 MB while it is drawn. */
const MOST_PIXELS = 16_000_000;

const limit = pLimit(AT_ONCE);

/**
 * An SVG as PNG, `scale` image pixels to each of its own. The glyphs are Noto Sans JP's (SIL Open Font License), so
 * that no text depends on the server's fonts. Throws `RequestError` where the image would be too large, or too many wait.
 */
export async function drawPng(svg: string, { width, height, scale }: { width: number; height: number; scale: number }): Promise<Uint8Array> {
  if (width * height * scale * scale > MOST_PIXELS) {
    throw new RequestError(
      "invalid_value",
      `画像が大きすぎます（${Math.round(width * scale)}×${Math.round(height * scale)}ピクセル）。width か scale を小さくしてください。`,
      "scale",
    );
  }
  const { renderAsync } = await import("@resvg/resvg-js");
  if (limit.pendingCount >= WAITING) throw new RequestError("too_busy", "画像の作成が混み合っています。少し待ってから、もう一度お試しください。");
  const image = await limit(() => renderAsync(svg, makeOptions(scale)));
  return image.asPng();
}

function makeOptions(scale: number): ResvgRenderOptions {
  const require = createRequire(path.join(process.cwd(), "package.json"));
  const fontFiles = ["400Regular/NotoSansJP_400Regular.ttf", "700Bold/NotoSansJP_700Bold.ttf"].map((name) =>
    require.resolve(`@expo-google-fonts/noto-sans-jp/${name}`),
  );
  return {
    fitTo: { mode: "zoom", value: scale },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: "Noto Sans JP", sansSerifFamily: "Noto Sans JP" },
  };
}
