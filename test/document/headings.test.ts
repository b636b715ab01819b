import { describe, expect, it } from "vitest";
import { readDocument } from "@/lib/document/read";

const HEAD = ["令和7年度 総務部の運営方針", "重点目標 1\t防災"];
const read = (...lines: string[]) => readDocument(new TextEncoder().encode([...HEAD, ...lines].join("\n")), { municipality: "架空市" });
const goalOf = (...lines: string[]) => {
  const { plans, messages } = read(...lines);
  const [goal] = plans[0]!.plan.priorityGoals;
  return { goal: goal!, messages: messages.map(({ rule, span }) => [rule, span?.start.line]) };
};

/** A goal's part as it is always printed, by headings that a test varies. */
const WHOLE = {
  targets: [{ text: "備える。", achievement: "備えた。", rating: "B" }],
  initiatives: [{ text: "訓練する。", reportedResult: "訓練した。", responsibleUnit: "危機管理課" }],
  overallAssessment: "良かった。",
  overallRating: "A",
  futureConsiderations: "続ける。",
};
const printWhole = (vary: (heading: string) => string | string[]): string[] =>
  [
    ["今年度の達成目標", "備える。"],
    ["達成状況", "備えた。"],
    ["達成度", "B 概ね達成"],
    ["具体的取組", "訓練する。"],
    ["具体的な取組実績", "訓練した。"],
    ["所管室・課", "危機管理課"],
    ["総合評価・総括", "良かった。"],
    ["全体の達成度", "A 達成"],
    ["次年度以降に向けて検討すべきこと", "続ける。"],
  ].flatMap(([heading, value]) => [vary(heading!), value!].flat());

describe("a heading", () => {
  it.each([
    "（数値）",
    "（3月末）",
    "(A～E)",
    "（部長）",
    "［３月末時点］",
    "　（年度末の見込み）",
    "〔自己評価〕",
    "※",
    "（200字以内）※1",
    "（上半期・下半期）",
  ])("may have a note behind it: %s", (note) => {
    for (const vary of [(heading: string) => heading + note, (heading: string) => `【${heading}】${note}`, (heading: string) => `■ ${heading}${note}`]) {
      const { goal, messages } = goalOf(...printWhole(vary));
      expect(goal).toMatchObject(WHOLE);
      expect(messages).toEqual([]);
    }
    const rows = ["今年度の達成目標", "達成状況", "達成度"].map((heading) => heading + note).join("\t");
    expect(goalOf(rows, "備える。\t備えた。\tB").goal.targets).toEqual(WHOLE.targets);
  });

  it("has its value in brackets where the words are one", () => {
    expect(goalOf("全体の達成度（A）").goal.overallRating).toBe("A");
    expect(goalOf("【全体の達成度】（概ね達成）").goal.overallRating).toBe("B");
    expect(goalOf("【総合評価】（良好であった）").goal.overallAssessment).toBe("（良好であった）");
  });

  it.each<[string, (heading: string) => string | string[]]>([
    ["blanks between its letters", (heading) => [...heading].join(" ")],
    ["full-width blanks between its letters", (heading) => [...heading].join("　")],
    ["a letter a line", (heading) => [...heading]],
    ["two lines", (heading) => [heading.slice(0, 2), heading.slice(2)]],
    ["two lines, the second short", (heading) => [heading.slice(0, -1), heading.slice(-1)]],
    ["a break within its cell", (heading) => `${heading.slice(0, 3)}<br>${heading.slice(3)}`],
    ["radicals for ideographs", (heading) => heading.replace("目", "⽬").replace("方", "⽅").replace("見", "⾒").replace("長", "⻑")],
    ["kana that are not composed", (heading) => heading.normalize("NFD")],
  ])("may have %s", (_, vary) => {
    const { goal, messages } = goalOf(...printWhole(vary));
    expect(goal).toMatchObject(WHOLE);
    expect(messages).toEqual([]);
  });

  it("is no note of a short one above it", () => {
    const { goal, messages } = goalOf("総括", "［総合達成度］", "－", "総括", "良かった。");
    expect(goal).toMatchObject({ overallAssessment: "良かった。", overallRating: null });
    expect(messages).toEqual([]);
  });

  it("may be broken beside others", () => {
    const { goal, messages } = goalOf("今年度の\t達成状況\t達成度", "達成目標", "備える。\t備えた。\tB", "総合評価・\t全体の", "総括\t達成度", "良かった。\tA");
    expect(goal).toMatchObject({ targets: WHOLE.targets, overallAssessment: "良かった。", overallRating: "A" });
    expect(messages).toEqual([]);
  });
});

