import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { NO_DECISIONS, readDecisions } from "@/db/continuations/decisions-file";
import { decisionsJsonSchema } from "@/db/continuations/decisions-schema";

const decision = {
  ...{ decision: "confirm", level: "goal", predecessor: "2021-policy-promotion-5", successor: "2025-policy-promotion-4" },
  ...{ reason: "消防団の充実強化を引き継いだため", decidedBy: "企画調整課", decidedOn: "2026-04-01" },
};
const print = (decisions: object[], more: object = {}) => JSON.stringify({ format: "ayumi-decisions/1", decisions, ...more }, null, 2);
const read = (text: string) => readDecisions(new TextEncoder().encode(text));
const problems = (text: string) => read(text).messages.map(({ rule, span, reason }) => `${span?.start.line}:${span?.start.column} ${rule} ${reason}`);
const { predecessor: _, ...incomplete } = decision;

const refused: [string, string, RegExp][] = [
  ["a key it does not know", print([{ ...decision, note: "x" }]), /^12:8 json-unknown-key \/decisions\/0\/note：「note」という項目はありません。$/],
  ["another format", print([], { format: "ayumi-decisions/2" }), /^2:14 json-value \/format：「ayumi-decisions\/1」が必要ですが、/],
  [
    "an unknown decision",
    print([{ ...decision, decision: "maybe" }]),
    /^5:20 json-value \/decisions\/0\/decision：「confirm」か「reject」か「add」か「end」か「undo」が必要ですが、「"maybe"」です。$/,
  ],
  [
    "an id that is none",
    print([{ ...decision, successor: "防災" }]),
    /^8:21 json-value \/decisions\/0\/successor：重点目標か具体的取組の番号（.*）が必要ですが、「防災」です。$/,
  ],
  ["no predecessor", print([incomplete]), /json-value \/decisions\/0\/predecessor：文字列が必要ですが、項目がありません。$/],
  ["no reason", print([{ ...decision, reason: " " }]), /^9:18 json-value \/decisions\/0\/reason：空でない文字列が必要ですが、「 」です。$/],
  [
    "a date in words",
    print([{ ...decision, decidedOn: "令和8年4月1日" }]),
    /json-value \/decisions\/0\/decidedOn：日付（2026-04-01 など）が必要ですが、「令和8年4月1日」です。$/,
  ],
];

describe("a file of decisions", () => {
  it("gives its decisions in order, each with its place", () => {
    const text = print([
      decision,
      { ...decision, decision: "add", kind: "split", predecessor: "2021-policy-promotion-5-i1", successor: "2025-policy-promotion-4-i12", level: "initiative" },
    ]);
    const { decisions, messages } = read(text);
    expect(messages).toEqual([]);
    expect(decisions.map(({ span, ...rest }) => ({ ...rest, at: span.start.line }))).toEqual([
      { ...decision, kind: null, at: 7 },
      {
        ...decision,
        decision: "add",
        kind: "split",
        predecessor: "2021-policy-promotion-5-i1",
        successor: "2025-policy-promotion-4-i12",
        level: "initiative",
        at: 16,
      },
    ]);
  });

  it("may hold none", () => {
    for (const text of [NO_DECISIONS, readFileSync("db/decisions/continuations.json", "utf8")]) expect(read(text)).toEqual({ decisions: [], messages: [] });
  });

  it("may say that an item ended, and take back what was said of it or of a pair; a kind of a rejection says nothing", () => {
    const { predecessor, successor, ...rest } = decision;
    const end = { ...rest, decision: "end", predecessor, kind: "routine" };
    const { decisions, messages } = read(
      print([end, { ...rest, decision: "undo", predecessor }, { ...decision, decision: "undo" }, { ...decision, decision: "reject", kind: "split" }]),
    );
    expect(messages).toEqual([]);
    expect(decisions.map((each) => [each.decision, each.successor, each.kind])).toEqual([
      ["end", null, "routine"],
      ["undo", null, null],
      ["undo", successor, null],
      ["reject", successor, null],
    ]);
  });

  it.each([
    ...refused,
    [
      "a goal where initiatives are decided",
      print([{ ...decision, level: "initiative" }]),
      /^7:23 json-value \/decisions\/0\/predecessor：level が「initiative」ですが、「2021-policy-promotion-5」は重点目標の番号です。/,
    ],
    ["an end of two", print([{ ...decision, decision: "end", kind: "unknown" }]), /successor：end には書けませんが、「2025-policy-promotion-4」があります。$/],
    [
      "a confirmation of one",
      print([{ ...decision, successor: undefined }]),
      /^3:4 json-value \/decisions\/0\/successor：confirm には後の年度の項目が必要ですが、ありません。$/,
    ],
    [
      "an end without a kind",
      print([{ ...decision, decision: "end", successor: undefined }]),
      /kind：end には「achieved」か「routine」か「merged」か「cancelled」か「unknown」が必要ですが、ありません。$/,
    ],
    [
      "a link that ended",
      print([{ ...decision, kind: "achieved" }]),
      /kind：confirm には「continued」か「merged」か「split」か「related」が必要ですが、「achieved」です。$/,
    ],
    ["an undo of a kind", print([{ ...decision, decision: "undo", kind: "split" }]), /kind：undo には書けませんが、「split」です。$/],
    [
      "a day that is none",
      print([{ ...decision, decidedOn: "2026-02-30" }]),
      /json-value \/decisions\/0\/decidedOn：暦にある日付が必要ですが、「2026-02-30」です。$/,
    ],
    ["a comma too many", print([decision]).replace('"goal",', '"goal",,'), /^6:\d+ json-syntax JSON として読めません：/],
    ["a key that stands twice", print([decision]).replace('"level"', '"reason": "x", "level"'), /json-duplicate-key/],
    ["brackets by the hundred thousand", "[".repeat(200_000), /json-syntax/],
    ["nothing", "", /empty-file/],
    ["a list", "[]", /json-value \/：オブジェクトが必要ですが、「\[\]」です。/],
  ])("is refused whole for %s, with the place and the value", (_, text, expected) => {
    const { decisions, messages } = read(text);
    expect([decisions, messages.every(({ severity }) => severity === "error")]).toEqual([[], true]);
    expect(problems(text).join("\n")).toMatch(expected);
  });
});

describe("its JSON Schema", () => {
  const validate = new Ajv({ strict: true, allErrors: true }).compile(decisionsJsonSchema());

  it("is published as the reader checks it", async () => {
    await expect(`${JSON.stringify(decisionsJsonSchema(), null, 2)}\n`).toMatchFileSnapshot("../../../db/decisions/continuations.schema.json");
  });

  it("takes what the reader takes, with the line that names the schema", () => {
    const { successor: __, ...one } = decision;
    for (const text of [NO_DECISIONS, print([decision, { ...decision, kind: "related" }, { ...one, decision: "end", kind: "cancelled" }])]) {
      expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it.each(refused)("refuses %s, as the reader does", (_, text) => {
    expect(validate(JSON.parse(text))).toBe(false);
  });
});
