import { describe, expect, it } from "vitest";
import { listAttention } from "@/lib/charts/attention";
import type { FindingRow } from "@/lib/domain/rows";
import { makeGoal, makePlan } from "../rows";

const finding: FindingRow = { severity: "note", rule: "r", reason: "理由", span: null, plan: 0, pointer: null, documentId: "0", goalId: "g" };

describe("listAttention", () => {
  const plans = [makePlan({ fiscalYear: 2021, stage: "plan" }), makePlan({ fiscalYear: 2025 })];

  it("takes C and below, E and findings of the newest plan, the worst first", () => {
    const goals = [
      makeGoal({ number: 1, overallRating: "A" }),
      makeGoal({ number: 2, overallRating: "B", findings: [finding] }),
      makeGoal({ number: 3, overallRating: "C" }),
      makeGoal({ number: 4, overallRating: "E" }),
      makeGoal({ number: 5, overallRating: "D" }),
    ];
    expect(listAttention(plans, goals).items.map((item) => item.goal.number)).toEqual([5, 3, 4, 2]);
  });

  it("tells plans without ratings instead of listing each goal", () => {
    const goals = [makeGoal({ fiscalYear: 2021, number: 1 }), makeGoal({ fiscalYear: 2021, number: 2 }), makeGoal({ number: 1, overallRating: "A" })];
    const { items, notRated } = listAttention(plans, goals);
    expect(items).toEqual([]);
    expect(notRated).toEqual([{ fiscalYear: 2021, departments: ["政策推進部"], goals: 2, plansOnly: false }]);
  });
});
