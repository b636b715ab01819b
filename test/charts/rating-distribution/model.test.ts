import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutDistribution, MOST_SINGLE_UNITS, NARROW, WIDE } from "@/lib/charts/rating-distribution/layout";
import { countRatings, type RatingDistribution } from "@/lib/charts/rating-distribution/model";
import { compareYears, headlineRatings, readRatings } from "@/lib/charts/rating-distribution/sentence";
import { KASHIWARA_FORM } from "@/lib/domain/rating/form";
import { rateBy, readScale } from "@/lib/domain/rating/value";
import type { GoalRow, PlanRow } from "@/lib/domain/rows";
import { makeEntries, SCALES } from "../../domain/rating/scales";
import { KASHIWARA, makeGoal, makePlan } from "../../rows";

/** The two real years in outline. */
const plans = [makePlan({ fiscalYear: 2021, stage: "plan" }), makePlan({ fiscalYear: 2025 })];
const goals = [
  ...["行財政運営", "行財政運営", "行財政運営", "防災", "防災", "防災"].map((policyArea, index) =>
    makeGoal({ fiscalYear: 2021, number: index + 1, policyArea, targetRatings: index < 4 ? [null] : [null, null] }),
  ),
  makeGoal({ number: 1, policyArea: "市政運営", overallRating: "B", targetRatings: ["B", "A"] }),
  makeGoal({ number: 2, policyArea: "行財政運営", overallRating: "A", targetRatings: ["A"] }),
  makeGoal({ number: 3, policyArea: "行財政運営", overallRating: "B", targetRatings: ["B"] }),
  makeGoal({ number: 4, policyArea: "防災", overallRating: "C", targetRatings: ["B", "B"] }),
];
const usual = { unit: "goals", measure: "count", by: "area", filter: {} } as const;

describe("countRatings", () => {
  const chart = countRatings(plans, goals, usual);

  it("counts each area and year by rating", () => {
    const table = chart.groups.map((group) => [
      group.name,
      ...group.rows.map((row) => row.segments.map((segment) => `${segment.rating ?? "–"}${segment.count}`).join(" ")),
    ]);
    expect(table).toEqual([
      ["行財政運営", "–3", "A1 B1"],
      ["防災", "–3", "C1"],
      ["市政運営", "", "B1"],
    ]);
  });

  it("counts targets too", () => {
    const targets = countRatings(plans, goals, { ...usual, unit: "targets" });
    expect(targets.totals.map((row) => [row.total, row.rated])).toEqual([
      [8, 0],
      [6, 6],
    ]);
  });

  it("takes shares of the rated units only", () => {
    const mixed = countRatings(plans, [...goals, makeGoal({ number: 5, policyArea: "防災" })], { ...usual, measure: "share" });
    const newest = mixed.totals.at(-1)!;
    expect(newest.segments.map((segment) => [segment.rating, segment.share])).toEqual([
      ["A", 0.25],
      ["B", 0.5],
      ["C", 0.25],
      [null, null],
    ]);
  });

  it("says with each segment which goals it holds", () => {
    const segment = chart.groups[0]!.rows[1]!.segments[0]!;
    expect(segment.filter).toEqual({ fiscalYears: [2025], policyAreas: ["行財政運営"], ratings: ["A"] });
  });

  it("names every rating of the scale in the legend, not rated last", () => {
    expect(chart.categories.map((category) => category.rating)).toEqual(["A", "B", "C", "D", "E", null]);
  });
});

