import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { makeMessage } from "@/lib/document/rules";
import { LIMITS } from "@/lib/domain/limits";
import type { Message } from "@/lib/domain/message";

/** A path that the caller named, or a folder beneath it, that is not there or cannot be read; `message` is the path. */
export class MissingPathError extends Error {}

/**
 * The files that paths name, in the given order: a file as it is, a folder with all beneath it, sorted by name,
 * without what begins with a dot. Each file once. Throws `MissingPathError`.
 */
export async function listSourceFiles(paths: readonly string[]): Promise<string[]> {
  const files = new Set<string>();
  for (const named of paths) {
    const found = await stat(named).catch(() => null);
    if (found === null) throw new MissingPathError(named);
    if (!found.isDirectory()) files.add(path.resolve(named));
    else for (const file of await listFolder(path.resolve(named))) files.add(file);
  }
  return [...files];
}

async function listFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new MissingPathError(folder);
  });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const child = path.join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await listFolder(child)));
    else if (entry.isFile() || (entry.isSymbolicLink() && (await stat(child).catch(() => null))?.isFile())) files.push(child);
  }
  return files;
}

/** A file's bytes and their SHA-256 in hex, or the message that refuses it. */
export async function readSourceFile(file: string): Promise<{ bytes: Uint8Array; id: string } | { refusal: Message }> {
  try {
    const { size } = await stat(file);
    // Before it is read.
    if (size > LIMITS.bytes) return { refusal: makeMessage("too-large", [size, LIMITS.bytes]) };
    const bytes = await readFile(file);
    return { bytes, id: createHash("sha256").update(bytes).digest("hex") };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    return { refusal: makeRefusal("unreadable-file", `ファイルを読めません（${code}）`) };
  }
}

/** The message of a file that is refused as a whole. */
export function makeRefusal(rule: string, reason: string): Message {
  return { severity: "error", rule, reason, span: null, plan: null, pointer: null };
}
