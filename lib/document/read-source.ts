import { LIMITS } from "@/lib/domain/limits";
import type { Reading } from "@/lib/domain/reading";
import { type ReadOptions, readDocument } from "./read";
import { extractText } from "./sources/extract";

/** Reads a document of whatever format: as `readDocument` does, once a text is made of a file that is none. */
export async function readSource(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const extracted = bytes.length > LIMITS.bytes ? null : await extractText(bytes);
  return readDocument(extracted ?? bytes, options);
}
