import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { readDecisions } from "@/db/continuations/decisions-file";
import { addDecision } from "@/db/continuations/edit-decisions";
import type { DecisionStatement } from "@/db/decision-event";
import { createFolder, makeDecision, removeTemporary, writeFiles } from "../temporary-store";

afterEach(removeTemporary);

const make = (decision: object = {}): DecisionStatement => ({ kind: null, ...makeDecision(decision) }) as DecisionStatement;
const read = (file: string) => readDecisions(readFileSync(file)).decisions.map(({ span: _, ...decision }) => decision);

describe("adding a decision to the file", () => {
  it("makes the file where it is missing, and leaves nothing beside it", async () => {
    const file = path.join(createFolder(), "decisions", "continuations.json");
    await addDecision(file, make());
    expect(read(file)).toEqual([make()]);
    expect(readFileSync(file, "utf8")).toMatch(
      /^\{\n {2}"\$schema": "\.\/continuations\.schema\.json",\n {2}"format": "ayumi-decisions\/1",\n {2}"decisions": \[\n {4}\{\n {6}"decision": "confirm",\n/,
    );
    expect(readdirSync(path.dirname(file))).toEqual(["continuations.json"]);
  });

  it.each([
    ["lines in Windows' way and tabs", `{\r\n\t"format": "ayumi-decisions/1",\r\n\t"decisions": [\r\n\t\t${JSON.stringify(makeDecision())}\r\n\t]\r\n}\r\n`],
    ["a byte order mark and odd spaces", `\ufeff{ "decisions":   [ ${JSON.stringify(makeDecision())}   ],\n\n  "format": "ayumi-decisions/1" }`],
  ])("keeps what is written there, with %s", async (_, text) => {
    const [file] = writeFiles(createFolder(), { "d.json": text });
    await addDecision(file!, make({ predecessor: "2021-policy-promotion-6" }));
    const edited = readFileSync(file!, "utf8");
    expect(read(file!)).toEqual([make(), make({ predecessor: "2021-policy-promotion-6" })]);
    const at = text.indexOf(JSON.stringify(makeDecision())) + JSON.stringify(makeDecision()).length;
    expect([edited.slice(0, at), edited.slice(at - text.length)]).toEqual([text.slice(0, at), text.slice(at)]);
    expect(edited.replaceAll("\r\n", "").includes("\n")).toBe(!text.includes("\r\n"));
  });

  it("adds to what was decided about the same pair, and says no more than there is", async () => {
    const others = [make({ predecessor: "2021-policy-promotion-1" }), make(), make({ predecessor: "2021-policy-promotion-6" })].map(
      ({ kind: _, ...each }) => each,
    );
    const [file] = writeFiles(createFolder(), { "d.json": JSON.stringify({ format: "ayumi-decisions/1", decisions: others }, null, 2) });
    const more = [
      make({ decision: "reject", reason: "別の事業" }),
      make({ decision: "end", successor: null, kind: "achieved" }),
      make({ decision: "undo", successor: null }),
    ];
    for (const decision of more) await addDecision(file!, decision);
    expect(read(file!)).toEqual([...others.map((each) => ({ ...each, kind: null })), ...more]);
    expect(readFileSync(file!, "utf8")).not.toContain("null");
  });

  it.each([
    ["the file is not valid", '{"format": "ayumi-decisions/1"}', make(), /d\.json:1:\d+ json-value \/decisions：配列が必要ですが、項目がありません。$/],
    ["the decision is not valid", '{"format": "ayumi-decisions/1", "decisions": []}', make({ decidedBy: "あ".repeat(101) }), /100字以下が必要ですが、/],
  ])("changes nothing where %s", async (_, text, decision, sentence) => {
    const [file] = writeFiles(createFolder(), { "d.json": text });
    await expect(addDecision(file!, decision)).rejects.toThrow(sentence);
    expect([readFileSync(file!, "utf8"), readdirSync(path.dirname(file!))]).toEqual([text, ["d.json"]]);
  });
});
