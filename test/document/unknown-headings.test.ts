import { describe, expect, it } from "vitest";
import { readDocument } from "@/lib/document/read";

const HEAD = ["令和7年度 総務部の運営方針", "重点目標 1\t防災"];
const readGoal = (...lines: string[]) => {
  const { plans, messages, lines: kinds } = readDocument(new TextEncoder().encode([...HEAD, ...lines].join("\n")), { municipality: "架空市" });
  return { goal: plans[0]!.plan.priorityGoals[0]!, told: messages.map(({ rule, span }) => [rule, span!.start.line]), kinds };
};
const told = (...lines: number[]) => lines.map((line) => ["not-understood", line]);

describe("a heading that no field is for", () => {
  it.each([
    "【組織図】",
    "［今後の予定表］",
    "〔その他〕",
    "## 補足資料",
    "**補足資料**",
    "■ 人員体制",
    "◆予算",
    "備考",
    "予算額（千円）",
    "難易度",
    "【ＳＤＧｓ】",
    "関連する計画",
    "指標名",
    "市長コメント",
  ])("ends the field before it, and what stands under it is told: %s", (heading) => {
    const { goal, told: rules, kinds } = readGoal("総合評価・総括", "良かった。", heading, "一つ目です。", "二つ目です。", "今後検討すべきこと", "続ける。");
    expect(goal).toMatchObject({ overallAssessment: "良かった。", futureConsiderations: "続ける。" });
    expect(rules).toEqual(told(5, 6, 7));
    expect(kinds.slice(4, 7)).toEqual(Array(3).fill("not-understood"));
  });

  it("may have its value beside it", () => {
    for (const line of ["予算額\t1,000千円", "予算額：1,000千円", "【備考】\tなし", "指標名\t団員数"]) {
      const { goal, told: rules } = readGoal("総合評価・総括", "良かった。", line, "今後検討すべきこと", "続ける。");
      expect(goal).toMatchObject({ overallAssessment: "良かった。", futureConsiderations: "続ける。" });
      expect(new Set(rules.map(([, line]) => line))).toEqual(new Set([5]));
    }
  });

  it("is told of a column among others, with its values", () => {
    for (const headings of ["今年度の達成目標\t予算額\t達成状況\t達成度", "今年度の達成目標\t区分け\t達成状況\t達成度"]) {
      const { goal, told: rules } = readGoal(headings, "備える。\t100千円\t備えた。\tB", "守る。\t200千円\t守った。\tA");
      expect(goal.targets).toEqual([
        { text: "備える。", achievement: "備えた。", rating: "B" },
        { text: "守る。", achievement: "守った。", rating: "A" },
      ]);
      expect(rules).toEqual(told(3, 4, 5));
    }
    const { goal, told: rules } = readGoal("総合評価", "良かった。", "難易度\t達成状況\t達成度", "A\t備えた。\tB");
    expect(goal.overallAssessment).toBe("良かった。");
    expect(rules).toEqual(expect.arrayContaining(told(5, 6)));
  });

  it("is told among known ones, whatever its words, where rows of as many cells follow", () => {
    const { goal, told: rules } = readGoal("今年度の達成目標\t進捗率\t達成状況\t写真", "備える。\t90%\t備えた。\t有", "守る。\t80%\t守った。\t無");
    expect(goal.targets).toMatchObject([
      { text: "備える。", achievement: "備えた。" },
      { text: "守る。", achievement: "守った。" },
    ]);
    expect(rules).toEqual(told(3, 3, 4, 4, 5, 5));
    expect(readGoal("今年度の達成目標\t備える\t達成状況\t備えた", "達成度\tA").goal.targets).toEqual([{ text: "備える", achievement: "備えた", rating: "A" }]);
  });

  it("is told where it is set upright", () => {
    const { goal, told: rules } = readGoal("総合評価", "良かった。", "計", "画", "甲です。", "今後検討すべきこと", "続ける。");
    expect(goal).toMatchObject({ overallAssessment: "良かった。", futureConsiderations: "続ける。" });
    expect(rules).toEqual(told(5, 6, 7));
  });
});

