import type { Sheet } from "./table";

/** Part of a table's rows, and what an answer says of them. */
export interface TableAnswer {
  sheet: Sheet;
  dataset: string;
  /** 出典, as it is to be named. */
  attribution: string;
  offset: number;
  limit: number;
  /** Address of the rows after these, `null` after the last. */
  next: string | null;
}

/** `{table, dataset, attribution, total, next, rows}`; each row an object by the names of the columns, one row a line. */
export function printTableJson({ sheet, dataset, attribution, offset, limit, next }: TableAnswer): string {
  const names = sheet.table.columns.map(({ name }) => name);
  const rows = sheet.read(offset, offset + limit).map((cells) => JSON.stringify(Object.fromEntries(names.map((name, at) => [name, cells[at]]))));
  const head = JSON.stringify({ table: sheet.table.name, dataset, attribution, total: sheet.total, next });
  return `${head.slice(0, -1)},"rows":[${rows.length > 0 ? `\n${rows.join(",\n")}\n` : ""}]}\n`;
}
