import { createRequire } from "node:module";
import path from "node:path";
import { LIMITS } from "@/lib/domain/limits";
import { findBlocks } from "./pdf-blocks";
import { type PageMarks, readPdfPage } from "./pdf-page";
import { joinPages } from "./pdf-pages";
import { mendSign } from "./pdf-radicals";
import { noteSource, refuseSource, type Source, SourceError } from "./source-rows";

/** PDF with text: what stands between ruled lines is a cell. Where there are none, blanks part cells, which is said. */
export const pdf: Source = {
  format: "pdf",
  recognises: (bytes) => [0x25, 0x50, 0x44, 0x46, 0x2d].every((byte, index) => bytes[index] === byte),
  async toCells(bytes) {
    const { pages, annotations } = await readPages(bytes);
    const signs = pages.reduce((sum, { glyphs }) => sum + glyphs.filter(({ text }) => text.trim() !== "").length, 0);
    if (signs < 10) refuseSource(pages.some(({ images }) => images > 0) ? "scanned-pdf" : "no-text");
    const unmapped = pages.reduce((sum, page) => sum + page.unmapped, 0);
    if (unmapped > signs / 50) refuseSource("unmapped-font");
    const { rows, notes } = joinPages(pages.map(findBlocksOf), pages[0]!.height);
    const sideways = pages.reduce((sum, page) => sum + page.sideways, 0);
    if (unmapped > 0) notes.push(noteSource(null, "unmapped-signs", unmapped));
    if (sideways > 0) notes.push(noteSource(null, "part-not-read", `横倒しの文字（${sideways}字）`));
    if (annotations > 0) notes.push(noteSource(null, "part-not-read", `ページに重ねた注釈や入力欄（${annotations}個）`));
    return { rows, notes };
  },
};

/** What pdfjs tells of a note, a field or a link. */
interface Annotation {
  subtype?: string;
  hidden?: boolean;
  fieldValue?: unknown;
  contentsObj?: { str?: string };
}

/** A link adds no text, a field that is not filled in neither. */
function saysSomething({ subtype, hidden, fieldValue, contentsObj }: Annotation): boolean {
  if (hidden || subtype === "Link" || subtype === "Popup") return false;
  return subtype === "Widget" ? typeof fieldValue === "string" && fieldValue.trim() !== "" && fieldValue !== "Off" : Boolean(contentsObj?.str?.trim());
}

function findBlocksOf(page: PageMarks, index: number) {
  return findBlocks({ ...page, glyphs: page.glyphs.map((glyph) => ({ ...glyph, text: mendSign(glyph.text, glyph.width > glyph.size * 0.9) })) }, index + 1);
}

/** What is drawn on each page, and how many notes and fields with something in them lie over all. */
async function readPages(bytes: Uint8Array): Promise<{ pages: PageMarks[]; annotations: number }> {
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
    let annotations = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      pages.push(await readPdfPage(page, OPS));
      annotations += ((await page.getAnnotations()) as Annotation[]).filter(saysSomething).length;
      page.cleanup();
    }
    return { pages, annotations };
  } catch (error) {
    if (error instanceof SourceError) throw error;
    return refuseSource((error as Error).name === "PasswordException" ? "locked-file" : "broken-file");
  } finally {
    await task.destroy();
  }
}
