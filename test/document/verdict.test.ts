import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printPlanObject } from "@/lib/document/plan-json";
import { readDocument } from "@/lib/document/read";
import { judgeReading } from "@/lib/document/verdict";
import type { DepartmentPlan } from "@/lib/domain/plan";
import type { Standing, Verdict } from "@/lib/domain/verdict";
import { makePlan, REAL_DOCUMENTS } from "../db/temporary-store";
import { runs } from "../whole";
import { layoutChoices, MUNICIPALITY, planFile } from "./arbitraries";
import { printPlanFile } from "./print-plan";

const NOTHING: Standing = { years: [], goalCounts: [], same: null };

function judge(text: string | Uint8Array, standing: Standing = NOTHING): Verdict {
  const reading = readDocument(typeof text === "string" ? new TextEncoder().encode(text) : text, { municipality: "柏原市" });
  return judgeReading(
    reading,
    reading.plans.map(() => standing),
  );
}

const rulesOf = ({ verdict, reasons }: Verdict) => [verdict, ...new Set(reasons.map(({ rule }) => rule))];

/** A document of one goal, or of more (架空). */
const goal = (number: number | string, title: string, rest = "今年度の達成目標\t達成状況\t達成度\n団員をふやします。\tふえました。\tB 概ね達成") =>
  `重点目標${number}\t${title}\n${rest}\n`;
const plan = (...goals: string[]) => `令和7年度　政策推進部の運営方針\n基本方針\n安全なまちにします。\n${goals.join("")}`;

describe("a reading by itself", () => {
  it.each(REAL_DOCUMENTS)("is stored where it is right: %s", (file) => {
    expect(judge(readFileSync(file))).toEqual({ verdict: "stored", reasons: [] });
  });

  it("of random plans in random layouts is not held for what is in them", { timeout: 900_000 }, () => {
    fc.assert(
      fc.property(planFile, layoutChoices, (file, choices) => {
        const { text, plans } = printPlanFile(structuredClone(file), choices);
        const reading = readDocument(new TextEncoder().encode(text), { municipality: MUNICIPALITY });
        const { reasons } = judgeReading(
          reading,
          reading.plans.map(() => NOTHING),
        );
        const numbers = plans.map(({ priorityGoals }) => priorityGoals.map(({ number }) => number));
        const inOrder = numbers.every((own) => own.every((_, index) => own.includes(index + 1)) && new Set(own).size === own.length);
        // Random plans have any numbers, titles of any form, and headings left out where they have no value.
        const usual = reasons.filter(({ rule }) => !(/^numbers-/.test(rule) && !inOrder) && !/^title-|^pairing-doubtful$|^target-missing$/.test(rule));
        expect(usual, text).toEqual([]);
      }),
      { numRuns: runs(1000) },
    );
  });

  it.each<[string, string, string[]]>([
    ["stored where all is well", plan(goal(1, "消防団の充実"), goal(2, "防災訓練")), ["stored"]],
    ["refused where nothing can be read", "あいうえお", ["refused", "no-plan"]],
    ["held for a goal's number that stands twice", plan(goal(1, "消防団の充実"), goal(1, "防災訓練")), ["held", "numbers-repeated"]],
    ["held for a goal that is missing", plan(goal(1, "消防団の充実"), goal(3, "防災訓練")), ["held", "numbers-with-gaps"]],
    ["held for a title of one letter", plan(goal(1, "況")), ["held", "title-of-one-letter"]],
    ["held for a goal without a title", plan(goal(1, "")), ["held", "title-empty"]],
    ["held for a rating as a title", plan(goal(1, "Ｂ")), ["held", "title-of-one-letter", "title-is-rating"]],
    [
      "held for a sentence as a rating",
      plan(goal(1, "消防団の充実", "今年度の達成目標\t達成状況\t達成度\n団員をふやします。\tふえました。\tよくできましたが、来年度もつづけます。")),
      ["held", "only-unknown-ratings", "sentence-as-rating"],
    ],
    [
      "held for ratings of which none is of the scale",
      plan(goal(1, "消防団の充実", "今年度の達成目標\t達成状況\t達成度\n団員をふやします。\tふえました。\t花丸")),
      ["held", "only-unknown-ratings"],
    ],
    ["held where another city's name stands in its title", plan(goal(1, "消防団の充実")).replace("政策", "架空市　政策"), ["held", "another-municipality"]],
    [
      "held where nothing parts a table's columns",
      plan(goal(1, "消防団の充実", "今年度の達成目標　達成状況　達成度\n団員をふやします。　団員がふえました。　とても良い")),
      ["held", "columns-not-parted"],
    ],
    ["held for a scale that is not read", plan(goal(1, "消防団の充実", "達成度\nA"), "達成度について\n順調・遅れ"), ["held", "scale-not-read"]],
    [
      "held for values beside an empty cell, as of joined ones",
      plan(goal(1, "消防団の充実", "具体的取組\t具体的な取組実績\n団員を募る。\t5月に募った。\n\t9月にも募った。")),
      ["held", "target-missing"],
    ],
    [
      "held for a target whose text is missing",
      plan(goal(1, "消防団の充実", "今年度の達成目標\t\n達成状況\tふえました。\n達成度\tA")),
      ["held", "target-missing"],
    ],
    [
      "held where its list numbers goals otherwise than their own sections",
      plan("重点目標\n番号\t重点目標\t達成状況\n1\t防犯の強化\tA\n2\t消防団の充実\tC\n", goal(1, "消防団の充実"), goal(2, "防犯の強化")),
      ["held", "list-order-differs"],
    ],
    [
      "held for two plans of one department and year",
      plan(goal(1, "消防団の充実")) + plan(goal(1, "消防団の充実")).replace("運営方針", "運営方針（再掲）"),
      ["held", "plan-repeated"],
    ],
    ["held for a value that belongs to nothing", plan(goal(1, "消防団の充実", "達成状況\nふえました。")), ["held", "target-missing"]],
    ["stored with an empty cell for a rating", plan(goal(1, "消防団の充実", "今年度の達成目標\t達成状況\t達成度\n団員をふやします。\t\t－")), ["stored"]],
  ])("is %s", (_, text, expected) => {
    expect(rulesOf(judge(text))).toEqual(expected);
  });

  it.each(["全体の達成度", "達成状況 達成度", "達成状況（3月末） 達成度（A～E）", "【具体的な取組実績】"])(
    "is held for 「%s」 within a value, where it stands",
    (heading) => {
      const reading = readDocument(new TextEncoder().encode(plan(goal(1, "消防団の充実"))), { municipality: "柏原市" });
      reading.plans[0]!.plan.priorityGoals[0]!.targets[0]!.achievement = `ふえました。\n${heading}`;
      const held = judgeReading(reading, [NOTHING]);
      expect(rulesOf(held)).toEqual(["held", "heading-in-value"]);
      expect(held.reasons[0]).toMatchObject({ plan: 0, pointer: "/priorityGoals/0/targets/0/achievement" });
      expect(held.reasons[0]!.span!.start.line).toBe(6);
      expect(held.reasons[0]!.reason).toContain(heading);
      // Within a sentence, or with a word before it, it is none.
      for (const text of [`${heading}がよくなりました。`, `市民から見た${heading}`]) {
        reading.plans[0]!.plan.priorityGoals[0]!.targets[0]!.achievement = text;
        expect(judgeReading(reading, [NOTHING]).reasons, text).toEqual([]);
      }
    },
  );

  it("of a plan JSON is what its writer meant, whatever it holds", () => {
    const odd = makePlan({ priorityGoals: [1, 1, 5].map((number) => ({ ...makePlan().priorityGoals[0]!, number, title: "況" })) });
    expect(judge(JSON.stringify(printPlanObject(odd)))).toEqual({ verdict: "stored", reasons: [] });
  });
});

