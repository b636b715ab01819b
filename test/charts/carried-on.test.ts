import { describe, expect, it } from "vitest";
import { sumUpCarriedOn } from "@/lib/charts/carried-on";
import type { ContinuationHistory, ContinuationItem, ContinuationLink, LinkKind, Status } from "@/lib/domain/continuation";

function makeItem(fiscalYear: number, goalNumber: number, rating: string | null = null): ContinuationItem {
  const key = `${fiscalYear}-policy-promotion-${goalNumber}`;
  const place = { municipality: "柏原市", department: "政策推進部", fiscalYear };
  return {
    key, level: "goal", ref: { ...place, pointer: `/priorityGoals/${goalNumber - 1}` }, goalId: key, goalNumber, goalTitle: key, text: key, ...place,
    departmentId: "policy-promotion", policyArea: null, policyGoal: null, responsibleUnits: [], initiatives: 1, rating,
  };
}

function makeLink(before: ContinuationItem, after: ContinuationItem, kind: LinkKind = "continued", status: Status = "proposed"): ContinuationLink {
  return {
    level: "goal", predecessor: before.ref, successor: after.ref, predecessorKey: before.key, successorKey: after.key, kind, status, score: 0.9, record: null,
    parts: { score: 0.9, unchanged: null, own: 0.9, initiatives: null, similarity: 0.5, predecessorLead: 0, successorLead: 0, unit: 1, candidates: 4 },
    reasons: [], changes: [],
  };
}

describe("sumUpCarriedOn", () => {
  it("has nothing to say of one year", () => {
    expect(sumUpCarriedOn({ items: [makeItem(2025, 1)], comparisons: [] })).toBeNull();
  });

  it("counts what lives on, ended and is new, and refuses to compare ratings that one year lacks", () => {
    const [a1, a2, a3, b1, b2] = [makeItem(2021, 1), makeItem(2021, 2), makeItem(2021, 3), makeItem(2025, 1, "B"), makeItem(2025, 2, "A")];
    const history: ContinuationHistory = {
      items: [a1, a2, a3, b1, b2],
      comparisons: [{ from: 2021, to: 2025, links: [makeLink(a1, b1, "merged"), makeLink(a2, b1, "merged")], ended: [a3.key], begun: [b2.key] }],
    };
    const sum = sumUpCarriedOn(history)!;
    expect([sum.livesOn.length, sum.ended.length, sum.begun.length]).toEqual([2, 1, 1]);
    expect(sum.longest).toEqual({ since: 2021, items: [b1] });
    expect(sum.refusal).toBe("令和3年度は評価未掲載のため、達成度が良くなったかは比べられません。");
    expect(sum.notBetter).toEqual([]);
  });

  it("follows continuing links back over years, never related or rejected ones", () => {
    const [a, b, c, d] = [makeItem(2019, 1, "C"), makeItem(2021, 1, "B"), makeItem(2025, 1, "B"), makeItem(2025, 2, "A")];
    const sum = sumUpCarriedOn({
      items: [a, b, c, d],
      comparisons: [
        { from: 2019, to: 2021, links: [makeLink(a, b)], ended: [], begun: [] },
        { from: 2021, to: 2025, links: [makeLink(b, c), makeLink(b, d, "related"), makeLink(b, d, "continued", "rejected")], ended: [], begun: [d.key] },
      ],
    })!;
    expect(sum.longest).toEqual({ since: 2019, items: [c] });
    expect(sum.notBetter).toEqual([{ before: b, after: c }]);
    expect(sum.refusal).toBeNull();
  });
});
