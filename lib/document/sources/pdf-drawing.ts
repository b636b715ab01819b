import { createRequire } from "node:module";
import path from "node:path";
import { LIMITS } from "@/lib/domain/limits";
import { type PageMarks, readPdfPage } from "./pdf-page";
import { refuseSource, SourceError } from "./source-rows";

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

/** So many pages of pictures alone are a scan, and those that follow need not be unpacked. */
const PICTURES = 5;

/** What is drawn on each page, and how many notes and fields with something in them lie over all. */
export interface Drawing {
  pages: PageMarks[];
  annotations: number;
}

/** Draws a PDF's pages one after the other, and tells of each that it begins. */
export async function drawPages(bytes: Uint8Array, onPage: () => void): Promise<Drawing> {
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
    maxImageSize: LIMITS.dots,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    if (document.numPages > LIMITS.pages) refuseSource("too-many-pages", document.numPages, LIMITS.pages);
    const pages: PageMarks[] = [];
    let [annotations, marks] = [0, 0];
    for (let number = 1; number <= document.numPages; number++) {
      onPage();
      const page = await document.getPage(number);
      const read = await readPdfPage(page, OPS);
      pages.push(read);
      marks += read.glyphs.length + read.rules.length;
      if (marks > LIMITS.marks) refuseSource("too-complex");
      if (number === PICTURES && pages.every(({ glyphs, images }) => glyphs.length === 0 && images > 0)) refuseSource("scanned-pdf");
      annotations += ((await page.getAnnotations()) as Annotation[]).filter(saysSomething).length;
      page.cleanup();
    }
    return { pages, annotations };
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const { name, message } = error as Error;
    if (/maximum allowed size/.test(message)) refuseSource("too-complex");
    return refuseSource(name === "PasswordException" ? "locked-file" : "broken-file");
  } finally {
    await task.destroy();
  }
}
