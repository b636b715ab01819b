import type { z } from "zod";
import { decodeText } from "@/lib/document/decode";
import { describeIssue } from "@/lib/document/plan-json-issue";
import { type JsonTree, readJsonTree, toPointer } from "@/lib/document/plan-json-tree";
import { indexLines, spanBetween } from "@/lib/document/position";
import { makeMessage } from "@/lib/document/rules";
import type { Message } from "@/lib/domain/message";
import type { Span } from "@/lib/domain/place";

/** A JSON file that people write, as its schema gives it, with the place of every value; or all that is wrong with it. */
export type CheckedJson<Value> = { value: Value; tree: JsonTree } | { faults: Message[] };

/** Reads a JSON file by its schema. Whatever the schema does not know refuses it whole, with its place and the value. */
export function readCheckedJson<Value>(bytes: Uint8Array, schema: z.ZodType<Value>): CheckedJson<Value> {
  const { text, refusal } = decodeText(bytes);
  if (refusal) return { faults: [makeMessage(refusal.rule, refusal.args as never)] };
  const tree = readTree(text);
  if ("rule" in tree) return { faults: [{ severity: "error", plan: null, pointer: null, ...tree }] };
  const read = schema.safeParse(tree.value);
  return read.success ? { value: read.data, tree } : { faults: read.error.issues.flatMap((issue) => describeFault(issue, tree)) };
}

/** What is wrong with the value at a JSON Pointer, or with a key that should not be there, at its place in the file. */
export function makeFault(tree: JsonTree, pointer: string, rule: string, reason: string): Message {
  const span = (rule === "json-unknown-key" && tree.keySpans.get(pointer)) || findNearest(tree, pointer);
  return { severity: "error", rule, reason, span, plan: null, pointer };
}

/** Brackets nested by the thousand exhaust the stack; that is a faulty file, not a fault of the reader. */
function readTree(text: string): ReturnType<typeof readJsonTree> {
  const lines = indexLines(text);
  try {
    return readJsonTree(text, lines);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { rule: "json-syntax", reason: "JSON として読めません：括弧の入れ子が深すぎます。", span: spanBetween(lines, 0, 0) };
  }
}

/** The schema's own sentence where it has one for the value, and the reader of plan JSON's otherwise. */
function describeFault(issue: Parameters<typeof describeIssue>[0], tree: JsonTree): Message[] {
  if (issue.code !== "invalid_format") return describeIssue(issue, tree.value).map((fault) => makeFault(tree, fault.pointer, fault.rule, fault.reason));
  const pointer = toPointer(issue.path);
  const value = issue.path.reduce<unknown>((parent, name) => (parent as Record<PropertyKey, unknown>)[name], tree.value);
  return [makeFault(tree, pointer, "json-value", `${pointer}：${issue.message}が、「${String(value)}」です。`)];
}

/** Where a value stands; for one that is absent, the key or value that should hold it. */
function findNearest({ spans, keySpans }: JsonTree, pointer: string): Span | null {
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf("/"))) {
    const span = spans.get(at) ?? keySpans.get(at);
    if (span || at === "") return span ?? null;
  }
}
