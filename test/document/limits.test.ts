import { readFileSync } from "node:fs";
import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { printPlanJson, printPlanObject } from "@/lib/document/plan-json";
import { planJsonSchema } from "@/lib/document/plan-json-schema";
import { readDocument } from "@/lib/document/read";
import { LENGTHS, LIMITS } from "@/lib/domain/limits";
import type { DepartmentPlan } from "@/lib/domain/plan";
import { makePlan } from "../db/temporary-store";

const REAL = readFileSync(new URL("../../db/documents/2025-policy-promotion.txt", import.meta.url), "utf8");
const HEAD = "令和7年度 総務部の運営方針\n";
const read = (text: string) => readDocument(new TextEncoder().encode(text), { municipality: "柏原市" });
const problems = (text: string) => {
  const reading = read(text);
  if (reading.messages.some(({ severity }) => severity === "error")) expect(reading.plans).toEqual([]);
  return reading.messages.map(({ rule, span, reason }) => `${span?.start.line}:${span?.start.column} ${rule} ${reason}`).join("\n");
};
const times = (count: number, print: (index: number) => string) => Array.from({ length: count }, (_, index) => print(index)).join("");
const goals = (count: number) => times(count, (index) => `重点目標 ${(index % 999) + 1}\t目標その${index}\n今年度の達成目標\n本文\n`);

describe("a text above a limit", { timeout: 120_000 }, () => {
  it.each<[string, string, RegExp]>([
    ["lines", REAL + "\n".repeat(1_000_000), /^100001:1 too-many-lines 行が多すぎます（\d+行。上限は100000行）。$/],
    ["a line", `${HEAD}【重点目標】\n1\t${"あ".repeat(1_500_000)}\tA\n`, /^3:1 line-too-long 3行目が長すぎます（1500004字。上限は200000字）。$/],
    ["cells of tabs", `${HEAD}${"a\t".repeat(90_000)}\n`, /^2:1 too-many-cells 一行の欄が多すぎます（90000欄。上限は500欄）。$/],
    ["cells of pipes", `${HEAD}${"|a".repeat(50_000)}|\n`, /^2:1 too-many-cells /],
    ["cells of HTML", `${HEAD}${"<td>a</td>".repeat(10_000)}\n`, /^2:1 too-many-cells /],
    ["plans", times(101, (index) => `令和7年度 第${index}部の運営方針\n${goals(1)}`), /^\d+:1 too-many 運営方針が多すぎます（101件。上限は100件）。$/],
    ["goals of a plan", HEAD + goals(501), /^1502:1 too-many 重点目標が多すぎます（501件。上限は500件）。$/],
    [
      "goals of a document",
      times(11, (index) => `令和7年度 第${index}部の運営方針\n${goals(95)}`),
      /^\d+:\d+ too-many-in-all 重点目標が資料全体で1000件を超えています。$/,
    ],
    ["20,000 goals", HEAD + "重点目標 1\t防災\n".repeat(20_000), /too-many 重点目標が多すぎます（20000件。上限は500件）。/],
    [
      "20,000 initiatives",
      `${HEAD}重点目標 1\t目標\n${"具体的取組\t本文\n".repeat(20_000)}`,
      /^103:7 too-many 具体的取組が多すぎます（20000件。上限は100件）。$/,
    ],
    ["targets", `${HEAD}重点目標 1\t目標\n${"今年度の達成目標\t本文\n".repeat(101)}`, /too-many 達成目標が多すぎます/],
    ["officers", `${HEAD}${times(51, (index) => `監\t甲野 ${index}\n`)}${goals(1)}`, /^52:\d too-many 部長・監・理事が多すぎます（51件。上限は50件）。$/],
    [
      "entries of a scale",
      `${HEAD}${goals(1)}達成度について\n${times(21, (index) => `区分${index}：達成（${index}%）\n`)}`,
      /too-many 達成度の区分が多すぎます（21件。上限は20件）。/,
    ],
    ["a title", `${HEAD}【重点目標】\n1\t${"長い題".repeat(400)}\tA\n`, /^3:3 value-too-long 「長い題.*…」が長すぎます（1200字。上限は1000字）。$/],
    [
      "a narrative",
      `${HEAD}${goals(1)}総合評価\n${"長い評価です。\n".repeat(3_000)}`,
      /value-too-long 「長い評価です。.*…」が長すぎます（23999字。上限は20000字）。/,
    ],
    [
      "what is not understood",
      `${HEAD + goals(1)}達成度について\n${times(6_000, (index) => `その他の文${index}、です。\n`)}`,
      /too-many-messages 読み取れない所や確認を要する所が多すぎます（\d+件。上限は5000件）。/,
    ],
  ])("is refused for %s, with the place, the value and the limit", (_, text, expected) => {
    expect(problems(text).split("\n")[0]).toMatch(expected);
  });

  it("is refused by its size before it is read", () => {
    expect(problems("あ".repeat(3_000_000))).toMatch(/too-large ファイルが大きすぎます（9000000バイト。上限は8388608バイト）。/);
  });

  it("is read with as much as the limits allow", () => {
    const plans = LIMITS.documentGoals / LIMITS.goals;
    const most = times(plans, (index) => `令和7年度 第${index}部の運営方針\n${goals(LIMITS.goals)}`);
    expect(read(most).plans.map(({ plan }) => plan.priorityGoals.length)).toEqual(Array(plans).fill(LIMITS.goals));
    expect(read(`${HEAD}【重点目標】\n1\t${"題".repeat(LENGTHS.title)}\tA\n`).plans[0]!.plan.priorityGoals[0]!.title).toHaveLength(LENGTHS.title);
    expect(read(`${REAL}\t${"\t".repeat(16_000)}\n${"\n".repeat(50_000)}`).plans).toHaveLength(1);
  });
});

