import { DocxStyles } from "./docx-styles";
import { readDocxParagraph } from "./docx-text";
import { noteSource, refuseSource, type Source, type SourceNote, type SourceRow } from "./source-rows";
import { layOutRows, type ReadCell, type ReadRow } from "./table-rows";
import { childrenOf, findAll, findChild, isOn, parseXml, type XmlElement } from "./xml";
import { isZip, listZip, unzip } from "./zip";

const MAIN = "word/document.xml";
const PARTS = /^word\/(?:document|styles|numbering|footnotes|endnotes|header\d*)\.xml$/;
/** What another program draws, or another file holds: a table of Excel's, say. */
const EMBEDDED = ["object", "altChunk", "subDoc"];
/** What stands around others without being a block itself. */
const WRAPPERS = new Set(["sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"]);

/** Word's files since 2007: paragraphs and tables in their order, text boxes behind the paragraph that they hang on. */
export const docx: Source = {
  format: "docx",
  recognises: (bytes) => isZip(bytes) && (listZip(bytes)?.includes(MAIN) ?? false),
  toCells(bytes) {
    const files = unzip(bytes, (name) => PARTS.test(name));
    const part = (name: string): XmlElement | null => (files[name] ? parseXml(files[name]) : null);
    const body = findChild(part(MAIN), "document", "body");
    if (!body) refuseSource("broken-file");
    const styles = new DocxStyles(part("word/styles.xml"), part("word/numbering.xml"));
    const reader = new DocxReader(styles);
    for (const name of Object.keys(files)
      .filter((each) => /header\d*\.xml$/.test(each))
      .sort())
      reader.readHeader(part(name)!);
    reader.readBlocks(body, "");
    const objects = EMBEDDED.reduce((sum, name) => sum + findAll(body, name).length, 0);
    if (objects > 0) reader.notes.push(noteSource(null, "part-not-read", `埋め込まれた表やファイル（${objects}個）`));
    reader.readNotes(part("word/footnotes.xml"), "footnote", "脚注");
    reader.readNotes(part("word/endnotes.xml"), "endnote", "文末脚注");
    return { rows: reader.rows, notes: reader.notes };
  },
};

/** Reads blocks into rows, and goes on counting lists where its parent stands. */
class DocxReader {
  readonly rows: SourceRow[] = [];
  readonly notes: SourceNote[] = [];
  private paragraphs = 0;
  private tables = 0;
  /** Text of a paragraph whose end was deleted. */
  private carried = "";

  constructor(private readonly styles: DocxStyles) {}

  /** What stands at the head of all pages, once; pages' numbers are none of it. */
  readHeader(header: XmlElement): void {
    const known = new Set(this.rows.map(({ cells }) => cells.join("\t")));
    for (const paragraph of findAll(header, "p")) {
      const text = readDocxParagraph(paragraph, this.styles).text.trim();
      if (text === "" || known.has(text) || /^[\s\d/／\-－–—ー頁ページPp.]*$/.test(text)) continue;
      this.rows.push({ place: "ヘッダー", cells: text.split("\t") });
      known.add(text);
    }
  }

  readNotes(part: XmlElement | null, name: string, label: string): void {
    const notes = part ? findAll(part, name).filter(({ attributes }) => attributes.type === undefined) : [];
    for (const [index, note] of notes.entries()) {
      const first = this.rows.length;
      this.readBlocks(note, `${label}${index + 1}`);
      const row = this.rows[first];
      if (row && index === 0) row.begins = true;
    }
  }

  /** Paragraphs and tables. `within` is the place that they stand in, empty for the page. */
  readBlocks(parent: XmlElement, within: string): void {
    for (const block of blocksOf(parent)) {
      if (block.name === "tbl") this.readTable(block, within);
      else this.readParagraph(block, within || `段落${++this.paragraphs}`);
    }
    this.putLines("", within, false);
  }

  private readParagraph(paragraph: XmlElement, place: string): void {
    const { text, boxes, runsOn } = readDocxParagraph(paragraph, this.styles);
    if (runsOn) this.carried += text;
    else this.putLines(text, place);
    for (const box of boxes) {
      const first = this.rows.length;
      this.readBlocks(box, `${place} テキストボックス`);
      if (this.rows.slice(first).some(({ cells }) => cells.length > 0)) this.notes.push(noteSource(first, "text-box"));
    }
  }

  private putLines(text: string, place: string, always = true): void {
    const whole = this.carried + text;
    this.carried = "";
    if (!always && whole === "") return;
    for (const line of whole.split("\n")) this.rows.push({ place, cells: line.trim() === "" ? [] : line.replace(/^\t+|\t+$/g, "").split("\t") });
  }

  private readTable(table: XmlElement, within: string): void {
    const name = within ? `${within} 内の表` : `表${++this.tables}`;
    const rows = findRows(table).filter((row) => !isOn(findChild(row, "trPr", "hidden")) && !findChild(row, "trPr", "del"));
    // Cell by cell in their order, in which lists count.
    const read = rows.map((row, at): ReadRow => {
      const place = `${name} ${at + 1}行`;
      const cells = cellsOf(row).map((cell) => this.readCell(cell, place));
      return { place, cells, before: readNumber(findChild(row, "trPr", "gridBefore"), 0) };
    });
    this.rows.push(...layOutRows(read));
  }

  /** A cell that goes on from the row above is an empty one of its own. */
  private readCell(cell: XmlElement, place: string): ReadCell {
    const own = new DocxReader(this.styles);
    own.readBlocks(cell, place);
    this.notes.push(...own.notes.map(({ refusal }) => ({ refusal, row: null })));
    const properties = findChild(cell, "tcPr");
    const merge = findChild(properties, "vMerge");
    const goesOn = merge !== null && merge.attributes.val !== "restart";
    const framing = findAll(cell, "tbl").some((table) => findRows(table).length > 1);
    return { rows: goesOn ? [] : own.rows, columns: readNumber(findChild(properties, "gridSpan"), 1), height: 1, framing };
  }
}

function blocksOf(parent: XmlElement): XmlElement[] {
  return childrenOf(parent).flatMap((child) => {
    if (child.name === "p" || child.name === "tbl") return [child];
    if (child.name === "AlternateContent") return childrenOf(child).slice(0, 1).flatMap(blocksOf);
    return WRAPPERS.has(child.name) ? blocksOf(child) : [];
  });
}

function findRows(table: XmlElement): XmlElement[] {
  return childrenOf(table).flatMap((child) => (child.name === "tr" ? [child] : WRAPPERS.has(child.name) ? findRows(child) : []));
}

function cellsOf(row: XmlElement): XmlElement[] {
  return childrenOf(row).flatMap((child) => {
    if (child.name === "tc") return findChild(child, "tcPr", "cellDel") ? [] : [child];
    return WRAPPERS.has(child.name) ? cellsOf(child) : [];
  });
}

function readNumber(element: XmlElement | null, otherwise: number): number {
  const value = Number(element?.attributes.val ?? otherwise);
  return Number.isInteger(value) && value >= 0 ? value : otherwise;
}
