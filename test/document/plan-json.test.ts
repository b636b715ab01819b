import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { printPlanJson, readPlanJson } from "@/lib/document/plan-json";
import { planJsonSchema } from "@/lib/document/plan-json-schema";
import { readDocument } from "@/lib/document/read";
import type { DepartmentPlan } from "@/lib/domain/plan";
import { makePlan } from "../db/temporary-store";
import { makeEntries, SCALES } from "../domain/rating/scales";

const OPTIONS = { municipality: "柏原市" };
const text = printPlanJson(makePlan());
const read = (source: string) => readPlanJson(source, OPTIONS);
const problems = (source: string) => read(source).messages.map(({ rule, span, reason }) => `${span?.start.line}:${span?.start.column} ${rule} ${reason}`);

describe("plan JSON", () => {
  it("is printed with every key in the order of the form, and a newline at the end", () => {
    expect(
      text.startsWith('{\n  "format": "ayumi-plan/1",\n  "municipality": "柏原市",\n  "department": "総務部",\n  "fiscalYear": 2024,\n  "title": null,\n'),
    ).toBe(true);
    expect(text.endsWith("}\n")).toBe(true);
    const goal = (JSON.parse(text) as { priorityGoals: object[] }).priorityGoals[0]!;
    expect(Object.keys(goal)).toEqual([
      ...["number", "policyGoal", "policyArea", "title", "listedRating", "overallRating", "overallAssessment", "futureConsiderations"],
      ...["targets", "initiatives"],
    ]);
  });

  it("gives each value its place in the source", () => {
    const [{ places }] = read(text).plans as [ReturnType<typeof read>["plans"][number]];
    const at = (pointer: string) => places[pointer]!.map(({ start, end }) => text.slice(start.offset, end.offset));
    expect(at("/priorityGoals/0/title")).toEqual(["文書の整理"]);
    expect(at("/fiscalYear")).toEqual(["2024"]);
    expect(at("/priorityGoals/0/initiatives/0/responsibleUnit")).toEqual(["総務課"]);
    const line = text.split("\n").findIndex((each) => each.includes("文書の整理")) + 1;
    expect(places["/priorityGoals/0/title"]![0]!.start).toMatchObject({ line, column: text.split("\n")[line - 1]!.indexOf("文書") + 1 });
    expect(Object.keys(places)).not.toContain("/title");
  });

  it("may be an array of plans, each with its own places", () => {
    const plans = [makePlan(), makePlan({ fiscalYear: 2025 })];
    const source = `[${plans.map(printPlanJson).join(",")}]`;
    const reading = read(source);
    expect(reading.plans.map(({ plan }) => plan)).toEqual(plans);
    const [span] = reading.plans[1]!.places["/fiscalYear"]!;
    expect(source.slice(span!.start.offset, span!.end.offset)).toBe("2025");
  });

  it("takes the municipality that is set where it names none, and absent keys as absent values", () => {
    const source = '{"format":"ayumi-plan/1","department":"総務部","fiscalYear":2024,"stage":"plan","priorityGoals":[{"number":1,"title":"整理"}]}';
    const { plans, messages } = readPlanJson(source, { municipality: "岡崎市" });
    expect(messages).toEqual([]);
    expect(plans[0]!.plan).toEqual({
      ...{ municipality: "岡崎市", department: "総務部", fiscalYear: 2024, title: null, stage: "plan", officers: [], basicPolicy: [], ratingScale: [] },
      priorityGoals: [
        {
          ...{ number: 1, policyGoal: null, policyArea: null, title: "整理", listedRating: null, overallRating: null },
          ...{ overallAssessment: null, futureConsiderations: null, targets: [], initiatives: [] },
        },
      ],
    });
  });

  it("counts every line as read", () => {
    const { lines } = read(text);
    expect(lines).toHaveLength(text.split("\n").length - 1);
    expect(new Set(lines)).toEqual(new Set(["separator", "field", "heading"]));
    expect(lines[1]).toBe("field");
  });

  it.each<[string, string, RegExp]>([
    [
      "a key it does not know",
      text.replace('"policyArea"', '"policyAria"'),
      /^\d+:8 json-unknown-key \/priorityGoals\/0\/policyAria：「policyAria」という項目はありません。$/m,
    ],
    ["a key that stands twice", text.replace('"title": null', '"department": "財務部"'), /^6:4 json-duplicate-key 項目「department」が重複しています。$/m],
    ["another version", text.replace("ayumi-plan/1", "ayumi-plan/2"), /^2:4 json-value \/format：「ayumi-plan\/1」が必要ですが、「"ayumi-plan\/2"」です。$/m],
    ["a text for a number", text.replace("2024", '"2024"'), /^5:4 json-value \/fiscalYear：数値が必要ですが、「"2024"」です。$/m],
    ["a number that is not whole", text.replace("2024", "2024.5"), /^5:4 json-value \/fiscalYear：整数が必要ですが、「2024.5」です。$/m],
    ["a year that is no year", text.replace("2024", "24"), /^5:4 json-value \/fiscalYear：1868以上が必要ですが、「24」です。$/m],
    ["no department", text.replace('  "department": "総務部",\n', ""), /json-value \/department：文字列が必要ですが、項目がありません。/],
    [
      "an empty text",
      text.replace('"総務課"', '""'),
      /json-value \/priorityGoals\/0\/initiatives\/0\/responsibleUnit：空の文字列は使えません（値がなければ null）が、「""」です。/,
    ],
    ["a key named __proto__", text.replace('"title": null', '"__proto__": {"department": "x"}'), /json-unknown-key .*__proto__/],
    ["a comma too many", text.replace('"title": null,', '"title": null,,'), /^6:\d+ json-syntax JSON として読めません：/m],
    ["a comment", text.replace('"title"', '/* */ "title"'), /json-syntax JSON として読めません：/],
    ["an end too soon", text.slice(0, 200), /json-syntax/],
    ["half a surrogate pair", text.replace("総務課", "\\ud83d"), /json-character/],
    ["a list of nothing", "[]", /json-value 運営方針が一つもありません。/],
    ["brackets by the hundred thousand", "[".repeat(200_000), /json-syntax/],
    ["a mere number in a list", "[1]", /json-value \/：オブジェクトが必要ですが、「1」です。/],
  ])("is refused whole for %s, with the place and the value", (_, source, expected) => {
    const reading = read(source);
    expect(reading.plans).toEqual([]);
    expect(reading.messages.every(({ severity }) => severity === "error")).toBe(true);
    expect(problems(source).join("\n")).toMatch(expected);
  });

  it("takes a rating outside the scale as none, with a warning, and keeps what was printed", () => {
    const plan = makePlan({ ratingScale: [{ rating: "計画通り", label: null, criterion: null, min: null, max: null }] });
    plan.priorityGoals[0]!.overallRating = "計画通り";
    plan.priorityGoals[0]!.targets[0]!.rating = "B";
    const source = printPlanJson(plan);
    const reading = read(source);
    const goal = reading.plans[0]!.plan.priorityGoals[0]!;
    expect([goal.overallRating, goal.targets[0]!.rating]).toEqual(["計画通り", null]);
    expect(reading.plans[0]!.ratingTexts).toEqual({ "/priorityGoals/0/overallRating": "計画通り", "/priorityGoals/0/targets/0/rating": "B" });
    expect(reading.messages).toMatchObject([{ severity: "warning", rule: "unknown-rating", plan: 0, pointer: "/priorityGoals/0/targets/0/rating" }]);
    expect(reading.messages[0]!.reason).toContain("「B」");
  });

  it("has the same findings as a text", () => {
    const goals = makePlan().priorityGoals.map((goal) => ({ ...goal, listedRating: "A", overallRating: "B" }));
    const { findings } = read(printPlanJson(makePlan({ stage: "evaluated", priorityGoals: goals })));
    expect(findings.map(({ rule }) => rule).sort()).toEqual(["initiative-without-result", "listed-rating-differs", "target-not-rated"]);
    for (const { span } of findings) expect(span).not.toBeNull();
  });

  it("finds an overall rating outside its targets' by the order of its own scale", () => {
    const found = (ratingScale: DepartmentPlan["ratingScale"], overallRating: string, ...ratings: string[]) => {
      const priorityGoals = makePlan().priorityGoals.map((goal) => ({
        ...goal,
        overallRating,
        targets: ratings.map((rating) => ({ text: "備える。", achievement: null, rating })),
      }));
      return read(printPlanJson(makePlan({ ratingScale, priorityGoals }))).findings.map(({ rule }) => rule);
    };
    const upward = makeEntries(["A", "未達成", "50%未満", null, 50], ["C", "概ね達成", "50%以上", 50, 100], ["D", "達成", "100%", 100, 100]);
    expect([found(upward, "A", "C", "D"), found(upward, "C", "A", "D")]).toEqual([["overall-rating-outside-targets"], []]);
    const words = SCALES["①–④"]!.entries;
    expect([found(words, "①", "②", "③"), found(words, "④", "①"), found(words, "②", "①", "④")]).toEqual([
      ["overall-rating-outside-targets"],
      [],
      ["overall-rating-outside-targets"],
    ]);
  });

  it("is what the reader takes a file for that begins with a bracket", () => {
    const reading = readDocument(new TextEncoder().encode(`\ufeff\n${text}`), OPTIONS);
    expect(reading.encoding).toBe("utf-8-bom");
    expect(reading.plans.map(({ plan }) => plan)).toEqual([makePlan()]);
  });
});

