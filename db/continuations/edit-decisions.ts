import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { applyEdits, type Edit, findNodeAtLocation, parseTree } from "jsonc-parser";
import { decodeText } from "@/lib/document/decode";
import type { Message } from "@/lib/domain/message";
import { CommandError } from "../command";
import type { DecisionStatement } from "../decision-event";
import { describeMessage } from "../printed-message";
import { printPath } from "../printed-path";
import { NO_DECISIONS, readDecisions } from "./decisions-file";

/**
 * Writes a decision into a file of decisions, made where it is missing, after all others; what else the file holds stays as
 * it is written. The file is replaced whole. Throws `CommandError` where the file, or the decision, is not valid, or it
 * cannot be written.
 */
export async function addDecision(file: string, statement: DecisionStatement): Promise<void> {
  const bytes = await readOrCreate(file);
  const { encoding, text } = decodeText(bytes);
  refuseErrors(file, readDecisions(bytes).messages);
  if (encoding !== "utf-8" && encoding !== "utf-8-bom") throw new CommandError(`${printPath(file)} を UTF-8 で保存し直してください。`);
  const edit = makeEdit(text, printStatement(statement));
  const edited = new TextEncoder().encode((encoding === "utf-8-bom" ? "\ufeff" : "") + applyEdits(text, [edit]));
  refuseErrors(file, readDecisions(edited).messages);
  await replaceFile(file, edited);
}

/** What a file of decisions states, in order; nothing where there is no such file. Throws `CommandError` where it is not valid. */
export async function readStatements(file: string): Promise<DecisionStatement[]> {
  const { decisions, messages } = readDecisions(await readOrCreate(file));
  refuseErrors(file, messages);
  return decisions;
}

async function readOrCreate(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return new TextEncoder().encode(NO_DECISIONS);
    throw new CommandError(`${printPath(file)} を読めません（${code}）。`);
  }
}

function refuseErrors(file: string, messages: readonly Message[]): void {
  const errors = messages.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new CommandError(errors.map((message) => describeMessage(printPath(file), message)).join("\n"));
}

/** Killed anywhere, it leaves the old file or the new one. */
async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const part = `${file}.${randomUUID()}.part`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(part, bytes, { flush: true });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw new CommandError(`${printPath(file)} に書き込めません（${(error as NodeJS.ErrnoException).code}）。`);
  }
}

/** A statement as files have it. */
function printStatement({ decision, level, predecessor, successor, kind, reason, decidedBy, decidedOn }: DecisionStatement): object {
  return { decision, level, predecessor, ...(successor !== null && { successor }), ...(kind && { kind }), reason, decidedBy, decidedOn };
}

/** Puts a value after the last decision, in the file's own indentation and newlines. */
function makeEdit(text: string, value: object): Edit {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const unit = /\n([ \t]+)"/.exec(text)?.[1] ?? "  ";
  const indentAt = (offset: number) => /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1))![0];
  const print = (indent: string) => JSON.stringify(value, null, unit).replaceAll("\n", eol + indent);
  const list = findNodeAtLocation(parseTree(text)!, ["decisions"])!;
  const last = list.children!.at(-1);
  if (last) {
    const indent = indentAt(last.offset);
    return { offset: last.offset + last.length, length: 0, content: `,${eol}${indent}${print(indent)}` };
  }
  const outer = indentAt(list.offset);
  return { offset: list.offset, length: list.length, content: `[${eol}${outer}${unit}${print(outer + unit)}${eol}${outer}]` };
}
