import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Cell, ColumnDescription, Sheet } from "@/lib/files/table";
import { guardText, printCsv } from "@/lib/files/table-csv";
import { printXlsx } from "@/lib/files/table-xlsx";
import { removeTemporary } from "../db/temporary-store";
import { ANY_TABLE, openRealTables, TABLE_NAMES } from "../files/sheets";
import { assertSsconvert, openInSpreadsheet } from "./ssconvert";

/** Texts that a spreadsheet program could take for something else (架空). */
const TEXTS = ["=1+1", "+81", "-1", "@SUM(1)", '=HYPERLINK("https://example.invalid","x")', "＝1+1", "a,b", '"引用"', "一行目\n二行目", "防災", "𠮷野"];

/** Texts that Gnumeric and Excel take for a date or a number in a CSV file, which cannot say otherwise; a workbook can (架空). */
const LOOKALIKES = ["2025-04", "1/2", "007", "1e3"];

/** A table of texts with numbers below zero; not after the texts, since Gnumeric takes a hyphen after a quoted text for the separator. */
const makeHostile = (texts: readonly string[]): Sheet => ({
  table: { ...ANY_TABLE, columns: [...ANY_TABLE.columns].reverse() },
  total: texts.length + 1,
  read: () => [...texts, null].map((text, index): Cell[] => [index - 5.25, text]),
});

/** What Gnumeric should show of a text: nothing that it has evaluated. */
function expectCells(columns: readonly ColumnDescription[], rows: readonly Cell[][], printText: (text: string) => string): string[][] {
  return [
    columns.map(({ name }) => name),
    ...rows.map((row) => row.map((cell) => (cell === null ? "" : typeof cell === "number" ? String(cell) : printText(cell)))),
  ];
}

/** Gnumeric takes one leading apostrophe for the sign that a text follows. */
function readAsSheet(text: string): string {
  return guardText(text).replace(/^'/, "");
}

async function checkXlsx(folder: string, { table: { name, columns }, read, total, table }: Sheet): Promise<void> {
  const rows = read(0, total);
  const file = await printXlsx({ table, total, read }, rows, [["出典", "試験"]]);
  assert.deepEqual(
    await openInSpreadsheet(folder, `${name}.xlsx`, file),
    expectCells(columns, rows, (text) => text),
    `${name}.xlsx`,
  );
}

const ISO_TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** A time that the spreadsheet has taken for one, in days since 1899-12-30, as it was. */
function printTime(days: string): string {
  return new Date(Math.round((Number(days) - 25_569) * 86_400_000)).toISOString();
}

async function checkCsv(folder: string, { table: { name, columns }, read, total }: Sheet): Promise<void> {
  const rows = read(0, total);
  const expected = expectCells(columns, rows, readAsSheet);
  const opened = await openInSpreadsheet(folder, `${name}.csv`, printCsv(columns, rows));
  const cells = opened.map((row, at) => row.map((cell, of) => (ISO_TIME.test(expected[at]?.[of] ?? "") ? printTime(cell) : cell)));
  assert.deepEqual(cells, expected, `${name}.csv`);
}

await assertSsconvert();
const folder = mkdtempSync(join(tmpdir(), "ayumi-spreadsheet-"));
try {
  const { read } = await openRealTables();
  const tables = await Promise.all(TABLE_NAMES.map((name) => read(name)));
  for (const sheet of [makeHostile(TEXTS), ...tables]) {
    await checkXlsx(folder, sheet);
    await checkCsv(folder, sheet);
    console.log(`${sheet.table.name}: ${sheet.total} rows of ${sheet.table.columns.length} columns come whole into Gnumeric from CSV and Excel`);
  }
  await checkXlsx(folder, makeHostile(LOOKALIKES));
} finally {
  removeTemporary();
  rmSync(folder, { recursive: true, force: true });
}
