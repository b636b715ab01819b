import { promisify } from "node:util";
import { AsyncZipDeflate, type AsyncZipOptions, type AsyncZippable, strFromU8, strToU8, type Unzipped, unzip, ZipDeflate, zip } from "fflate";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import { replaceUnwritable } from "@/lib/domain/writable-text";
import type { Header } from "@/lib/parameters/view";
import { headOf } from "./column-head";
import type { Cell, ColumnDescription, Sheet } from "./table";

/** What a workbook holds besides its table: where it comes from, as pairs of a name and a text. */
export type Source = readonly (readonly [name: string, text: string])[];

/** Longest text of a cell in Excel, in characters (https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3). */
const LONGEST_TEXT = 32_767;

/** What Excel would read as one character by its code; its own underscore is written by its code, as ECMA-376 (ST_Xstring) has it. */
const ESCAPE = /_(?=x[0-9a-f]{4}_)/gi;

/**
 * Marks a text that is also the name of a member of every object: write-excel-file 4.1 keeps its texts by name in a
 * plain object and would write the member for it. The mark is taken out again before the file is whole.
 */
const MARK = "\ue000";
const MARKED = new RegExp(`>(\\w+)${MARK}</t>`, "g");

/** The time that every part bears: the first that a ZIP file can hold. */
const TIME = new Date(1980, 0, 1);

// write-excel-file gives its parts no time, and fflate then takes the clock's, which throws outside of 1980 to 2099.
for (const part of [ZipDeflate, AsyncZipDeflate]) part.prototype.mtime = TIME;

/**
 * Rows of a table as an Excel workbook (.xlsx) of four sheets, each one plain table with its heads in the first row:
 * `data`, `columns` (the dictionary), `codes` (what each code stands for) and `source`. Texts are texts, never formulas;
 * absent values are empty cells. The same rows give the same bytes.
 */
export async function printXlsx(sheet: Sheet, rows: readonly Cell[][], source: Source, header: Header = "name"): Promise<Uint8Array> {
  const { columns } = sheet.table;
  const made = await writeExcelFile([
    makeSheet(
      "data",
      columns.map((column) => headOf(column, header)),
      rows,
      columns.map(widthOf),
    ),
    makeSheet("columns", ["column", "label", "type", "unit", "description", "blank", "joins"], columns.map(describeColumn), [24, 24, 9, 8, 60, 40, 24]),
    makeSheet(
      "codes",
      ["column", "code", "label"],
      columns.flatMap(({ name, codes = [] }) => codes.map(({ code, label }) => [name, code, label])),
      [24, 20, 60],
    ),
    makeSheet(
      "source",
      ["item", "text"],
      source.map(([name, text]) => [name, text]),
      [20, 90],
    ),
  ]).toBuffer();
  return pack(made);
}

function makeSheet(sheet: string, heads: readonly string[], rows: readonly (readonly Cell[])[], widths: readonly number[]) {
  const data: SheetData = [
    heads.map((value) => ({ value, fontWeight: "bold" as const })),
    ...rows.map((row) => row.map((cell) => (cell === null ? null : typeof cell === "number" ? { value: cell } : printText(cell)))),
  ];
  return { sheet, data, columns: widths.map((width) => ({ width })), stickyRowsCount: 1 };
}

function printText(text: string) {
  const value = shorten(replaceUnwritable(text).replace(ESCAPE, "_x005F_"));
  const wide = value.length > 40 || value.includes("\n");
  return { value: value in {} ? value + MARK : value, type: String, ...(wide && { wrap: true, alignVertical: "top" as const }) };
}

/** A text that no cell can hold is cut where it says so itself. */
function shorten(text: string): string {
  if (text.length <= LONGEST_TEXT) return text;
  const note = `…（全${text.length}文字。Excelのセルに入らないため、続きはCSVまたはJSONにあります）`;
  return text.slice(0, LONGEST_TEXT - note.length).replace(/[\ud800-\udbff]$/, "") + note;
}

function describeColumn({ name, label, type, unit, description, blank, joins }: ColumnDescription): Cell[] {
  return [name, label, type, unit ?? null, description, blank ?? null, joins ?? null];
}

function widthOf({ type, long, name }: ColumnDescription): number {
  if (long) return 60;
  return type === "text" ? Math.max(18, name.length + 2) : Math.max(10, name.length + 2);
}

/** The workbook without the time at which it was made. Large parts are packed in threads of their own. */
async function pack(file: Uint8Array): Promise<Uint8Array> {
  const parts = await promisify<Uint8Array, Unzipped>(unzip)(new Uint8Array(file));
  const texts = parts["xl/sharedStrings.xml"];
  if (texts) parts["xl/sharedStrings.xml"] = strToU8(strFromU8(texts).replace(MARKED, ">$1</t>"));
  return promisify<AsyncZippable, AsyncZipOptions, Uint8Array>(zip)(parts, { mtime: TIME });
}
