import { describe, expect, it } from "vitest";
import { layoutAttention, MOST_ATTENTION } from "@/lib/charts/attention/layout";
import { listAttention } from "@/lib/charts/attention/model";
import { CHARTS, describeChart } from "@/lib/charts/registry";
import { readScale } from "@/lib/domain/rating/value";
import type { FindingRow } from "@/lib/domain/rows";
import { SCALES } from "../../domain/rating/scales";
import { makeGoal, makePlan } from "../../rows";

const finding: FindingRow = {
  severity: "note",
  rule: "overall-rating-outside-targets",
  reason: "理由",
  span: null,
  plan: 0,
  pointer: null,
  documentId: "0",
  goalId: "g",
};

it("tells nothing of low ratings where there are none at all", () => {
  const goals = [1, 2].map((number) => makeGoal({ number, overallRating: null }));
  const facts = describeChart(
    CHARTS.attention,
    { plans: [makePlan({ stage: "plan" })], goals, history: { items: [], comparisons: [] } },
    { filter: {}, of: "goals", measure: "count", by: "year", language: "ja" },
  );
  expect([facts.reading, facts.basis]).toEqual(["令和7年度の重点目標のうち、資料の中に食い違いのあるものは0件です。", "令和7年度の2件は評価未掲載です。"]);
});