describe("a plan beside what stands before", () => {
  const json = (own: Partial<DepartmentPlan>) => JSON.stringify(printPlanObject(makePlan(own)));
  const goals = (count: number, title = "文書の整理") =>
    Array.from({ length: count }, (_, index) => ({ ...makePlan().priorityGoals[0]!, number: index + 1, title: `${title}その${index + 1}` }));

  it.each<[string, Partial<DepartmentPlan>, Partial<Standing>, string[]]>([
    ["the next year", { fiscalYear: 2026 }, { years: [2021, 2025] }, ["stored"]],
    ["令和17年度 after 令和7年度", { fiscalYear: 2035 }, { years: [2021, 2025] }, ["held", "year-far-ahead"]],
    ["a year more than three ahead", { fiscalYear: 2029 }, { years: [2021, 2025] }, ["held", "year-far-ahead"]],
    ["Kashiwara's second year, four after its first", { fiscalYear: 2025 }, { years: [2021] }, ["stored"]],
    ["years before, filled in", { fiscalYear: 1995 }, { years: [2021, 2025] }, ["stored"]],
    ["twenty-five goals where there were six", { priorityGoals: goals(25) }, { years: [2024], goalCounts: [4, 6] }, ["held", "goals-too-many"]],
    ["one goal where there were six", { priorityGoals: goals(1) }, { years: [2024], goalCounts: [6, 8] }, ["held", "goals-too-few"]],
    ["ten goals where there were six", { priorityGoals: goals(10) }, { years: [2024], goalCounts: [6] }, ["stored"]],
    ["an evaluation of the same plan", { stage: "evaluated" }, { years: [2024], same: makePlan() }, ["stored"]],
    [
      "an evaluation of another plan",
      { stage: "evaluated", priorityGoals: [{ ...makePlan().priorityGoals[0]!, title: "ごみの減量", targets: [], initiatives: [] }] },
      { years: [2024], same: makePlan() },
      ["held", "unlike-what-it-replaces"],
    ],
  ])("is judged: %s", (_, own, standing, expected) => {
    expect(rulesOf(judge(json(own), { ...NOTHING, ...standing }))).toEqual(expected);
  });

  it("says where its year stands", () => {
    const { reasons } = judge(plan(goal(1, "消防団の充実")).replace("令和7年度", "令和17年度"), { ...NOTHING, years: [2021, 2025] });
    expect(reasons).toMatchObject([{ rule: "year-far-ahead", plan: 0, pointer: "/fiscalYear", span: { start: { line: 1, column: 1 } } }]);
    expect(reasons[0]!.reason).toBe("年度が、取り込み済みの最新の令和7年度より大きく先の令和17年度です。誤記ではないか確かめてください。");
  });
});
