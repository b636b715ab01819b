import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listAttention } from "@/lib/charts/attention/model";
import { countRatings } from "@/lib/charts/rating-distribution/model";
import { compareYears, readRatings } from "@/lib/charts/rating-distribution/sentence";
import { sortGoals } from "@/lib/domain/goal-order";
import type { RatingScaleEntry } from "@/lib/domain/plan";
import { compareRatings, sortRatings } from "@/lib/domain/rating/comparison";
import { KASHIWARA_FORM } from "@/lib/domain/rating/form";
import { isLow } from "@/lib/domain/rating/tone";
import { makeScale, type RatingScale, type RatingValue, rateBy, readScale } from "@/lib/domain/rating/value";
import { makeGoal, makePlan } from "../../rows";

const percent = fc.option(fc.integer({ min: 0, max: 120 }));
const label = fc.option(
  fc.oneof(
    fc.constantFrom("達成", "概ね達成", "未達成", "未実施", "評価不能", "中止", "対象外", "計画通り", "計画どおり"),
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }),
  ),
);
const rating = fc.oneof(
  fc.constantFrom("S", "A", "B", "C", "D", "E", "◎", "○", "△", "×", "①", "5", "計画以上", "計画通り", "評価不能", "A′", "B+"),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
);
/** Any scale: labels, order and bounds at will, with and without entries that stand outside. */
const entries: fc.Arbitrary<RatingScaleEntry[]> = fc.uniqueArray(fc.record({ rating, label, criterion: label, min: percent, max: percent }), {
  minLength: 1,
  maxLength: 12,
  selector: (entry) => entry.rating,
});
const form = fc.constantFrom(null, KASHIWARA_FORM, { ...KASHIWARA_FORM, outside: ["A"] });
const scale = fc.tuple(entries, form).map(([lines, by]) => makeScale(lines, by));

const TONES = ["a", "b", "c", "d"];
const rankedOf = ({ values }: RatingScale) => values.filter(({ rank }) => rank !== null);

describe("any scale", () => {
  it("ranks each rating or holds it outside: ranks count up from 0, tones go one way, what is outside has neither", () => {
    fc.assert(
      fc.property(scale, (made) => {
        const ranked = rankedOf(made);
        expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_, at) => at));
        expect(made.values.map(({ rating: each }) => each).toSorted()).toEqual(made.entries.map(({ rating: each }) => each).toSorted());
        const tones = ranked.map(({ tone }) => TONES.indexOf(tone));
        expect(tones).toEqual(tones.toSorted());
        expect(tones.includes(-1)).toBe(false);
        if (ranked.length > 0) expect(tones[0]).toBe(0);
        if (ranked.length > 1) expect(tones.at(-1)).toBe(3);
        for (const value of made.values) expect([value.rank === null, value.tone === "e"]).toEqual([value.outside, value.outside]);
        expect(new Set(made.values.map(({ short }) => short)).size).toBe(made.values.length);
      }),
    );
  });

  it("never ranks lower bounds above higher ones", () => {
    fc.assert(
      fc.property(scale, (made) => {
        const bounded = rankedOf(made)
          .map((value) => made.entries.find((entry) => entry.rating === value.rating)!)
          .filter(({ min, max, label: own, rating: each }) => (min !== null || max !== null) && (own ?? each) !== "未実施");
        for (let at = 1; at < bounded.length; at++) expect(bounded[at]!.min ?? 0).toBeLessThanOrEqual(bounded[at - 1]!.min ?? 0);
      }),
    );
  });

  it("has its worst and its outside, never its best, in what needs attention, and counts add up", () => {
    fc.assert(
      fc.property(scale, fc.array(fc.nat(20), { maxLength: 12 }), (made, picks) => {
        const goals = picks.map((pick, at) => makeGoal({ scale: made, number: at, overallRating: made.values[pick]?.rating ?? null }));
        const plans = [{ ...makePlan(), ratingScale: [...made.entries], scale: made }];
        const { items, listed, outside } = listAttention(plans, goals, { items: [], comparisons: [] });
        expect(items.filter(({ rating: value }) => value?.rank === 0)).toEqual([]);
        const low = items.filter((item) => item.lowRating);
        expect(low.map(({ rating: value }) => value!.rank!)).toEqual(low.map(({ rating: value }) => value!.rank!).toSorted((a, b) => b - a));
        expect([...listed, ...outside.flatMap((item) => item.goals)]).toHaveLength(items.length);
        const chart = countRatings(plans, goals, { unit: "goals", measure: "count", by: "area", filter: {} });
        const [total] = chart.totals;
        const count = (take: (tone: string) => boolean) => total!.segments.filter(({ tone }) => take(tone)).reduce((sum, segment) => sum + segment.count, 0);
        expect(total!.segments.reduce((sum, segment) => sum + segment.count, 0)).toBe(goals.length);
        expect([count((tone) => isLow(tone as "c")), count((tone) => tone === "e")]).toEqual([low.length, outside.flatMap((item) => item.goals).length]);
        expect(new Set(chart.categories.map((category) => category.label)).size).toBe(chart.categories.length);
        expect(chart.categories.flatMap((category) => category.rating ?? [])).toEqual(made.values.map((value) => value.rating));
        expect(readRatings(chart) + compareYears(chart)).not.toMatch(/undefined|NaN/);
      }),
      { numRuns: 60 },
    );
  });

  it("never calls a rise a fall, and nothing that touches the outside either", () => {
    fc.assert(
      fc.property(scale, fc.nat(20), fc.nat(20), (made, i, j) => {
        const [before, after] = [made.values[i] ?? null, made.values[j] ?? null];
        const [change, back] = [compareRatings(before, after), compareRatings(after, before)];
        if (before === null || after === null) expect([change, back]).toEqual(["not-rated", "not-rated"]);
        else if (before.outside || after.outside) expect(change).toMatch(/outside/);
        else if (after.rank! < before.rank!) expect([change, back]).toEqual(["better", "worse"]);
        else expect(change).toBe(after.rank! > before.rank! ? "worse" : after.rank === 0 ? "best" : "same");
      }),
    );
  });
});