describe("a row right below headings", () => {
  const told = (...lines: string[]) => goalOf(...lines);

  it("may be of notes to them", () => {
    const rows = ["今年度の達成目標\t達成状況\t達成度", "（数値）\t（3月末）\t（A～E）", "備える。\t備えた。\tB"];
    const lines = ["総合評価・総括", "（部長が記入）", "良かった。", "全体の達成度", "（A～E）", "A"];
    const { goal, messages } = told(...rows, ...lines);
    expect(goal).toMatchObject({ targets: WHOLE.targets, overallAssessment: "良かった。", overallRating: "A" });
    expect(messages).toEqual([]);
    expect(told("今年度の達成目標", "備える。", "達成状況", "（3月末現在）", "達成度", "（A～E）").goal.targets).toEqual([
      { text: "備える。", achievement: null, rating: null },
    ]);
  });

  it("is a value where it may be one", () => {
    expect(told("総合評価・総括", "（別紙のとおり）").goal.overallAssessment).toBe("（別紙のとおり）");
    expect(told("総合評価・総括", "（3月末に終える予定）", "良かった。").goal.overallAssessment).toBe("（3月末に終える予定）\n良かった。");
    expect(told("具体的取組\t所管課", "訓練する。\t（防災担当）").goal.initiatives).toMatchObject([{ responsibleUnit: "（防災担当）" }]);
  });

  it.each([
    [["今年度の達成目標\t達成状況\t達成度\t", "\t\t中間\t最終", "備える。\t備えた。\tC\tB"]],
    [["今年度の達成目標\t達成状況\t達成度", "\t\t中間評価\t最終評価", "備える。\t備えた。\tC\tB"]],
    [["| 今年度の達成目標 | 達成状況 | 達成度 | |", "|---|---|---|---|", "| | | 一次評価 | 二次評価 |", "| 備える。 | 備えた。 | C | B |"]],
  ])("may name the occasions of a rating: %j", (lines) => {
    const { goal, messages } = told(...lines);
    expect(goal.targets).toMatchObject(WHOLE.targets);
    expect(goal.targets[0]!.assessments?.map(({ rating }) => rating)).toEqual(["C", "B"]);
    expect(messages).toEqual([]);
  });

  it("names no area of the list", () => {
    for (const [heads, ratings] of [
      ["中間\t最終", "C\tB"],
      ["最終評価\t中間評価", "B\tC"],
    ]) {
      const lines = ["【重点目標】", `1\t目標\t(1) 安全\t分野\t防災\t${heads}`, `\t防災\t\t\t\t${ratings}`, HEAD[1]!, "今年度の達成目標", "備える。"];
      const { plans, messages } = readDocument(new TextEncoder().encode([HEAD[0], ...lines].join("\n")), { municipality: "架空市" });
      expect(plans[0]!.plan.priorityGoals).toMatchObject([{ title: "防災", policyArea: "防災", listedRating: "B" }]);
      expect(messages.map(({ rule, span }) => [rule, span!.start.line])).toEqual([["not-understood", 4]]);
    }
  });

  it("may name those of the list's ratings, of which the final one is listed", () => {
    const lines = ["【重点目標】", "番号\t重点目標\t達成状況\t", "\t\t中間\t最終", "1\t防災\tC\tB", HEAD[1]!, "今年度の達成目標", "備える。"];
    const { plans, messages } = readDocument(new TextEncoder().encode([HEAD[0], ...lines].join("\n")), { municipality: "架空市" });
    expect(plans[0]!.plan.priorityGoals).toMatchObject([{ title: "防災", listedRating: "B" }]);
    expect(messages.map(({ rule, span }) => [rule, span!.start.line])).toEqual([["not-understood", 5]]);
  });
});
