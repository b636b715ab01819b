import type { Message } from "@/lib/domain/message";
import type { SourceFormat } from "@/lib/domain/reading";
import { indexLines, spanBetween } from "../position";
import { makeMessage, type Refusal } from "../rules";
import { csv } from "./csv";
import { docx } from "./docx";
import { refuseForeign } from "./foreign";
import { html } from "./html";
import { jis } from "./jis";
import { odt } from "./odt";
import { pdf } from "./pdf";
import { type Source, type SourceCells, SourceError } from "./source-rows";
import { xlsx } from "./xlsx";

/** A text made of a file's rows: a line each, cells parted by tabs, lines within a cell by U+000B; a form feed where a part begins. */
export interface ExtractedText {
  format: SourceFormat;
  text: string;
  /** Where each line stands in the original. */
  places: string[];
  /** Of each line, whether it is a row of a table. */
  whole: boolean[];
  messages: Message[];
  refusal: Refusal | null;
}

/** Formats that show by their first bytes, and those that are texts of a kind. */
const MARKED: readonly Source[] = [docx, xlsx, odt, pdf];
const TEXTUAL: readonly Source[] = [html, csv, jis];

/** Makes a text of a file that is none; `null` for what is to be read as the text that it is. Never throws for what a file holds. */
export async function extractText(bytes: Uint8Array): Promise<ExtractedText | null> {
  const marked = MARKED.find(({ recognises }) => recognises(bytes));
  const foreign = marked ? null : refuseForeign(bytes);
  if (foreign) return refuse("text", foreign);
  const source = marked ?? TEXTUAL.find(({ recognises }) => recognises(bytes));
  if (!source) return null;
  try {
    return joinRows(source.format, await source.toCells(bytes));
  } catch (error) {
    if (error instanceof SourceError) return refuse(source.format, error.refusal);
    throw error;
  }
}

function refuse(format: SourceFormat, refusal: Refusal): ExtractedText {
  return { format, text: "", places: [], whole: [], messages: [], refusal };
}

function joinRows(format: SourceFormat, { rows, notes }: SourceCells): ExtractedText {
  const lines: string[] = [];
  const places: string[] = [];
  const wholes: boolean[] = [];
  const lineOf: number[] = [];
  for (const { place, cells, whole = false, begins } of rows) {
    if (begins) {
      lines.push("\f");
      places.push(place);
      wholes.push(false);
    }
    lineOf.push(lines.length);
    lines.push(cells.map(printCell).join("\t"));
    places.push(place);
    wholes.push(whole);
  }
  const text = lines.map((line) => `${line}\n`).join("");
  const index = indexLines(text);
  const messages = notes.map(({ refusal, row }) => {
    const line = row === null ? undefined : lineOf[row];
    const start = line === undefined ? undefined : index.starts[line];
    return makeMessage(refusal.rule, refusal.args as never, { span: start === undefined ? null : spanBetween(index, start, index.ends[line!]!) });
  });
  return { format, text, places, whole: wholes, messages, refusal: /\S/.test(text) ? null : { rule: "no-text", args: [] } };
}

/** A cell as a part of a line. NUL is no character of any text, and the store holds none. */
function printCell(text: string): string {
  return text
    .trim()
    .replace(/\r\n?|\n/g, "\v")
    .replace(/[\t\f\0]/g, " ");
}