describe("a goal that is brought out", () => {
  const goals = [
    ...Array.from({ length: MOST_ATTENTION + 3 }, (_, index) => makeGoal({ number: index + 1, title: `目標<${index + 1}>`, overallRating: "D" })),
    ...[101, 102].map((number) => makeGoal({ number, overallRating: "E" })),
    makeGoal({ number: 103, overallRating: "A" }),
  ];
  const plans = [makePlan()];
  const show = (focus: string | null, language: "ja" | "en" = "ja") =>
    describeChart(
      CHARTS.attention,
      { plans, goals, history: { items: [], comparisons: [] } },
      { filter: {}, of: "goals", measure: "count", by: "year", language, focus },
    );
  const bright = (facts: ReturnType<typeof show>) => layoutAttention(facts.model, 320).entries.filter(({ dimmed }) => !dimmed);

  it("is told in title, sentence and table, and alone is not dimmed, however late it stands", () => {
    for (const number of [2, MOST_ATTENTION + 2]) {
      const facts = show(goals[number - 1]!.id);
      expect(facts.title).toBe(`確認が必要な項目（令和7年度、令和7年度の重点目標${number}「目標<${number}>」を濃く表示）`);
      expect(facts.reading).toContain(`「目標<${number}>」を濃く、ほかを薄く示しています。`);
      expect(bright(facts).map(({ goalId }) => goalId)).toEqual([goals[number - 1]!.id]);
      expect(layoutAttention(facts.model, 320).entries).toHaveLength(layoutAttention(show(null).model, 320).entries.length);
      const column = facts.table.columns.findIndex(({ name }) => name === "focused");
      expect(facts.table.rows.filter((row) => row[column] === 1).map((row) => row[2])).toEqual([goals[number - 1]!.id]);
    }
    expect(show(goals[1]!.id, "en").title).toBe("What needs a look (FY2025; priority goal 2 of FY2025, “目標<2>” brought out)");
  });

  it("is told among those outside the order", () => {
    expect(bright(show(goals.find(({ number }) => number === 102)!.id)).map(({ key }) => key)).toEqual(["2025 E 未実施"]);
  });

  it("is none that needs no look, and no rating, and a sentence says so", () => {
    for (const asked of [goals.at(-1)!.id, "D", "<x>"]) {
      const facts = show(asked);
      expect(facts.reading).toContain(`濃く示すように指定された「${asked}」は、この図にありません。`);
      expect(facts.title).toBe(show(null).title);
      expect(facts.table).toEqual(show(null).table);
      expect(bright(facts)).toHaveLength(layoutAttention(facts.model, 320).entries.length);
    }
  });
});

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
    expect(listAttention(plans, goals, { items: [], comparisons: [] }).items.map((item) => item.goal.number)).toEqual([5, 3, 4, 2]);
  });

  it("tells plans without ratings instead of listing each goal", () => {
    const goals = [makeGoal({ fiscalYear: 2021, number: 1 }), makeGoal({ fiscalYear: 2021, number: 2 }), makeGoal({ number: 1, overallRating: "A" })];
    const { items, notRated } = listAttention(plans, goals, { items: [], comparisons: [] });
    expect(items).toEqual([]);
    expect(notRated).toEqual([{ fiscalYear: 2021, departments: ["政策推進部"], goals: 2, plansOnly: false }]);
  });

  it("tells five E as a number of their own, however many C there are", () => {
    const goals = [
      ...Array.from({ length: MOST_ATTENTION + 2 }, (_, index) => makeGoal({ number: index + 1, overallRating: "C" })),
      ...Array.from({ length: 5 }, (_, index) => makeGoal({ number: 101 + index, overallRating: "E", findings: index === 0 ? [finding] : [] })),
    ];
    const attention = listAttention(plans, goals, { items: [], comparisons: [] });
    expect(attention.outside).toMatchObject([{ fiscalYear: 2025, rating: { rating: "E" }, goals: [{ number: 101 }, {}, {}, {}, {}] }]);
    expect(attention.listed.filter((item) => item.outside).map((item) => item.goal.number)).toEqual([101]);
    const texts = layoutAttention(attention, 680).entries.map((entry) => entry.name);
    expect(texts).toContain("令和7年度 政策推進部の5件はE 未実施（達成度の順序の外）。「目標その101」「目標その102」「目標その103」ほか2件");
    const facts = describeChart(
      { name: "attention" },
      { plans, goals, history: { items: [], comparisons: [] } },
      { filter: {}, of: "goals", measure: "count", by: "year", language: "ja" },
    );
    expect(facts.reading).toBe(
      "令和7年度の重点目標のうち、達成度がC以下のものは14件、E 未実施（順序の外）のものは5件、資料の中に食い違いのあるものは1件です。",
    );
    const rules = facts.table.rows.map((row) => row[facts.table.columns.findIndex(({ name }) => name === "rule")]);
    expect([rules.filter((rule) => rule === "low-rating").length, rules.filter((rule) => rule === "outside-order").length]).toEqual([14, 5]);
  });

  it.each(Object.entries(SCALES))("never takes the best of a scale, always the worst: %s", (_name, { entries, order, outside = [] }) => {
    const scale = readScale(entries);
    const all = [...order, ...outside];
    const goals = all.map((rating, index) => makeGoal({ scale, number: index + 1, overallRating: rating }));
    const { items, outside: apart } = listAttention([makePlan({ ratingScale: entries })], goals, { items: [], comparisons: [] });
    const low = items.filter((item) => item.lowRating).map((item) => item.rating!.rating);
    expect(low).toEqual(order.slice(Math.ceil(order.length / 2)).reverse());
    expect(apart.map((item) => item.rating.rating).sort()).toEqual([...outside].sort());
  });

  it.each([
    ["S–B in a table", "Bのものは"],
    ["①–④", "③のものは"],
    ["◎○△× with 未実施", "△以下のものは"],
    ["words", "「遅れている」以下のものは"],
    ["A the worst, printed best first", "B以下のものは"],
  ])("says what is low in the words of the scale: %s", (name, words) => {
    const scale = readScale(SCALES[name]!.entries);
    const goals = [makeGoal({ scale, overallRating: SCALES[name]!.order[0]! })];
    const facts = describeChart(
      { name: "attention" },
      { plans: [makePlan({ ratingScale: SCALES[name]!.entries })], goals, history: { items: [], comparisons: [] } },
      { filter: {}, of: "goals", measure: "count", by: "year", language: "ja" },
    );
    expect(facts.reading).toContain(`達成度が${words}0件`);
  });

  it("says that scales differ, and speaks of neither's letters, where two departments are rated by two", () => {
    const entries = SCALES["S–B in a table"]!.entries;
    const mixed = [makePlan(), makePlan({ id: "2025-b", departmentId: "b", department: "総務部", ratingScale: entries })];
    const goals = [
      makeGoal({ overallRating: "B" }),
      makeGoal({ planId: "2025-b", departmentId: "b", department: "総務部", scale: readScale(entries), overallRating: "B" }),
    ];
    const attention = listAttention(mixed, goals, { items: [], comparisons: [] });
    expect(attention.items.map((item) => item.goal.department)).toEqual(["総務部"]);
    expect(attention.low).toBe("区分の下半分");
    expect(attention.scaleDifference).toContain("達成度の区分が資料によって異なり");
  });
});