describe("plan JSON above a limit", { timeout: 120_000 }, () => {
  const [goal] = makePlan().priorityGoals;
  const plan = (change: Partial<DepartmentPlan>) => printPlanJson(makePlan(change));
  const schema = new Ajv({ strict: true, allErrors: true }).compile(planJsonSchema());
  const list = <Item>(count: number, item: (index: number) => Item) => Array.from({ length: count }, (_, index) => item(index));
  const numbered = (number: number) => ({ ...goal!, number });

  it.each<[string, string, RegExp]>([
    [
      "a title of 1 MB",
      plan({ priorityGoals: [{ ...goal!, title: "題".repeat(100_000) }] }),
      /^\d+:\d+ json-value \/priorityGoals\/0\/title：1000字以下が必要ですが、「"題+…」です。$/,
    ],
    ["goals", plan({ priorityGoals: list(501, numbered) }), /^\d+:\d+ too-many 重点目標が多すぎます（501件。上限は500件）。$/],
    ["initiatives", plan({ priorityGoals: [{ ...goal!, initiatives: list(101, () => goal!.initiatives[0]!) }] }), /too-many 具体的取組が/],
    ["officers", plan({ officers: list(51, (index) => ({ post: "監", name: `甲${index}`, duty: null })) }), /too-many 部長・監・理事が/],
    ["plans", `[${list(2_000, () => '{"format":"ayumi-plan/1"}').join(",\n")}]`, /too-many 運営方針が多すぎます（2000件。上限は100件）。/],
    ["things that are no plans", `[${"{},\n".repeat(2_000)}{}]`, /too-many 運営方針が/],
  ])("is refused for %s by the reader, and by the schema", (_, source, expected) => {
    expect(problems(source).split("\n")[0]).toMatch(expected);
    expect(schema(JSON.parse(source))).toBe(false);
  });

  it("is refused for brackets, values and totals that no schema counts", () => {
    expect(problems("[".repeat(100_000))).toMatch(/^1:51 json-syntax .*入れ子が深すぎます（上限は50段）/);
    expect(problems(`[${`${"[],".repeat(66_000)}\n`.repeat(8)}[]]`)).toMatch(/^6:\d+ json-too-large JSON の値と記号が多すぎます（上限は1000000個）。/);
    expect(problems(`[${list(11, (index) => plan({ department: `第${index}部`, priorityGoals: list(95, numbered) })).join(",")}]`)).toMatch(
      /too-many-in-all 重点目標が資料全体で1000件/,
    );
  });

  it("is taken at the limits, by both", () => {
    const most = makePlan({ title: "題".repeat(LENGTHS.title), priorityGoals: list(LIMITS.goals, numbered) });
    expect(schema(printPlanObject(most))).toBe(true);
    expect(read(printPlanJson(most)).plans.map((each) => each.plan)).toEqual([most]);
  });
});

describe("time does not grow by the square", { timeout: 180_000 }, () => {
  it.each<[string, (size: number) => string]>([
    ["blank lines", (size) => REAL + "\n".repeat(size)],
    ["tags", (size) => `${HEAD}${goals(1)}${`${"<b>".repeat(10_000)}\n`.repeat(size / 5_000)}`],
    ["nested tags", (size) => `${HEAD}${goals(1)}${`${"<div><p>".repeat(2_000)}\n`.repeat(size / 5_000)}`],
    ["soft breaks", (size) => `${HEAD}${goals(1)}総合評価\n${`${"あ\v".repeat(10_000)}\n`.repeat(size / 5_000)}`],
    ["rows between soft breaks", (size) => `${HEAD}${goals(1)}${`${"達成状況\t達成度\v本文\tA\v".repeat(20)}\n`.repeat(size / 1_000)}`],
    ["controls", (size) => `${HEAD}${goals(1)}総合評価\n${`${"あ".repeat(300)}\b\n`.repeat(size / 20)}`],
    ["goals", (size) => HEAD + goals(size / 5)],
    ["initiatives", (size) => `${HEAD}重点目標 1\t目標\n${"具体的取組\t本文\n".repeat(size / 2)}`],
    ["brackets of JSON", (size) => `[${"[],".repeat(size)}[]]`],
    ["values of JSON", (size) => `[${'{"a": 1},\n'.repeat(size / 2)}{}]`],
  ])("over %s", (_, print) => {
    const measure = (size: number) => {
      const text = print(size);
      const start = process.cpuUsage();
      read(text);
      return process.cpuUsage(start).user / 1e6;
    };
    measure(5_000);
    expect(measure(40_000)).toBeLessThan(12 * measure(10_000) + 0.5);
  });
});
