import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparisonView } from "@/components/charts/comparison/view";
import { usualView } from "@/lib/chart-urls";
import { layoutComparison } from "@/lib/charts/comparison/layout";
import type { GoalComparison } from "@/lib/charts/comparison/model";
import { CHARTS, describeChart } from "@/lib/charts/registry";
import { measureText } from "@/lib/charts/text-fit";
import type { GoalDetail } from "@/lib/domain/rows";
import { linkGoals, makeGoals } from "./goals";

function describeComparison(before: readonly GoalDetail[], goal: GoalDetail, language: "ja" | "en" = "ja") {
  const rows = { plans: [], goals: [], history: before.length > 0 ? linkGoals(before, goal) : { items: [], comparisons: [] }, goal, origins: before };
  return describeChart(CHARTS.comparison, rows, { ...usualView(CHARTS.comparison), language });
}

const stretches = (chart: GoalComparison, width: number) =>
  layoutComparison(chart, width).entries.flatMap(({ lines }) => lines.flatMap((line) => line.stretches ?? []).filter(({ look }) => look));

describe("old and new texts of a goal, in words", () => {
  it("tell which goals stand beside each other, what links them, and which texts are half the same", () => {
    const [before, after] = makeGoals({}, {});
    const { title, reading, basis } = describeComparison([before], after);
    expect(title).toBe("新旧対照：令和7年度 政策推進部 重点目標4 防災の強化");
    expect(reading).toBe(
      "令和3年度の重点目標5（継続の候補、職員未確認）と、令和7年度の重点目標4の文章を並べています。題名は、同じ文章です。今年度の達成目標は、半分以上が同じ文章です。",
    );
    expect(basis).toContain("取り消し線は新しい文章にない語句、下線は加わった語句です。");
    expect(basis).not.toContain("太字");
  });

  it("tell of other texts that they are not, and of one that one year alone has", () => {
    const [before, after] = makeGoals({ title: "消防団の充実" }, { title: "広報の刷新", overallAssessment: "順調でした。" });
    after.targetDetails[0]!.achievement = "備蓄を増やしました。";
    const { reading, basis } = describeComparison([before], after);
    expect(reading).toContain("題名は、同じ部分が半分未満の文章です。");
    expect(reading).toContain("達成状況は、片方の年度だけに記載があります。");
    expect(basis).toContain("ほかの記載（総合評価・総括）は、データと重点目標のページにあります。");
  });

  it("name the department of what came from another one, so that its number is not taken for this one's", () => {
    const [before, after] = makeGoals({ department: "健康部", departmentId: "健康部" }, {});
    const { reading, table } = describeComparison([before], after);
    expect(reading).toContain("令和3年度の健康部の重点目標5（継続の候補、職員未確認）と、令和7年度の重点目標4の文章");
    expect(table.rows.flat()).toContain("健康部の重点目標5");
    expect(describeComparison([before], after, "en").reading).toMatch(/^Priority goal 5 of 健康部 of FY2021 /);
  });

  it("say so where nothing came before", () => {
    const [, after] = makeGoals({}, {});
    const { empty, reading, table } = describeComparison([], after);
    expect([empty, reading, table.rows]).toEqual([true, "前の年度につながる重点目標がないため、並べる文章がありません。", []]);
  });

  it("name each goal of several, and have no Japanese but the documents' in English", () => {
    const [first, after] = makeGoals({}, {});
    const second = { ...first, id: "2021-policy-promotion-6", number: 6, title: "避難所の機能" };
    expect(describeComparison([first, second], after).reading).toContain("重点目標5・6（統合の候補2件、職員未確認）");
    const { reading, basis, table } = describeComparison([first, second], after, "en");
    expect(reading + basis).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
    expect(table.rows.map((row) => row[1])).toEqual(
      Array(6)
        .fill("")
        .map((_, at) => (at < 3 ? "Title" : "Targets of the year")),
    );
  });
});

it("stands in a file whole, a row a text, with how much is the same", () => {
  const [before, after] = makeGoals({}, {});
  const { table } = describeComparison([before], after);
  const at = (name: string) => table.columns.findIndex((column) => column.name === name);
  expect(table.rows.map((row) => ["field", "side", "fiscal_year", "goal_id", "text", "share_kept"].map((name) => row[at(name)]))).toEqual([
    ["title", "before", 2021, before.id, "防災の強化", 1],
    ["title", "after", 2025, after.id, "防災の強化", 1],
    ["target", "before", 2021, before.id, "避難所の備蓄を充実します。", expect.any(Number)],
    ["target", "after", 2025, after.id, "避難所の備蓄と運営を充実します。", expect.any(Number)],
  ]);
});

