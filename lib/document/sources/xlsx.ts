import { noteSource, refuseSource, type Source, type SourceNote, type SourceRow } from "./source-rows";
import { columnName, readSheet } from "./xlsx-sheet";
import { isDate1904, readSharedStrings, XlsxStyles } from "./xlsx-strings";
import { childrenOf, findAll, findChild, parseXml, textOf, type XmlElement } from "./xml";
import { isZip, listZip, unzip } from "./zip";

const WORKBOOK = "xl/workbook.xml";
const PARTS = /^xl\/(?:workbook|styles|sharedStrings|worksheets\/[^/]+|drawings\/[^/]+)\.xml$|^xl\/(?:worksheets\/)?_rels\/[^/]+\.rels$/;

/** Excel's files since 2007: each visible sheet after the other, without hidden rows and columns; values as Excel shows them. */
export const xlsx: Source = {
  format: "xlsx",
  recognises: (bytes) => isZip(bytes) && (listZip(bytes)?.includes(WORKBOOK) ?? false),
  toCells(bytes) {
    const files = unzip(bytes, (name) => PARTS.test(name));
    const part = (name: string): XmlElement | null => (files[name] ? parseXml(files[name]) : null);
    const workbook = findChild(part(WORKBOOK), "workbook");
    if (!workbook) refuseSource("broken-file");
    const targets = readTargets(part("xl/_rels/workbook.xml.rels"));
    const context = { strings: readSharedStrings(part("xl/sharedStrings.xml")), styles: new XlsxStyles(part("xl/styles.xml"), isDate1904(workbook)) };
    const rows: SourceRow[] = [];
    const notes: SourceNote[] = [];
    const sheets = childrenOf(findChild(workbook, "sheets"), "sheet");
    const shown = sheets.filter(({ attributes }) => (attributes.state ?? "visible") === "visible");
    if (shown.length < sheets.length) notes.push(noteSource(null, "hidden-sheets", sheets.length - shown.length));
    for (const { attributes } of shown) {
      const name = targets.get(attributes.id ?? "")?.replace(/^(?:\/?xl\/)?/, "xl/") ?? "";
      // A sheet may be a chart, too.
      const sheet = findChild(part(name), "worksheet");
      if (!sheet) continue;
      const title = attributes.name ?? "";
      const { rows: read, hidden, uncalculated } = readSheet(sheet, context);
      const first = rows.length;
      for (const { row, column, cells } of read) rows.push({ place: `${quoteSheet(title)}!${columnName(column)}${row}`, cells });
      if (rows[first]) rows[first].begins = first > 0;
      if (hidden > 0) notes.push(noteSource(null, "hidden-rows", title, hidden));
      if (uncalculated > 0) notes.push(noteSource(null, "not-calculated", title, uncalculated));
      for (const [, target] of readTargets(part(name.replace(/([^/]+)$/, "_rels/$1.rels")))) {
        const drawing = part(target.replace(/^(?:\.\.|\/?xl)\//, "xl/"));
        for (const text of drawing ? readShapes(drawing) : []) notes.push(noteSource(null, "part-not-read", `シート「${title}」の図形の文字「${text}」`));
      }
    }
    return { rows, notes };
  },
};

/** What the parts named in a list of relationships are, by their ids. */
function readTargets(part: XmlElement | null): Map<string, string> {
  return new Map(childrenOf(findChild(part, "Relationships")).map(({ attributes }) => [attributes.Id ?? "", attributes.Target ?? ""]));
}

/** Texts of shapes, which lie over the cells and belong to none. */
function readShapes(drawing: XmlElement): string[] {
  return findAll(drawing, "txBody").flatMap((body) => {
    const text = findAll(body, "p")
      .map((paragraph) => findAll(paragraph, "t").map(textOf).join(""))
      .join(" ")
      .trim();
    return text === "" ? [] : [text];
  });
}

/** A sheet's name as Excel writes it in references. */
function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
