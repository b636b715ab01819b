import fc from "fast-check";
import { expect, it, test } from "vitest";
import { usualView } from "@/lib/chart-urls";
import { addsUp, roundShare } from "@/lib/charts/percentage";
import { CHARTS, describeChart } from "@/lib/charts/registry";
import { chartJa } from "@/lib/texts/chart-ja";
import { makeGoal, makePlan } from "../rows";

it.each([
  [[1, 1, 1], false],
  [[1, 1], true],
  [[2, 1], true],
  [[1, 1, 1, 1, 1, 1], false],
  [[], true],
  [[0, 0], true],
] as const)("of %j adds up: %s", (counts, adds) => {
  expect(addsUp(counts)).toBe(adds);
});

test("a chart of shares says that percentages are rounded exactly where a row that it prints does not add up to 100, once, and one of counts never", () => {
  const letters = fc.array(fc.constantFrom("A", "B", "C", "D", null), { minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(letters, fc.constantFrom("rating-distribution", "rating-by-year"), (ratings, name) => {
      const goals = ratings.map((overallRating, index) => makeGoal({ number: index + 1, policyArea: `分野${index % 2}`, overallRating }));
      const describe = (measure: "count" | "share") =>
        describeChart(CHARTS[name], { plans: [makePlan()], goals, history: { items: [], comparisons: [] } }, { ...usualView(CHARTS[name]), measure });
      const { basis, table } = describe("share");
      // From the printed table: of each group, and of all together.
      const at = (column: string) => table.columns.findIndex((each) => each.name === column);
      const sums = new Map<unknown, number>();
      const counts = new Map<unknown, number>();
      for (const row of table.rows.filter((each) => each[at("share")] !== null)) {
        const group = at("group") < 0 ? null : row[at("group")];
        sums.set(group, (sums.get(group) ?? 0) + Math.round(100 * (Number(row[at("count")]) / Number(row[at("rated")]))));
        counts.set(row[at("rating")], (counts.get(row[at("rating")]) ?? 0) + Number(row[at("count")]));
      }
      const all = [...counts.values()];
      const total = all.reduce((sum, count) => sum + roundShare(count / all.reduce((whole, each) => whole + each, 0)), 0);
      const odd = [...sums.values(), ...(all.length > 0 ? [total] : [])].some((sum) => sum !== 100);
      expect(basis.split(chartJa.rounded)).toHaveLength(odd ? 2 : 1);
      expect(describe("count").basis).not.toContain(chartJa.rounded);
    }),
  );
});
