import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDocument } from "@/lib/document/read";
import type { DepartmentPlan } from "@/lib/domain/plan";

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
});