describe("sentences", () => {
  it("give the headline of the newest year", () => {
    expect(headlineRatings(countRatings(plans, goals, usual))).toBe("4件の重点目標のうち、A 達成 1、B 概ね達成 2、C 一部達成 1。");
  });

  it("refuse a comparison with a year that is not rated", () => {
    expect(compareYears(countRatings(plans, goals, usual))).toBe("令和3年度の6件の重点目標は評価未掲載のため、達成度は比較できません。");
  });

  it("compare rated years in counts, with a direction that every cut bears out", () => {
    const rated = goals.map((goal) => (goal.fiscalYear === 2021 ? { ...goal, overallRating: rateBy(KASHIWARA, goal.number === 1 ? "C" : "A") } : goal));
    expect(compareYears(countRatings(plans, rated, usual))).toBe(
      "令和3年度は6件（A5・C1）、令和7年度は4件（A1・B2・C1）です。どの区切りでみても、達成度は下がっています。",
    );
  });

  it("say no direction where only what stands outside the order changed, as it is no fall", () => {
    const rated = goals.map((goal) => ({ ...goal, overallRating: rateBy(KASHIWARA, goal.fiscalYear === 2025 && goal.number > 2 ? "E" : "A") }));
    expect(compareYears(countRatings(plans, rated, usual))).toBe(
      "令和3年度は6件（A6）、令和7年度は4件（A2・E2）です。全体として上がったか下がったかは、どちらとも言えません。",
    );
  });

  it("refuse to compare ratings of scales with other thresholds, and say which differ", () => {
    const ratingScale = KASHIWARA_FORM.entries.map((entry) => (entry.rating === "B" ? { ...entry, min: 60 } : entry));
    const rated = goals.map((goal) => (goal.fiscalYear === 2021 ? { ...goal, overallRating: rateBy(readScale(ratingScale), "B") } : goal));
    const sentence = compareYears(countRatings([makePlan({ fiscalYear: 2021, ratingScale }), makePlan({ fiscalYear: 2025 })], rated, usual));
    expect(sentence).toContain("Bは令和3年度 政策推進部で60%以上100%未満、令和7年度 政策推進部で70%以上100%未満");
    expect(sentence).toContain("資料により基準が異なるため、令和3年度、令和7年度の比較は行っていません。");
    expect(sentence).not.toMatch(/B6|上がって|下がって/);
  });

  it("tell the leading year where a newer plan has no ratings", () => {
    const april = [...goals, makeGoal({ fiscalYear: 2026, number: 1 })];
    const chart = countRatings([...plans, makePlan({ fiscalYear: 2026, stage: "plan" })], april, usual);
    expect(headlineRatings(chart)).toBe("4件の重点目標のうち、A 達成 1、B 概ね達成 2、C 一部達成 1。");
    expect(readRatings(chart)).toBe(readRatings(countRatings(plans, goals, usual)));
  });

  it("tell of the year that has any where the leading one has none of the conditions, and compare nothing that is not there", () => {
    const chart = countRatings(
      plans,
      goals.filter(({ fiscalYear }) => fiscalYear === 2021),
      { ...usual, filter: { ratings: ["none"] } },
    );
    expect(readRatings(chart)).toBe("令和3年度の6件の重点目標は、すべて評価未掲載です。令和7年度に、条件に合う重点目標はありません。");
    expect(readRatings(countRatings(plans, [], usual))).toBe("条件に合う重点目標はありません。");
  });

  it("read an empty selection without failing", () => {
    const empty = countRatings([], [], usual);
    expect(readRatings(empty)).toBe("条件に合う重点目標はありません。");
  });
});

describe("several scales in one chart", () => {
  const outcome = SCALES["A–D of outcome"]!.entries;
  const [one, other] = [makePlan(), makePlan({ id: "2025-b", departmentId: "b", department: "総務部", ratingScale: outcome })];
  const mixed = [
    makeGoal({ number: 1, overallRating: "B" }),
    makeGoal({ number: 2, overallRating: "A" }),
    ...["B", "B", "D"].map((rating, index) =>
      makeGoal({ planId: "2025-b", departmentId: "b", department: "総務部", number: index + 1, scale: readScale(outcome), overallRating: rating }),
    ),
  ];
  const chart = countRatings([one, other], mixed, usual);

  it("keeps what they mean apart under one letter, and asks for each with its departments", () => {
    const [row] = chart.totals;
    expect(row!.segments.map(({ label, count }) => [label, count])).toEqual([
      ["A 達成", 1],
      ["B 概ね達成", 1],
      ["B 成果あり", 2],
      ["D 事業の休廃止も含め、再考の余地有り", 1],
    ]);
    expect(row!.segments.slice(1, 3).map(({ filter, variant }) => [filter.ratings, filter.departments, variant])).toEqual([
      [["B"], ["policy-promotion"], 1],
      [["B"], ["b"], 2],
    ]);
    expect(chart.categories.filter(({ rating }) => rating === "B").map(({ label }) => label)).toEqual(["B 概ね達成", "B 成果あり"]);
  });

  it("says so also of one year, with the meanings in place of the letters", () => {
    expect(readRatings(chart)).toBe(
      "令和7年度の内訳は、行財政運営 A1件・B 概ね達成1件・B 成果あり2件・D1件。達成度の区分が資料によって異なり（Aは令和7年度 政策推進部で100%、令和7年度 総務部で割合の定めなし）、同じ文字でも同じ意味とはかぎりません。",
    );
  });

  it("names a letter of one meaning by its plans where it stands elsewhere on their scales", () => {
    const shorter = makeEntries(["S", "特に"], ["A", "達成"], ["B", "未達成"]);
    const years = countRatings(
      [makePlan({ fiscalYear: 2024, ratingScale: shorter }), makePlan()],
      [makeGoal({ fiscalYear: 2024, scale: readScale(shorter), overallRating: "A" }), makeGoal({ overallRating: "A" })],
      usual,
    );
    expect(years.totals.map((row) => row.segments.map(({ label, tone }) => [label, tone]))).toEqual([
      [["A 達成（令和6年度 政策推進部）", "b"]],
      [["A 達成（令和7年度 政策推進部）", "a"]],
    ]);
  });

  it.each([
    ["S–B in a table", "S1・A1・B1"],
    ["◎〇△× of progress", "◎1・〇1・△1・×1"],
    ["words", "「前倒し実施」1・「計画どおり」1・「ほぼ計画どおり」1・「遅れている」1・「未達成」1"],
    ["A the worst, printed best first", "D1・C1・B1・A1"],
  ])("compares years in the order of the scale itself: %s", (name, words) => {
    const { entries, order } = SCALES[name]!;
    const years = [2024, 2025].map((fiscalYear) => makePlan({ fiscalYear, ratingScale: entries }));
    const rated = [2024, 2025].flatMap((fiscalYear) =>
      order.map((rating, number) => makeGoal({ fiscalYear, number, scale: readScale(entries), overallRating: rating })),
    );
    expect(compareYears(countRatings(years, rated, usual))).toBe(
      `令和6年度は${order.length}件（${words}）、令和7年度は${order.length}件（${words}）です。達成度はほぼ同じです。`,
    );
  });

  it("lists what stands outside after the lowest, and draws two of one colour apart", () => {
    const printed = makeEntries(["Z", "評価困難"], ["A", "高い"], ["B", "中"], ["C", "中の下"], ["D", "低い"], ["E", "最も低い"]);
    const rated = ["Z", "E", "B", "C", "A"].map((rating, number) => makeGoal({ number, scale: readScale(printed), overallRating: rating }));
    const shares = countRatings([makePlan({ ratingScale: printed })], rated, { ...usual, measure: "share" });
    expect(shares.totals[0]!.segments.map(({ rating }) => rating)).toEqual(["A", "B", "C", "E", "Z"]);
    const [, b, c] = layoutDistribution(shares, WIDE).bands[0]!.marks;
    expect([b!.segment.tone, c!.segment.tone, c!.x - (b!.x + b!.width)]).toEqual(["b", "b", expect.closeTo(1)]);
  });
});

