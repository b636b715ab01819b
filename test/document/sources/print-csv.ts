import { stringify } from "csv-stringify/sync";
import iconv from "iconv-lite";
import type { Layout } from "../layout";
import type { FormBlock, FormCell } from "./print-form";

/** A form as Excel saves a sheet as text: all rows as wide as the widest, values of merged cells in their first. */
export function printCsv(blocks: readonly FormBlock[], layout: Layout): Uint8Array {
  const records: string[][] = [];
  for (const block of blocks) {
    if ("lines" in block) for (const line of block.lines) records.push([line]);
    else {
      let above = 0;
      for (const row of block.table) {
        records.push([...Array<string>(above).fill(""), ...row.flatMap(spread)]);
        above = (row[0]?.rows ?? 1) > 1 ? 1 : 0;
      }
    }
    if (layout.chance(3)) records.push([]);
  }
  const width = Math.max(...records.map((record) => record.length));
  for (const record of records) while (record.length < width) record.push("");
  const text = stringify(records, { record_delimiter: layout.pick("\r\n", "\n"), delimiter: ",", quoted: layout.chance(4), quoted_match: /[\n"]/ });
  const encoding = layout.pick("utf-8", "utf-8-bom", "utf-16le", "cp932");
  const isWritable = iconv.decode(iconv.encode(text, "cp932"), "cp932") === text;
  if (encoding === "utf-8-bom") return Buffer.from(`\ufeff${text}`);
  if (encoding === "utf-16le") return iconv.encode(text, encoding, { addBOM: layout.chance(2) });
  return encoding === "cp932" && isWritable ? iconv.encode(text, "cp932") : Buffer.from(text);
}

function spread({ text, columns = 1 }: FormCell): string[] {
  return [text, ...Array<string>(columns - 1).fill("")];
}
