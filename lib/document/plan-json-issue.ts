import type { z } from "zod";
import { cutText } from "@/lib/domain/cut-text";
import { toPointer } from "./plan-json-tree";
import { LONGEST_QUOTE } from "./rules";

type Issue = z.core.$ZodIssue;

const TYPES: Record<string, string> = {
  string: "文字列",
  number: "数値",
  int: "整数",
  array: "配列",
  object: "オブジェクト",
};

/** A fault of a value, as JSON Pointer into the checked value and a Japanese sentence that quotes it. */
export function describeIssue(issue: Issue, root: unknown): { pointer: string; rule: "json-value" | "json-unknown-key"; reason: string }[] {
  const pointer = toPointer(issue.path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => {
      const place = toPointer([...issue.path, key]);
      return { pointer: place, rule: "json-unknown-key", reason: `${place}：「${key}」という項目はありません。` };
    });
  }
  const value = issue.path.reduce<unknown>((parent, key) => (parent as Record<PropertyKey, unknown> | undefined)?.[key], root);
  return [{ pointer, rule: "json-value", reason: `${pointer || "/"}：${expected(issue)}${quote(value)}。` }];
}

function expected(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `${TYPES[issue.expected] ?? issue.expected}が必要です`;
    case "invalid_value":
      return `${issue.values.map((value) => `「${String(value)}」`).join("か")}が必要です`;
    case "too_small":
      return issue.origin === "string" ? "空の文字列は使えません（値がなければ null）" : `${issue.minimum}以上が必要です`;
    case "too_big":
      return `${issue.maximum}${issue.origin === "string" ? "字" : issue.origin === "array" ? "件" : ""}以下が必要です`;
    default:
      return "使えない値です";
  }
}

/** The faulty value, short enough to stand in a sentence. */
function quote(value: unknown): string {
  if (value === undefined) return "が、項目がありません";
  return `が、「${cutText(JSON.stringify(value), LONGEST_QUOTE)}」です`;
}
