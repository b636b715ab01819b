import { expect, it } from "vitest";
import { VARIABLES, type VariableName } from "@/lib/config";
import { DOCUMENTS, listCode, listWrong, readDocument, readTable } from "./documents";

const NAMES = Object.keys(VARIABLES) as VariableName[];

/** Of Node, Next.js, the tests and tools. */
const FOREIGN = ["NODE_ENV", "NEXT_TELEMETRY_DISABLED", "CHROMIUM_PATH", "AYUMI_TEST_SEED"];

it("the table of variables is printed from lib/config.ts", () => {
  const usual = (name: VariableName) => {
    const { usual, check } = VARIABLES[name] as { usual?: string; check: { parse(text: undefined): unknown } };
    return usual ?? `\`${String(check.parse(undefined))}\``;
  };
  expect(readTable(readDocument("docs/operations.md"), "variable")).toEqual(NAMES.map((name) => [`\`${name}\``, VARIABLES[name].meaning, usual(name)]));
});

it("each variable is documented once", () => {
  const rows = [...DOCUMENTS.values()].flatMap((text) => [...text.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name!));
  expect(rows).toEqual(NAMES);
});

it("no document names a variable that there is not", () => {
  const isKnown = (name: string) => [...NAMES, ...FOREIGN].includes(name);
  const wrong = listWrong((text) =>
    listCode(text)
      .flatMap((code) => [...code.matchAll(/(?<![\w$.-])([A-Z][A-Z_]+)(?==)|\b((?:AYUMI|DATABASE|METRICS|LOG)_[A-Z_]+)\b/g)])
      .map(([, set, named]) => set ?? named!)
      .filter((name) => !isKnown(name) && name !== "YEAR" && name !== "ID"),
  );
  expect(wrong).toEqual([]);
});
