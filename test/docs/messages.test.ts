import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { HOLD_RULES } from "@/lib/document/hold-rules";
import { RULES } from "@/lib/document/rules";
import { HOLDING_MESSAGES } from "@/lib/document/verdict";
import { codeIn, readDocument, readTable } from "./documents";

/** The rules that sources under a folder name by themselves, besides those of the reader's list. */
function listNamed(folder: string, pattern: RegExp): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  return files.flatMap((name) => [...readFileSync(path.join(folder, name), "utf8").matchAll(pattern)].flatMap(([found]) => found.match(/(?<=")[\w-]+(?=")/g)!));
}

it("every message about a document is documented once, with its severity", () => {
  const rows = readTable(readDocument("docs/reading.md"), "rule").flatMap(([rules, severity]) => codeIn(rules!).map((rule) => [rule, severity!] as const));
  const own = [
    ...listNamed("lib/document", /\brule: "[\w-]+"(?: \| "[\w-]+")*/g).filter((rule) => rule.startsWith("json-")),
    ...listNamed("db/ingest", /makeRefusal\("[\w-]+"/g),
  ];
  const known = {
    ...Object.fromEntries(Object.entries(RULES).map(([rule, [severity]]) => [rule, severity])),
    ...Object.fromEntries(own.map((rule) => [rule, "error"])),
  };
  expect(new Set(rows.map(([rule]) => rule)).size).toBe(rows.length);
  expect(Object.fromEntries(rows)).toEqual(known);
});

it("every reason to hold a reading is documented once", () => {
  const rows = readTable(readDocument("docs/reading.md"), "held for").flatMap(([rules]) => codeIn(rules!));
  expect(rows.toSorted()).toEqual([...Object.keys(HOLD_RULES), ...HOLDING_MESSAGES].toSorted());
});

it("every message about a decision is documented once", () => {
  const rows = readTable(readDocument("docs/continuations.md"), "rule").flatMap(([rules]) => codeIn(rules!));
  const known = listNamed("lib/domain", /\brule: "[\w-]+"; args/g);
  expect(known.length).toBeGreaterThan(4);
  expect(rows.toSorted()).toEqual(known.toSorted());
});
