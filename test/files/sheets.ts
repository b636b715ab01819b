import { readTable } from "@/app/_read/read-table";
import { findDataset } from "@/db/queries/datasets";
import type { Sheet, TableDescription } from "@/lib/files/table";
import { readTableQuery } from "@/lib/files/table-query";
import { TABLES, type TableName } from "@/lib/files/tables";
import { createStore, ingest, REAL_DOCUMENTS } from "../db/temporary-store";

export const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** A store with the real documents, and how to read its tables with a query string. */
export async function openRealTables() {
  const { db } = await createStore();
  await ingest(db, REAL_DOCUMENTS);
  const dataset = (await findDataset(db))!;
  const read = (name: TableName, search = "") =>
    readTable(
      { database: db, dataset, municipality: "柏原市", several: false, chosen: {} },
      readTableQuery(`http://localhost/api/${name}.json${search}`, name, "json"),
    );
  return { dataset, read };
}

/** A row's cells by the names of its columns. */
export function readRecords(sheet: Sheet): Record<string, string | number | null>[] {
  return sheet.read(0, sheet.total).map((cells) => Object.fromEntries(sheet.table.columns.map(({ name }, at) => [name, cells[at]!])));
}

/** A table of made-up columns (架空) for texts and numbers of any kind. */
export const ANY_TABLE: TableDescription = {
  name: "any",
  label: "架空の表",
  description: "架空の表。",
  order: "順",
  parameters: [],
  columns: [
    { name: "text", label: "文", description: "文。", type: "text", blank: "ない。" },
    { name: "number", label: "数", description: "数。", type: "number", unit: "件", blank: "ない。", codes: [{ code: "x", label: "符号" }] },
  ],
};
