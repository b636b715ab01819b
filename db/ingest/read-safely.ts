import { compileForm } from "@/lib/document/forms/form";
import { readSource } from "@/lib/document/read-source";
import type { FormDefinition } from "@/lib/domain/form-definition";
import type { Reading } from "@/lib/domain/reading";
import { makeRefusal } from "./source-files";

/** Reads a document by a form (Kashiwara's: `null`). A reader that fails refuses its document, and no other. */
export async function readSafely(bytes: Uint8Array, municipality: string, form: FormDefinition | null = null): Promise<Reading> {
  try {
    return await readSource(bytes, form ? { municipality, form: compileForm(form) } : { municipality });
  } catch (error) {
    const messages = [makeRefusal("reader-failed", `読み取りの途中で問題が起きました（${String(error)}）。`)];
    const coverage = { lines: 0, blank: 0, field: 0, heading: 0, separator: 0, decoration: 0, notUnderstood: 0 };
    return { encoding: "utf-8", newline: "none", text: "", plans: [], lines: [], coverage, messages, findings: [] };
  }
}

/** Whether a document cannot be used as it was read. */
export function isRefused(reading: Reading): boolean {
  return reading.messages.some(({ severity }) => severity === "error");
}
