import { noteSource, refuseSource, type Source, type SourceNote, type SourceRow } from "./source-rows";
import { joinLines, layOutRows, type ReadCell } from "./table-rows";
import { childrenOf, findAll, findChild, isElement, parseXml, type XmlElement } from "./xml";
import { isZip, listZip, unzip } from "./zip";

const CONTENT = "content.xml";
/** What was deleted while changes were tracked, comments, and readings above signs. */
const LEFT_OUT = new Set(["tracked-changes", "annotation", "ruby-text", "note-citation", "sequence-decls", "forms"]);

/** OpenDocument texts (.odt), as LibreOffice and Word write them. */
export const odt: Source = {
  format: "odt",
  recognises: (bytes) =>
    isZip(bytes) &&
    new TextDecoder("latin1").decode(bytes.subarray(0, 100)).includes("application/vnd.oasis.opendocument.text") &&
    (listZip(bytes)?.includes(CONTENT) ?? false),
  toCells(bytes) {
    const part = unzip(bytes, (name) => name === CONTENT)[CONTENT];
    const body = part && findChild(parseXml(part), "document-content", "body", "text");
    if (!body) refuseSource("broken-file");
    const reader = new OdtReader();
    reader.readBlocks(body, "");
    return { rows: reader.rows, notes: reader.notes };
  },
};

class OdtReader {
  readonly rows: SourceRow[] = [];
  readonly notes: SourceNote[] = [];
  private paragraphs = 0;
  private tables = 0;

  readBlocks(parent: XmlElement, within: string): void {
    for (const block of childrenOf(parent)) {
      if (block.name === "p" || block.name === "h") {
        const place = within || `段落${++this.paragraphs}`;
        for (const line of readParagraph(block).split("\n"))
          this.rows.push({ place, cells: line.trim() === "" ? [] : line.replace(/^\t+|\t+$/g, "").split("\t") });
        for (const box of findAll(block, "text-box")) this.readBox(box, `${place} テキストボックス`);
      } else if (block.name === "table") this.readTable(block, within);
      else if (!LEFT_OUT.has(block.name)) this.readBlocks(block, within);
    }
  }

  private readBox(box: XmlElement, place: string): void {
    const first = this.rows.length;
    this.readBlocks(box, place);
    if (this.rows.slice(first).some(({ cells }) => cells.length > 0)) this.notes.push(noteSource(first, "text-box"));
  }

  private readTable(table: XmlElement, within: string): void {
    const name = within ? `${within} 内の表` : `表${++this.tables}`;
    this.rows.push(
      ...layOutRows(
        findRows(table).map((row, at) => {
          const place = `${name} ${at + 1}行`;
          return { place, before: 0, cells: childrenOf(row, "table-cell").map((cell) => this.readCell(cell, place)) };
        }),
      ),
    );
  }

  private readCell(cell: XmlElement, place: string): ReadCell {
    const own = new OdtReader();
    own.readBlocks(cell, place);
    this.notes.push(...own.notes.map(({ refusal }) => ({ refusal, row: null })));
    const span = (value: string | undefined) => Math.max(1, Math.min(1000, Number.parseInt(value ?? "1", 10) || 1));
    const framing = findAll(cell, "table").some((table) => findRows(table).length > 1);
    const { attributes } = cell;
    return {
      rows: joinLines(own.rows) === "" ? [] : own.rows,
      columns: span(attributes["number-columns-spanned"]),
      height: span(attributes["number-rows-spanned"]),
      framing,
    };
  }
}

function findRows(table: XmlElement): XmlElement[] {
  return childrenOf(table).flatMap((child) =>
    child.name === "table-row" ? [child] : /^table-(?:header-)?rows?(?:-group)?$/.test(child.name) ? findRows(child) : [],
  );
}

function readParagraph(element: XmlElement): string {
  return element.children
    .map((child): string => {
      if (!isElement(child)) return child.replace(/[ \t\r\n]+/g, " ");
      if (LEFT_OUT.has(child.name) || child.name === "text-box") return "";
      if (child.name === "s") return " ".repeat(Math.min(1000, Number(child.attributes.c ?? 1) || 1));
      if (child.name === "tab") return "\t";
      return child.name === "line-break" ? "\n" : readParagraph(child);
    })
    .join("");
}
