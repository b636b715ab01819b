import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { ResvgRenderOptions } from "@resvg/resvg-js";
import pLimit from "p-limit";
import { RequestError } from "@/lib/request-error";
import { readCharacters } from "./font-characters";
import { replaceMissing } from "./missing-letters";

/** Images drawn at once, and waiting; what comes on top is told to come again. */
const AT_ONCE = 2;
const WAITING = 24;

/** Largest image, in pixels: 64 MB while it is drawn. */
const MOST_PIXELS = 16_000_000;

const limit = pLimit(AT_ONCE);

/**
 * An SVG as PNG, `scale` image pixels to each of its own. The glyphs are Noto Sans JP's (SIL Open Font License), so
 * that no text depends on the server's fonts; 〓 stands for each letter that it does not have. Throws `RequestError`
 * where the image would be too large, or too many wait.
 */
export async function drawPng(svg: string, { width, height, scale }: { width: number; height: number; scale: number }): Promise<Uint8Array> {
  if (width * height * scale * scale > MOST_PIXELS) {
    throw new RequestError("invalid_value", ({ largeImage }) => largeImage(Math.round(width * scale), Math.round(height * scale)), "scale");
  }
  const { renderAsync } = await import("@resvg/resvg-js");
  if (limit.pendingCount >= WAITING) throw new RequestError("too_busy", ({ manyImages }) => manyImages);
  const image = await limit(() => renderAsync(replaceMissing(svg, listCharacters()), makeOptions(scale)));
  return image.asPng();
}

/** The font of images: its weights have the same characters. */
function findFonts(): string[] {
  const require = createRequire(path.join(process.cwd(), "package.json"));
  return ["400Regular/NotoSansJP_400Regular.ttf", "700Bold/NotoSansJP_700Bold.ttf"].map((name) => require.resolve(`@expo-google-fonts/noto-sans-jp/${name}`));
}

let characters: ReadonlySet<number> | null = null;

function listCharacters(): ReadonlySet<number> {
  characters ??= readCharacters(readFileSync(findFonts()[0]!));
  return characters;
}

function makeOptions(scale: number): ResvgRenderOptions {
  return {
    fitTo: { mode: "zoom", value: scale },
    font: { loadSystemFonts: false, fontFiles: findFonts(), defaultFontFamily: "Noto Sans JP", sansSerifFamily: "Noto Sans JP" },
  };
}
