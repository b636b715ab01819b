import { readDocument } from "@/lib/document/read";
import { readSource } from "@/lib/document/read-source";
import type { Reading } from "@/lib/domain/reading";
import { findPlaceFaults } from "../document/check-places";

const OPTIONS = { municipality: "柏原市" };

/** What is wrong with how the reader takes these bytes, as a text or as a file of any format; `null` where all is well. */
export async function findFault(bytes: Uint8Array, isFile = false): Promise<string | null> {
  try {
    return checkReading(bytes, isFile ? await readSource(bytes, OPTIONS) : readDocument(bytes, OPTIONS));
  } catch (error) {
    return `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

/** The text is that of the bytes, each line is accounted for, what is not understood is told, places hold. */
function checkReading(bytes: Uint8Array, { text, encoding, lines, coverage, messages, plans, source }: Reading): string | null {
  const { lines: count, ...kinds } = coverage;
  const sourceLines = text === "" ? 0 : text.split(/\r\n|\n|\r/).length - (/[\r\n]$/.test(text) ? 1 : 0);
  if (lines.length !== count || count !== sourceLines) return `${sourceLines} lines, ${lines.length} kinds, ${count} counted`;
  if (Object.values(kinds).reduce((sum, kind) => sum + kind, 0) !== count) return `the kinds of lines do not add up to ${count}`;
  const isRefused = messages.some(({ severity }) => severity === "error");
  if (isRefused !== (plans.length === 0)) return isRefused ? "refused, with plans" : "neither plans nor a reason";
  if (source && source.places.length !== count) return `${source.places.length} places of ${count} lines`;
  if (!source && text !== "" && text !== decode(bytes, encoding)) return "the text is not the bytes'";
  if (!isRefused) {
    if (text === "") return "plans from no text";
    const isTold = (line: number) => messages.some(({ span }) => span && span.start.line <= line && line <= span.end.line);
    const silent = lines.findIndex((kind, index) => kind === "not-understood" && !isTold(index + 1));
    if (silent >= 0) return `line ${silent + 1} is not understood, and no message says so`;
    const blank = text.split(/\r\n|\n|\r/).findIndex((line, index) => lines[index] === "blank" && /[\p{L}\p{N}]/u.test(line));
    if (blank >= 0) return `line ${blank + 1} has letters and is taken as blank`;
  }
  // In plan JSON, what is configured or derived elsewhere is written out, and texts stand there with escapes.
  const isJson = /^\s*(?:\{|\[\s*[[{"])/.test(text);
  return isJson && !source ? null : (plans.flatMap((plan) => findPlaceFaults(text, plan, { tags: !source }))[0] ?? null);
}

/** The text of the bytes; `TextDecoder` takes away the byte order mark where there is one. */
function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding === "utf-8-bom" ? "utf-8" : encoding).decode(bytes);
}
