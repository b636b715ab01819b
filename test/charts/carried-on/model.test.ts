import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countMoves, findFirstYear, sumUpCarriedOn } from "@/lib/charts/carried-on/model";
import { listFateCounts, listMoveCounts, readDoubt, titleCarriedOn } from "@/lib/charts/carried-on/sentence";
import type { ContinuationItem } from "@/lib/domain/continuation-history";
import { rateBy } from "@/lib/domain/rating/value";
import { chartJa } from "@/lib/texts/chart-ja";
import { KASHIWARA } from "../../rows";
import { histories } from "../continuation-ribbon/arbitrary";
import { makeHistory, makeItem, makeLink, readRealHistory } from "../continuation-ribbon/history";

const item = (year: number, number: number, letter: string | null, department = "健康部"): ContinuationItem => ({
  ...makeItem(year, department, number),
  rating: rateBy(KASHIWARA, letter),
});

describe("what was carried on", () => {
  it("is of the real pair's initiatives as read by hand: seven of nine go on, one of seven is new", () => {
    const real = sumUpCarriedOn(readRealHistory(), { from: 2021, to: 2025, level: "initiative" })!;
    expect(real.counts).toEqual({ before: 9, continuing: 7, ended: 2, after: 7, new: 1 });
    expect(real.alone).toBe(true);
    const told = real.rows.map(({ fate, before, after }) => [
      fate,
      before.map(({ key }) => key.slice(22)).join(),
      after.map(({ key }) => key.slice(22)).join(),
    ]);
    expect(told).toEqual([
      ["continuing", "2-i1", "1-i1"],
      ["continuing", "2-i2", "1-i2"],
      ["continuing", "1-i1", "2-i1,2-i2"],
      ["new", "", "3-i1"],
      ["continuing", "6-i1,6-i2", "4-i1"],
      ["continuing", "5-i1,5-i2", "4-i2"],
      ["ended", "3-i1", ""],
      ["ended", "4-i1", ""],
    ]);
    expect(readDoubt(real, chartJa)).toContain("職員が確認したもの0件");
    expect(titleCarriedOn(real)).toBe("令和3年度から続く具体的取組");
    expect(listFateCounts(real).map(({ fate, count, label }) => [fate, count, label])).toEqual([
      ["continuing", 7, "継続の候補"],
      ["ended", 2, "後継が見当たらないもの"],
      ["new", 1, "令和3年度にないもの"],
    ]);
    expect(listMoveCounts(real)).toEqual([]);
  });

  it("follows items across years between, and not where a year breaks the chain", () => {
    const [a1, a2, a3, b1, b3] = [item(2023, 1, "A"), item(2024, 1, "B"), item(2025, 1, "C"), item(2023, 2, "B"), item(2025, 2, "B")];
    const history = makeHistory([a1, a2, a3, b1, b3], [makeLink(a1, a2), makeLink(a2, a3)]);
    const sum = sumUpCarriedOn(history, { from: 2023, to: 2025, level: "goal" })!;
    expect(sum.counts).toEqual({ before: 2, continuing: 1, ended: 1, after: 2, new: 1 });
    expect(sum.alone).toBe(false);
    expect(sum.pairs.map(({ before, after, move }) => [before[0]!.key, after[0]!.key, move])).toEqual([[a1.key, a3.key, "down"]]);
  });

  it("counts how ratings moved: to and from outside the order is neither a rise nor a fall, staying there is no move", () => {
    const letters: [string | null, string | null][] = [
      ["B", "A"],
      ["A", "A"],
      ["C", "C"],
      ["A", "D"],
      ["A", "E"],
      ["E", "B"],
      ["E", "E"],
      [null, "A"],
      ["A", null],
    ];
    const pairs = letters.map(([before, after], index) => [item(2024, index + 1, before), item(2025, index + 1, after)] as const);
    const sum = sumUpCarriedOn(
      makeHistory(
        pairs.flat(),
        pairs.map(([one, other]) => makeLink(one, other)),
      ),
      { from: 2024, to: 2025, level: "goal" },
    )!;
    expect(countMoves(sum)).toEqual({ up: 1, same: 3, down: 1, outside: 2 });
  });

  it("tells departments apart", () => {
    const items = [item(2024, 1, "A"), item(2024, 2, "A"), item(2024, 1, "A", "総務部"), item(2025, 1, "A")];
    const sum = sumUpCarriedOn(makeHistory(items, [makeLink(items[0]!, items[3]!)]), { from: 2024, to: 2025, level: "goal" })!;
    expect(sum.departments.map(({ name, before, continuing }) => [name, before, continuing])).toEqual([
      ["健康部", 2, 1],
      ["総務部", 1, 0],
    ]);
  });

  it("is of what is chosen alone, and what went elsewhere, or came from there, is neither without a successor nor new", () => {
    const sum = sumUpCarriedOn(readRealHistory(), { from: 2021, to: 2025, level: "goal", chosen: { policyAreas: ["行財政運営"] } })!;
    expect(sum.counts).toEqual({ before: 3, continuing: 2, ended: 1, after: 2, new: 1 });
    // 広報 became シティプロモーション, which stands under another area.
    expect(sum.rows.map(({ fate, before, after }) => [fate, before.map(({ goalNumber }) => goalNumber), after.map(({ policyArea }) => policyArea)])).toEqual([
      ["continuing", [2], ["市政運営"]],
      ["continuing", [1], ["行財政運営"]],
      ["new", [], ["行財政運営"]],
      ["ended", [3], []],
    ]);
    expect(sum.links).toBe(2);
  });

  it("of every department together is that of all, in any history", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const years = [...new Set(history.items.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b);
        const span = { from: years[0]!, to: years.at(-1)!, level: "goal" } as const;
        const whole = years.length > 1 ? sumUpCarriedOn(history, span) : null;
        if (!whole) return;
        for (const { id, before, continuing } of whole.departments) {
          const own = sumUpCarriedOn(history, { ...span, chosen: { departments: [id] } });
          if (own) expect([own.counts.before, own.counts.continuing]).toEqual([before, continuing]);
        }
      }),
    );
  });

  it("is nothing where a year has no items, or is not before the other", () => {
    const history = makeHistory([item(2025, 1, "A")], []);
    expect(sumUpCarriedOn(history, { from: 2024, to: 2025, level: "goal" })).toBeNull();
    expect(sumUpCarriedOn(history, { from: 2025, to: 2025, level: "goal" })).toBeNull();
    expect([findFirstYear(history, 2025), findFirstYear(history, 2026)]).toEqual([null, 2025]);
  });

  it("has each item in just one row, and counts just its rows, in any history", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const years = [...new Set(history.items.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b);
        const sum = years.length > 1 ? sumUpCarriedOn(history, { from: years[0]!, to: years.at(-1)!, level: "goal" }) : null;
        if (!sum) return;
        const keys = (side: "before" | "after", ...fates: string[]) =>
          sum.rows.filter(({ fate }) => fates.includes(fate)).flatMap((row) => row[side].map(({ key }) => key));
        const all = [...keys("before", "continuing", "ended", "new"), ...keys("after", "continuing", "ended", "new")];
        expect(new Set(all).size).toBe(all.length);
        expect(sum.counts).toEqual({
          before: keys("before", "continuing", "ended").length,
          continuing: keys("before", "continuing").length,
          ended: keys("before", "ended").length,
          after: keys("after", "continuing", "new").length,
          new: keys("after", "new").length,
        });
      }),
    );
  });
});