describe("its JSON Schema", () => {
  const validate = new Ajv({ strict: true, allErrors: true }).compile(planJsonSchema());

  it("is published as the reader checks it", async () => {
    await expect(`${JSON.stringify(planJsonSchema(), null, 2)}\n`).toMatchFileSnapshot("../../lib/document/ayumi-plan-1.schema.json");
  });

  it.each(["2021", "2025"])("takes the export of the %s document", (year) => {
    const [reading] = readDocument(readFileSync(`db/documents/${year}-policy-promotion.txt`), OPTIONS).plans;
    const exported: unknown = JSON.parse(printPlanJson(reading!.plan));
    expect(validate(exported), JSON.stringify(validate.errors)).toBe(true);
    expect(validate([exported, exported])).toBe(true);
  });

  it.each([
    ["an unknown key", { ...(JSON.parse(text) as object), mayor: "甲" }],
    ["another format", { ...(JSON.parse(text) as object), format: "ayumi-plan/2" }],
    ["no stage", { ...(JSON.parse(text) as object), stage: undefined }],
  ])("refuses %s, as the reader does", (_, value) => {
    const plain: unknown = JSON.parse(JSON.stringify(value));
    expect(validate(plain)).toBe(false);
    expect(read(JSON.stringify(plain)).plans).toEqual([]);
  });
});