it("keeps texts whole in files, however long they are", () => {
  const text = `${"防災計画を強化します。".repeat(1100)}終わり`;
  const [before, after] = makeGoals({ overallAssessment: text }, { overallAssessment: "終わり" });
  const { table } = describeComparison([before], after);
  expect(table.rows.flat()).toContain(text);
});

describe("the drawing", () => {
  const model = (before: readonly GoalDetail[], after: GoalDetail) => describeComparison(before, after).model as GoalComparison;

  it("strikes out what is gone, underlines what is new, and sets what other texts share in bold, never by colour alone", () => {
    const [before, after] = makeGoals({}, {});
    expect(stretches(model([before], after), 640)).toEqual([{ text: "と運営", look: "added" }]);
    const [old, other] = makeGoals({ title: "消防団による地域防災力の充実" }, { title: "地域防災の広報と訓練の刷新" });
    expect(stretches(model([old], other), 640).filter(({ look }) => look === "shared")).toContainEqual({ text: "地域防災", look: "shared" });
  });

  it("holds each letter of each text in lines that fit their column, whatever the texts are", () => {
    const text = fc
      .array(fc.constantFrom("防災", "の", "計画", "\n", " ", "<b>", "&amp;", "𠮷", "消防団を強化します。", "A", "ﾃｽﾄ", "👨‍👩‍👧"), {
        minLength: 1,
        maxLength: 40,
      })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, text, fc.constantFrom(288, 519, 520, 1060), (one, other, width) => {
        const [before, after] = makeGoals({ title: one }, { title: other });
        const chart = model([before], after);
        const { entries, isCut } = layoutComparison(chart, width);
        const column = width >= 520 ? (width - 28) / 2 : width;
        const written = (goal: GoalDetail) =>
          entries
            .filter(({ goalId, pointer }) => goalId === goal.id && pointer === "/title")
            .flatMap(({ lines }) => lines.filter(({ what }) => what === "plain"));
        for (const goal of [before, after]) {
          for (const line of written(goal)) {
            expect(line.text).toBe(line.stretches?.map((stretch) => stretch.text).join("") ?? line.text);
            expect(line.x + measureText(line.text) * line.size).toBeLessThanOrEqual(line.x + column + 0.01);
          }
          const told = written(goal)
            .map(({ text: words }) => words)
            .join("")
            .replace(/\s/g, "");
          if (!isCut) expect(told).toBe(goal.title.replace(/\s/g, ""));
        }
      }),
    );
  });

  it("cuts long texts and says so, and no texts lie on each other", () => {
    const [before, after] = makeGoals({ title: "防災計画を強化します。".repeat(80) }, { title: "防災計画を強化しました。".repeat(80) });
    const { basis, model: chart } = describeComparison([before], after);
    expect(basis).toContain("長い文章は途中までです。");
    for (const width of [288, 640]) {
      const { entries, height } = layoutComparison(chart as GoalComparison, width);
      const lines = entries.flatMap(({ lines: own }) => own);
      expect(Math.max(...lines.map(({ y }) => y))).toBeLessThanOrEqual(height);
      expect(lines.some(({ text }) => text.endsWith("…"))).toBe(true);
      const places = lines.map(({ x, y }) => `${x} ${y}`);
      expect(new Set(places).size).toBe(places.length);
    }
  });

  it("gives up its last rows in a picture that has no room for them, and its title last", () => {
    const [before, after] = makeGoals({}, {});
    const chart = model([before], after);
    const reading = "架空の文。";
    const less = comparisonView.shorten!({ model: chart, reading })!;
    expect([less.model!.drawn.length, less.reading]).toEqual([chart.drawn.length - 1, reading]);
    const { entries, height } = layoutComparison(less.model!, 640);
    expect(entries.at(-1)!.lines.map(({ text }) => text)).toEqual([`${chart.drawn.at(-1)!.row.name}は、この図にありません。`]);
    expect(entries.at(-1)!.lines[0]!.y).toBeLessThanOrEqual(height);
    expect(comparisonView.shorten!({ model: { ...chart, drawn: chart.drawn.slice(0, 1) }, reading })).toBeNull();
  });
});
