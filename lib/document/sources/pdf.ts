import { createRequire } from "node:module";
import path from "node:path";
import { LIMITS } from "@/lib/domain/limits";
import { findBlocks } from "./pdf-blocks";
import { type PageMarks, readPdfPage } from "./pdf-page";
import { joinPages } from "./pdf-pages";
import { mendSign } from "./pdf-radicals";
import { refuseSource, type Source, SourceError } from "./source-rows";

/** PDF with text: what stands between ruled lines is a cell. One without such lines is refused: nothing tells its cells apart. */
export const pdf: Source = {
  format: "pdf",
  recognises: (bytes) => [0x25, 0x50, 0x44, 0x46, 0x2d].every((byte, index) => bytes[index] === byte),
  async toCells(bytes) {
    const pages = await readPages(bytes);
    const signs = pages.reduce((sum, { glyphs }) => sum + glyphs.filter(({ text }) => text.trim() !== "").length, 0);
    if (signs < 10) refuseSource(pages.some(({ images }) => images > 0) ? "scanned-pdf" : "no-text");
    if (pages.reduce((sum, { unmapped }) => sum + unmapped, 0) > signs / 50) refuseSource("unmapped-font");
    const blocks = pages.map(findBlocksOf);
    if (!blocks.flat().some((block) => "table" in block)) refuseSource("no-rules");
    return joinPages(blocks, pages[0]!.height);
  },
};

function findBlocksOf(page: PageMarks, index: number) {
  return findBlocks({ ...page, glyphs: page.glyphs.map((glyph) => ({ ...glyph, text: mendSign(glyph.text, glyph.width > glyph.size * 0.9) })) }, index + 1);
}

async function readPages(bytes: Uint8Array): Promise<PageMarks[]> {
  const { getDocument, OPS, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const folder = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const task = getDocument({
    // It takes the bytes away from whoever gives them.
    data: Uint8Array.from(bytes),
    cMapUrl: `${folder}/cmaps/`,
    standardFontDataUrl: `${folder}/standard_fonts/`,
    wasmUrl: `${folder}/wasm/`,
    fontExtraProperties: true,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages > LIMITS.pages) refuseSource("too-many-pages", document.numPages, LIMITS.pages);
    const pages: PageMarks[] = [];
    for (let number = 1; number <= document.numPages; number++) pages.push(await readPdfPage(await document.getPage(number), OPS));
    return pages;
  } catch (error) {
    if (error instanceof SourceError) throw error;
    return refuseSource((error as Error).name === "PasswordException" ? "locked-file" : "broken-file");
  } finally {
    await task.destroy();
  }
}
