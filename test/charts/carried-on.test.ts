import { describe, expect, it } from "vitest";
import { sumUpCarriedOn } from "@/lib/charts/carried-on";
import { rateBy, readScale } from "@/lib/domain/rating/value";
import type { ContinuationHistory, ContinuationItem, ContinuationLink, LinkKind, Status } from "@/lib/domain/continuation";
import { SCALES } from "../domain/rating/scales";
import { KASHIWARA } from "../rows";

function makeItem(fiscalYear: number, goalNumber: number, rating: string | null = null, scale = KASHIWARA): ContinuationItem {
  const key = `${fiscalYear}-policy-promotion-${goalNumber}`;
  const place = { municipality: "柏原市", department: "政策推進部", fiscalYear };
  return {
    key, level: "goal", ref: { ...place, pointer: `/priorityGoals/${goalNumber - 1}` }, goalId: key, goalNumber, goalTitle: key, text: key, ...place,
    departmentId: "policy-promotion", policyArea: null, policyGoal: null, responsibleUnits: [], initiatives: 1, rating: rateBy(scale, rating),
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

  it("lists what stayed the best as no failure, and what went outside the order as a number of its own", () => {
    const changes: [string, string][] = [["A", "A"], ["B", "B"], ["B", "C"], ["C", "B"], ["A", "E"], ["D", "E"], ["E", "E"], ["E", "A"]];
    const pairs = changes.map(([one, other], index) => [makeItem(2021, index + 1, one), makeItem(2025, index + 1, other)] as const);
    const sum = sumUpCarriedOn({ items: pairs.flat(), comparisons: [{ from: 2021, to: 2025, links: pairs.map(([one, other]) => makeLink(one, other)), ended: [], begun: [] }] })!;
    const told = (list: { before: ContinuationItem; after: ContinuationItem }[]) => list.map(({ before, after }) => `${before.rating!.rating}${after.rating!.rating}`);
    expect([told(sum.notBetter), told(sum.toOutside), told(sum.stillOutside), sum.refusal]).toEqual([["BB", "BC"], ["AE", "DE"], ["EE"], null]);
  });

  it.each(Object.entries(SCALES))("calls a rise no failure on any scale: %s", (_name, { entries, order }) => {
    const scale = readScale(entries);
    const pairs = order.flatMap((one, i) => order.map((other, j) => [makeItem(2021, i * 20 + j, one, scale), makeItem(2025, i * 20 + j, other, scale)] as const));
    const sum = sumUpCarriedOn({ items: pairs.flat(), comparisons: [{ from: 2021, to: 2025, links: pairs.map(([one, other]) => makeLink(one, other)), ended: [], begun: [] }] })!;
    for (const { before, after } of sum.notBetter) expect(order.indexOf(after.rating!.rating)).toBeGreaterThanOrEqual(Math.max(1, order.indexOf(before.rating!.rating)));
    expect(sum.notBetter).toHaveLength((order.length * (order.length + 1)) / 2 - 1);
  });

  it("does not compare by two scales, and says so", () => {
    const [one, other] = [makeItem(2021, 1, "B"), makeItem(2025, 1, "B", readScale(SCALES["S–B in a table"]!.entries))];
    const sum = sumUpCarriedOn({ items: [one, other], comparisons: [{ from: 2021, to: 2025, links: [makeLink(one, other)], ended: [], begun: [] }] })!;
    expect([sum.notBetter, sum.refusal]).toEqual([[], "1件は、達成度の区分が前後の資料で異なるため、良くなったかを比べていません。"]);
  });
});