describe("layoutDistribution", () => {
  const years = fc.uniqueArray(fc.integer({ min: 2015, max: 2025 }), { minLength: 1, maxLength: 10 });
  const areas = fc.array(fc.constantFrom("行財政運営", "防災", "市政運営", null, "みんなでつくる暮らし続けられるまちをめざす分野の名前"), { maxLength: 80 });
  const data = fc.record({
    years,
    areas,
    unit: fc.constantFrom("goals" as const, "targets" as const),
    measure: fc.constantFrom("count" as const, "share" as const),
  });

  it("keeps every mark in its band, apart from the others, and inside the drawing, for any data", () => {
    fc.assert(
      fc.property(data, fc.infiniteStream(fc.constantFrom("A", "B", "C", "D", "E", null)), (wanted, ratings) => {
        const rows = makeRows(wanted.years, wanted.areas, () => ratings.next().value ?? null);
        const chart = countRatings(rows.plans, rows.goals, { ...usual, unit: wanted.unit, measure: wanted.measure });
        for (const width of [280, NARROW, 440, WIDE, 960]) checkLayout(chart, width);
      }),
      { numRuns: 150 },
    );
  });

  function makeRows(fiscalYears: number[], areas: (string | null)[], rate: () => string | null): { plans: PlanRow[]; goals: GoalRow[] } {
    const goalRows = areas.map((policyArea, index) => {
      const rating = rate();
      return makeGoal({
        fiscalYear: fiscalYears[index % fiscalYears.length]!,
        number: index,
        policyArea,
        overallRating: rating,
        targetRatings: [rating, rate()],
      });
    });
    return { plans: fiscalYears.map((fiscalYear) => makePlan({ fiscalYear })), goals: goalRows };
  }

  function checkLayout(chart: RatingDistribution, width: number): void {
    const layout = layoutDistribution(chart, width);
    for (const band of layout.bands) {
      let end = layout.plot.x;
      for (const mark of band.marks) {
        expect(mark.x).toBeGreaterThanOrEqual(end - 1e-6);
        expect(mark.y).toBeGreaterThanOrEqual(band.y);
        expect(mark.y + mark.height).toBeLessThanOrEqual(band.y + layout.band);
        end = mark.x + mark.width;
      }
      expect(end).toBeLessThanOrEqual(layout.plot.x + layout.plot.width + 1e-6);
      if (layout.mode === "units") expect(band.marks.length).toBe(band.rows[0]?.total ?? 0);
    }
    const most = Math.max(0, ...chart.groups.flatMap((group) => group.rows.map((row) => row.total)));
    if (most > MOST_SINGLE_UNITS) expect(layout.mode).not.toBe("units");
  }
});
