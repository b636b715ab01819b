import { createHash } from "node:crypto";
import { RequestError } from "@/lib/request-error";

/** Where an answer goes on: the row to begin with, counted from 0, in one dataset's rows for one question. */
export interface Cursor {
  dataset: string;
  offset: number;
}

const VERSION = 1;

/** The letters that every cursor has: `[1,"` and the rest of what `printCursor` prints, as base64url. */
export const CURSOR_PATTERN = "^WzEsI[jm][A-Za-z0-9_-]{110,130}$";

/** A cursor as opaque text for URLs. `question` is the table and all that chooses and sorts its rows. */
export function printCursor({ dataset, offset }: Cursor, question: string): string {
  return Buffer.from(JSON.stringify([VERSION, dataset, digest(dataset, question), offset])).toString("base64url");
}

/** Reads a cursor. Throws `RequestError` for what `printCursor` did not print, or printed for another question. */
export function readCursor(text: string, question: string): Cursor {
  const parts = parse(text);
  if (!parts) throw new RequestError("invalid_value", (texts) => texts.cursor, "cursor");
  if (parts.digest !== digest(parts.dataset, question)) {
    throw new RequestError("invalid_value", ({ otherCursor }) => otherCursor, "cursor");
  }
  return { dataset: parts.dataset, offset: parts.offset };
}

function parse(text: string): (Cursor & { digest: string }) | null {
  if (!new RegExp(CURSOR_PATTERN).test(text)) return null;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return null;
  }
  if (!Array.isArray(value) || value.length !== 4 || value[0] !== VERSION) return null;
  const [, dataset, mark, offset] = value as unknown[];
  if (typeof dataset !== "string" || !/^[0-9a-f]{64}$/.test(dataset) || typeof mark !== "string") return null;
  return Number.isSafeInteger(offset) && (offset as number) > 0 ? { dataset, digest: mark, offset: offset as number } : null;
}

function digest(dataset: string, question: string): string {
  return createHash("sha256")
    .update(JSON.stringify([dataset, question]))
    .digest("base64url")
    .slice(0, 12);
}