describe("text beside a value", () => {
  it("that has no heading is told", () => {
    const { goal, told: rules } = readGoal("今年度の達成目標", "備える。\t備えた。\tB", "具体的取組", "訓練する。");
    expect(goal.targets).toEqual([{ text: "備える。", achievement: null, rating: null }]);
    expect(rules).toEqual(told(4, 4));
  });

  it("that is a rating at an initiative makes no target", () => {
    for (const lines of [
      ["具体的取組\t具体的な取組実績\t達成度\t所管課", "訓練する。\t訓練した。\tA\t危機管理課"],
      ["具体的取組", "訓練する。", "具体的な取組実績", "訓練した。", "達成度", "A", "所管課", "危機管理課"],
    ]) {
      const { goal, told: rules } = readGoal(...lines);
      expect(goal.targets).toEqual([]);
      expect(goal.initiatives).toEqual([{ text: "訓練する。", reportedResult: "訓練した。", responsibleUnit: "危機管理課", rating: "A" }]);
      expect(rules).toEqual([]);
    }
  });

  it("counts as not read where it is an unknown rating", () => {
    const { kinds, told: rules } = readGoal("全体の達成度", "順調");
    expect([kinds.at(-1), rules]).toEqual(["not-understood", [["unknown-rating", 4]]]);
  });
});

describe("what is of another year than the plan", () => {
  it.each(["令和6年度達成度", "達成度（R6）", "達成度（令和６年度）", "前年度達成度", "達成度（昨年度）"])("is no rating of this one: %s", (heading) => {
    for (const headings of [`${heading}\t達成度`, `達成度\t${heading}`]) {
      const [first, second] = headings.startsWith("達成度\t") ? ["A", "C"] : ["C", "A"];
      const { goal, told: rules } = readGoal(`今年度の達成目標\t達成状況\t${headings}`, `備える。\t備えた。\t${first}\t${second}`);
      expect(goal.targets).toEqual([{ text: "備える。", achievement: "備えた。", rating: "A" }]);
      expect(rules).toEqual(told(3, 4));
    }
  });

  it("is told wherever it stands", () => {
    const { goal, told: rules } = readGoal(
      "達成目標\t令和8年度達成目標",
      "備える。\t守る。",
      "総合評価・総括\t全体の達成度（前年度）\t全体の達成度",
      "良かった。\tC\tA",
    );
    expect(goal).toMatchObject({ overallRating: "A", targets: [{ text: "備える。" }] });
    expect(rules).toEqual(told(3, 4, 5, 6));
  });

  it("is no date of this one", () => {
    const { goal, told: rules } = readGoal("今年度の達成目標（令和7年度）\t達成状況（令和8年3月末）\t達成度（R8.3.31）", "備える。\t備えた。\tA");
    expect(goal.targets).toEqual([{ text: "備える。", achievement: "備えた。", rating: "A" }]);
    expect(rules).toEqual([]);
  });

  it("is no listed rating of this one", () => {
    const read = (...lines: string[]) => {
      const text = [HEAD[0], "【重点目標】", ...lines, "重点目標 1\t防災", "今年度の達成目標", "備える。"].join("\n");
      const { plans, messages } = readDocument(new TextEncoder().encode(text), { municipality: "架空市" });
      return [plans[0]!.plan.priorityGoals.map(({ listedRating }) => listedRating), messages.map(({ rule, span }) => [rule, span!.start.line])];
    };
    expect(read("番号\t重点目標\t令和6年度 達成状況\t令和7年度 達成状況", "1\t防災\tB\tA")).toEqual([["A"], told(3, 4)]);
    expect(read("1\t目標\t(1) 安全\t分野\t防災\t令和6年度 達成状況", "\t防災\t\t\t\tB")).toEqual([[null], told(3, 4)]);
  });
});