describe("several scales together", () => {
  const value = fc.tuple(scale, fc.nat(20)).map(([made, at]): RatingValue | null => (at > 15 ? null : (made.values[at] ?? rateBy(made, "見知らぬ"))));

  it("sort in one total order that each scale's ranks agree with", () => {
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        expect(Math.sign(sortRatings(a, b))).toBe(-Math.sign(sortRatings(b, a)) || 0);
        if (sortRatings(a, b) <= 0 && sortRatings(b, c) <= 0) expect(sortRatings(a, c)).toBeLessThanOrEqual(0);
      }),
    );
    fc.assert(
      fc.property(scale, (made) => {
        expect(made.values.toSorted(sortRatings)).toEqual(made.values);
        const goals = made.values.map((each, number) => makeGoal({ scale: made, number, overallRating: each.rating }));
        const sorted = (direction: "asc" | "desc") => sortGoals(goals, "rating", direction).flatMap((goal) => goal.overallRating!.rank ?? []);
        expect(sorted("asc")).toEqual(rankedOf(made).map(({ rank }) => rank));
        expect(sorted("desc")).toEqual(sorted("asc").reverse());
      }),
    );
  });

  it("are never compared by rank, nor counted as one where they mean something else, and the chart says that they differ", () => {
    fc.assert(
      fc.property(entries, entries, fc.nat(9), fc.nat(9), (one, other, i, j) => {
        const scales = [readScale(one), readScale(other)] as const;
        const values = [scales[0].values[i % scales[0].values.length]!, scales[1].values[j % scales[1].values.length]!] as const;
        const change = compareRatings(...values);
        if (scales[0].order !== scales[1].order) expect(["incomparable", "to-outside", "from-outside", "still-outside"]).toContain(change);
        const plans = [makePlan({ fiscalYear: 2024, ratingScale: one }), makePlan({ fiscalYear: 2025, ratingScale: other })];
        const goals = values.map((each, at) => makeGoal({ fiscalYear: 2024 + at, scale: scales[at]!, overallRating: each.rating }));
        const chart = countRatings(plans, goals, { unit: "goals", measure: "count", by: "area", filter: {} });
        const [first, second] = chart.totals.map((row) => row.segments[0]!);
        const alike = values[0].rating === values[1].rating && values[0].tone === values[1].tone;
        if (!alike) expect(first!.label).not.toBe(second!.label);
        if (scales[0].order !== scales[1].order) expect(compareYears(chart)).toContain("の比較は行っていません");
      }),
      { numRuns: 150 },
    );
  });
});
