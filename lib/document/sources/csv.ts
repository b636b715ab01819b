import { parse } from "csv-parse/sync";
import { isJsonText } from "../json-text";
import { decodeAny } from "./jis";
import { refuseSource, type Source, type SourceRow } from "./source-rows";

interface Parsed {
  record: string[];
  /** The last line of the record, from 1. */
  info: { lines: number };
}

/** Tables as Excel saves and copies them: cells parted by commas, or by tabs with quotes around what holds line breaks. */
export const csv: Source = {
  format: "csv",
  recognises: (bytes) => {
    const text = decodeAny(bytes);
    return text !== null && readTable(text) !== null;
  },
  toCells(bytes) {
    const records = readTable(decodeAny(bytes) ?? "");
    if (!records) refuseSource("broken-file");
    const used = Math.max(0, ...records.map(({ record }) => findLastFilled(record) + 1));
    return { rows: records.map((each, index) => layOutRecord(each, (records[index - 1]?.info.lines ?? 0) + 1, used)), notes: [] };
  },
};

/** The records of a text that is such a table; `null` for other texts, and for plan JSON. */
function readTable(text: string): Parsed[] | null {
  if (isJsonText(text)) return null;
  if (text.includes("\t")) {
    // Without quotes it is a text as any other.
    const records = /(?:^|[\t\n\r])"/.test(text) ? parseRecords(text, "\t") : null;
    return records?.some(({ record }) => record.some((cell) => /[\r\n]/.test(cell))) ? records : null;
  }
  const records = text.includes(",") ? parseRecords(text, ",") : null;
  return records && isTable(records.map(({ record }) => record)) ? records : null;
}

/** Excel writes as many cells in every row; others leave out what is empty. Sentences have commas, too, but not most of them. */
function isTable(records: readonly string[][]): boolean {
  const filled = records.filter((record) => record.some((cell) => cell.trim() !== ""));
  if (filled.length < 3) return false;
  const width = filled[0]!.length;
  if (width > 1 && filled.every((record) => record.length === width)) return true;
  return filled.filter((record) => record.length > 1).length >= filled.length / 2;
}

function parseRecords(text: string, delimiter: string): Parsed[] | null {
  try {
    return parse(text, { delimiter, info: true, relax_column_count: true, relax_quotes: true, record_delimiter: ["\r\n", "\n", "\r"] }) as unknown as Parsed[];
  } catch {
    return null;
  }
}

/** All rows as wide as the widest, so that each holds a cell for every heading above it. */
function layOutRecord({ record }: Parsed, line: number, used: number): SourceRow {
  const last = findLastFilled(record);
  const cells = last < 0 ? [] : Array.from({ length: used }, (_, index) => record[index] ?? "");
  return { place: `${line}行`, cells };
}

function findLastFilled(record: readonly string[]): number {
  return record.findLastIndex((cell) => cell.trim() !== "");
}
