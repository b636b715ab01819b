import { findBlocks } from "./pdf-blocks";
import { drawInThread } from "./pdf-drawer";
import type { PageMarks } from "./pdf-page";
import { joinPages } from "./pdf-pages";
import { mendSign } from "./pdf-radicals";
import { weighStreams } from "./pdf-streams";
import { noteSource, refuseSource, type Source } from "./source-rows";

/** PDF with text: what stands between ruled lines is a cell. Where there are none, blanks part cells, which is said. */
export const pdf: Source = {
  format: "pdf",
  recognises: (bytes) => [0x25, 0x50, 0x44, 0x46, 0x2d].every((byte, index) => bytes[index] === byte),
  async toCells(bytes) {
    weighStreams(bytes);
    const { pages, annotations } = await drawInThread(bytes);
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

function findBlocksOf(page: PageMarks, index: number) {
  return findBlocks({ ...page, glyphs: page.glyphs.map((glyph) => ({ ...glyph, text: mendSign(glyph.text, glyph.width > glyph.size * 0.9) })) }, index + 1);
}
