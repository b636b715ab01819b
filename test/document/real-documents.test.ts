import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDocument } from "@/lib/document/read";
import type { DepartmentPlan } from "@/lib/domain/plan";
import { findPlaceFaults } from "./check-places";

const MUNICIPALITY = "柏原市";

function readReal(name: string) {
  return readDocument(readFileSync(new URL(`../../db/documents/${name}.txt`, import.meta.url)), { municipality: MUNICIPALITY });
}

describe.each(["2021-policy-promotion", "2025-policy-promotion"])("%s", (name) => {
  const reading = readReal(name);

  it("is understood whole, without a doubt", () => {
    expect(reading.messages).toEqual([]);
    expect(reading.coverage.notUnderstood).toBe(0);
    expect(reading.lines).not.toContain("not-understood");
    expect(reading.plans).toHaveLength(1);
    const { lines, notUnderstood, ...kinds } = reading.coverage;
    expect(Object.values(kinds).reduce((sum, count) => sum + count, notUnderstood)).toBe(lines);
  });

  it("has in every field what was copied out of the source by hand", () => {
    const file = new URL(`./fixtures/${name}.expected.json`, import.meta.url);
    const { format, ...expected } = JSON.parse(readFileSync(file, "utf8")) as DepartmentPlan & { format: string };
    expect(format).toBe("ayumi-plan/1");
    expect(reading.plans[0]?.plan).toEqual(expected);
  });

  it("knows where each value stands", () => {
    const [plan] = reading.plans;
    expect(plan && findPlaceFaults(reading.text, plan)).toEqual([]);
  });
});

describe("the plan of FY2021, published in spring", () => {
  const plan = readReal("2021-policy-promotion").plans[0]?.plan as DepartmentPlan;

  it("has 6 goals, 8 targets, 9 initiatives, 3 officers and no rating at all", () => {
    expect(plan.stage).toBe("plan");
    expect(plan.priorityGoals).toHaveLength(6);
    expect(plan.priorityGoals.flatMap((goal) => goal.targets)).toHaveLength(8);
    expect(plan.priorityGoals.flatMap((goal) => goal.initiatives)).toHaveLength(9);
    expect(plan.officers).toHaveLength(3);
    const ratings = plan.priorityGoals.flatMap((goal) => [goal.listedRating, goal.overallRating, ...goal.targets.map(({ rating }) => rating)]);
    expect(new Set(ratings)).toEqual(new Set([null]));
  });

  it("gives no findings: its empty headings wait for the year's end", () => {
    expect(readReal("2021-policy-promotion").findings).toEqual([]);
  });
});

describe("the evaluated plan of FY2025", () => {
  const plan = readReal("2025-policy-promotion").plans[0]?.plan as DepartmentPlan;

  it("has 4 goals, 6 targets, 7 initiatives, 3 officers and ratings at three levels", () => {
    expect(plan.stage).toBe("evaluated");
    expect(plan.officers).toHaveLength(3);
    expect(plan.priorityGoals.map((goal) => goal.listedRating)).toEqual(["B", "A", "B", "C"]);
    expect(plan.priorityGoals.map((goal) => goal.overallRating)).toEqual(["B", "A", "B", "C"]);
    expect(plan.priorityGoals.map((goal) => goal.targets.map(({ rating }) => rating))).toEqual([["B", "A"], ["A"], ["B"], ["B", "B"]]);
    expect(plan.priorityGoals.flatMap((goal) => goal.initiatives)).toHaveLength(7);
  });

  const reading = readReal("2025-policy-promotion");

  it("has exactly two findings: the stray heading of line 91 and the overall rating of goal 4", () => {
    expect(reading.findings.map(({ rule, pointer, span, reason }) => [rule, pointer, span?.start.line, reason])).toEqual([
      ["repeated-heading", "/priorityGoals/1/initiatives", 91, "見出し「具体的な取組実績」が内容のないまま重複しています。"],
      [
        "overall-rating-outside-targets",
        "/priorityGoals/3/overallRating",
        189,
        "全体の達成度「C 一部達成」が、達成目標の達成度「B 概ね達成・B 概ね達成」の範囲にありません。",
      ],
    ]);
  });

  it("keeps ratings as printed, less the converter's tags", () => {
    const texts = reading.plans[0]?.ratingTexts ?? {};
    expect(texts["/priorityGoals/0/listedRating"]).toBe("B");
    expect(texts["/priorityGoals/3/overallRating"]).toBe("C 一部達成");
    expect(texts["/priorityGoals/3/targets/1/rating"]).toBe("B 概ね達成");
    expect(Object.keys(texts)).toHaveLength(14);
  });

  it("has a goal's title both in the summary table and above its own section", () => {
    const lines = (pointer: string) => reading.plans[0]?.places[pointer]?.map((span) => span.start.line);
    expect(lines("/priorityGoals/3/title")).toEqual([23, 146]);
    expect(lines("/department")).toEqual([3, 5, 33, 70, 111, 143]);
    expect(lines("/priorityGoals/3/targets/1/rating")).toEqual([163]);
  });
});
