import { stringify } from "csv-stringify/sync";
import type { Header } from "@/lib/parameters/view";
import { headOf } from "./column-head";
import type { Cell, ColumnDescription } from "./table";

/**
 * What a spreadsheet program takes for the beginning of a formula (https://owasp.org/www-community/attacks/CSV_Injection),
 * and such a text that an apostrophe leads already, so that taking one apostrophe away always gives the text back.
 */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/**
 * Rows as CSV (RFC 4180, CRLF, UTF-8 with byte order mark so that Excel reads it). An absent value is an empty cell; a
 * text that a spreadsheet would take for a formula is led by an apostrophe; numbers stay numbers.
 */
export function printCsv(columns: readonly ColumnDescription[], rows: readonly Cell[][], header: Header = "name"): string {
  const names = columns.map((column) => headOf(column, header));
  const cells = rows.map((row) => row.map((cell) => (typeof cell === "string" ? guardText(cell) : cell)));
  return stringify([names, ...cells], { bom: true, record_delimiter: "windows", quoted_match: /[\r\n]/ });
}

/** A text as the CSV has it, so that it is never a formula. */
export function guardText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
