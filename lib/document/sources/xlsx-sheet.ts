import { readRichText, type XlsxStyles } from "./xlsx-strings";
import { childrenOf, findChild, textOf, type XmlElement } from "./xml";

/** What all sheets of a workbook share. */
export interface SheetContext {
  strings: readonly string[];
  styles: XlsxStyles;
}

/** The rows of a sheet that are shown: each one's number, first filled column, and cells as far as they are used. */
export interface ReadSheet {
  rows: { row: number; column: number; cells: string[] }[];
  /** Rows and columns with something in them that are hidden. */
  hidden: number;
  /** Formulas that no program has calculated, or that give an error. */
  uncalculated: number;
}

interface Region {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A row as its sheet's XML has it. */
interface RawRow {
  row: number;
  texts: Map<number, string>;
  bordered: number;
}

/** Reads a sheet: merged cells as one, hidden rows and columns left out, columns that nobody uses too. */
export function readSheet(sheet: XmlElement, { strings, styles }: SheetContext): ReadSheet {
  const hiddenColumns = readHiddenColumns(sheet);
  const regions = readRegions(sheet);
  const found: ReadSheet = { rows: [], hidden: 0, uncalculated: 0 };
  const raw: RawRow[] = [];
  const lostColumns = new Set<number>();
  let row = 0;
  for (const element of childrenOf(findChild(sheet, "sheetData"), "row")) {
    row = Number(element.attributes.r ?? row + 1);
    const hidden = ["1", "true"].includes(element.attributes.hidden ?? "");
    const own: RawRow = { row, texts: new Map(), bordered: 0 };
    let column = -1;
    for (const cell of childrenOf(element, "c")) {
      column = cell.attributes.r ? readColumn(cell.attributes.r) : column + 1;
      const style = Number(cell.attributes.s ?? 0);
      if (styles.isBordered(style)) own.bordered++;
      if (cell.attributes.t === "e" || (findChild(cell, "f") && !findChild(cell, "v"))) found.uncalculated++;
      const region = regions.get(`${row} ${column}`);
      const at = showAt(column, region, hiddenColumns);
      const text = readCell(cell, strings, styles, style);
      if (text.trim() === "") continue;
      if (at === null) lostColumns.add(column);
      else own.texts.set(at, text);
    }
    if (!hidden) raw.push(own);
    else if (own.texts.size > 0) found.hidden++;
  }
  found.hidden += lostColumns.size;
  const columns = [...new Set(raw.flatMap(({ texts }) => [...texts.keys()]))].sort((one, other) => one - other);
  let last = 0;
  for (const own of raw) {
    if (own.texts.size === 0 && own.bordered < columns.length) continue;
    if (last > 0 && own.row > last + 1) found.rows.push({ row: last + 1, column: 0, cells: [] });
    last = own.row;
    found.rows.push(...layOutRow(own, columns, regions));
  }
  return found;
}

/** A row's cells in the sheet's used columns; the lines of a text that stands across all of them as rows of their own. */
function layOutRow({ row, texts }: RawRow, columns: readonly number[], regions: ReadonlyMap<string, Region>): ReadSheet["rows"] {
  const [only] = texts.size === 1 ? texts : [];
  const first = only?.[0] ?? [...texts.keys()].sort((one, other) => one - other)[0] ?? 0;
  const right = only && Math.max(only[0], regions.get(`${row} ${only[0]}`)?.right ?? 0);
  if (only && right !== undefined && only[0] === columns[0] && right >= columns.at(-1)!) {
    return only[1].split("\n").map((line) => ({ row, column: first, cells: line.trim() === "" ? [] : [line] }));
  }
  return [{ row, column: first, cells: columns.map((column) => texts.get(column) ?? "") }];
}

/** Where a cell is shown: of merged ones in the first column that is; `null` where that is hidden or another's. */
function showAt(column: number, region: Region | undefined, hidden: ReadonlySet<number>): number | null {
  let at = column;
  while (hidden.has(at) && region && at < region.right) at++;
  return hidden.has(at) ? null : at;
}

function readCell(cell: XmlElement, strings: readonly string[], styles: XlsxStyles, style: number): string {
  const value = findChild(cell, "v");
  const text = value ? textOf(value) : "";
  switch (cell.attributes.t) {
    case "s":
      return strings[Number(text)] ?? "";
    case "inlineStr": {
      const inline = findChild(cell, "is");
      return inline ? readRichText(inline) : "";
    }
    case "b":
      return text === "1" ? "TRUE" : "FALSE";
    case "str":
    case "e":
    case "d":
      return text;
    default: {
      const number = Number(text);
      return text === "" ? "" : Number.isFinite(number) ? styles.format(number, style) : text;
    }
  }
}

/** Merged cells by row and column of their first. */
function readRegions(sheet: XmlElement): Map<string, Region> {
  const regions = new Map<string, Region>();
  for (const { attributes } of childrenOf(findChild(sheet, "mergeCells"), "mergeCell")) {
    const [from = "", to = from] = (attributes.ref ?? "").split(":");
    const region = { top: readRow(from), left: readColumn(from), bottom: readRow(to), right: readColumn(to) };
    regions.set(`${region.top} ${region.left}`, region);
  }
  return regions;
}

/** No more than Excel has. */
const MOST_COLUMNS = 16_384;

function readHiddenColumns(sheet: XmlElement): Set<number> {
  const hidden = new Set<number>();
  for (const { attributes } of childrenOf(findChild(sheet, "cols"), "col")) {
    if (!["1", "true"].includes(attributes.hidden ?? "")) continue;
    for (let column = Number(attributes.min); column <= Math.min(Number(attributes.max), MOST_COLUMNS); column++) hidden.add(column - 1);
  }
  return hidden;
}

/** `BC12` as 54: columns count from 0. */
function readColumn(reference: string): number {
  let column = 0;
  for (const letter of /^\$?[A-Z]{1,3}/i.exec(reference)?.[0].replace("$", "").toUpperCase() ?? "") column = column * 26 + letter.charCodeAt(0) - 64;
  return Math.max(0, column - 1);
}

function readRow(reference: string): number {
  return Number(/\d+/.exec(reference)?.[0] ?? 0);
}

/** The reverse of `readColumn`. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
