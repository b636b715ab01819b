import { describe, expect, it } from "vitest";
import { printPlanJson } from "@/lib/document/plan-json";
import { readDocument } from "@/lib/document/read";
import { judgeReading } from "@/lib/document/verdict";

/** A document of one goal (架空). */
const read = (goal: string) => {
  const text = `令和7年度　政策推進部の運営方針\n基本方針\n安全なまちにします。\n重点目標1\t消防団の充実\n${goal}`;
  const reading = readDocument(new TextEncoder().encode(text), { municipality: "柏原市" });
  const { verdict } = judgeReading(
    reading,
    reading.plans.map(() => ({ years: [], goalCounts: [], same: null })),
  );
  return { ...reading, verdict, goal: reading.plans[0]!.plan.priorityGoals[0]! };
};

describe("a rating at an initiative", () => {
  it.each([
    [
      "in its row",
      "具体的取組\t具体的な取組実績\t達成度\t所管室・課\n訓練をする。\t3回した。\tA 達成\t危機管理課\n団員を募る。\t2人入った。\tC 一部達成\t危機管理課\n",
    ],
    ["in columns of another order", "評価\t具体的取組\t所管課\t取組実績\nA\t訓練をする。\t危機管理課\t3回した。\nC\t団員を募る。\t危機管理課\t2人入った。\n"],
    [
      "below each, after a target",
      "今年度の達成目標\t達成状況\t達成度\n安全にする。\tした。\tB 概ね達成\n具体的取組\t訓練をする。\n具体的な取組実績\t3回した。\n所管室・課\t危機管理課\n達成度\tA 達成\n具体的取組\t団員を募る。\n具体的な取組実績\t2人入った。\n所管室・課\t危機管理課\n達成度\tC 一部達成\n",
    ],
  ])("is the initiative's: %s", (_, text) => {
    const { goal, plans, verdict, messages } = read(text);
    expect(messages).toEqual([]);
    expect(verdict).toBe("stored");
    expect(goal.initiatives).toEqual([
      { text: "訓練をする。", reportedResult: "3回した。", responsibleUnit: "危機管理課", rating: "A" },
      { text: "団員を募る。", reportedResult: "2人入った。", responsibleUnit: "危機管理課", rating: "C" },
    ]);
    expect(goal.targets.map(({ rating }) => rating)).toEqual(text.includes("達成目標") ? ["B"] : []);
    expect(plans[0]!.places["/priorityGoals/0/initiatives/1/rating"]).toHaveLength(1);
  });

  it("that the scale does not hold is told, and left out", () => {
    const { goal, messages } = read("具体的取組\t具体的な取組実績\t達成度\n訓練をする。\t3回した。\tA\n団員を募る。\t2人入った。\t花丸\n");
    expect(goal.initiatives.map((initiative) => "rating" in initiative)).toEqual([true, false]);
    expect(messages.map(({ rule, pointer }) => [rule, pointer])).toEqual([["unknown-rating", "/priorityGoals/0/initiatives/1/rating"]]);
  });
});

describe("a thing that is rated twice", () => {
  const MID = [
    { occasion: "中間", rating: "C" },
    { occasion: "最終", rating: "B" },
  ];

  it.each([
    ["in two columns", "今年度の達成目標\t達成状況\t達成度（中間）\t達成度（最終）\n安全にする。\tした。\tC 一部達成\tB 概ね達成\n", MID],
    ["the final one first", "今年度の達成目標\t達成状況\t達成度（最終）\t達成度（中間）\n安全にする。\tした。\tB\tC\n", MID.toReversed()],
    [
      "a heading each",
      "今年度の達成目標\n安全にする。\n達成状況\nした。\n一次評価\nC\n二次評価\nB\n",
      [
        { occasion: "一次評価", rating: "C" },
        { occasion: "二次評価", rating: "B" },
      ],
    ],
  ])("has each rating, and the final one as its own: %s", (_, text, assessments) => {
    const { goal, messages, verdict } = read(text);
    expect(messages).toEqual([]);
    expect(verdict).toBe("stored");
    expect(goal.targets).toEqual([{ text: "安全にする。", achievement: "した。", rating: "B", assessments }]);
  });

  it("each of several targets, whose ratings stand in blocks", () => {
    const { goal } = read(
      "今年度の達成目標\n安全にする。\n今年度の達成目標\n備える。\n達成度（中間）\nC\n達成度（中間）\nD\n達成度（最終）\nB\n達成度（最終）\nA\n",
    );
    expect(goal.targets.map(({ rating, assessments }) => [rating, ...(assessments ?? []).map((each) => each.rating)])).toEqual([
      ["B", "C", "B"],
      ["A", "D", "A"],
    ]);
  });

  it("as a whole", () => {
    const { goal, messages } = read("総合評価・総括\tよくできた。\n全体の達成度（部会）\tB\n全体の達成度（委員会）\tC\n");
    expect(messages).toEqual([]);
    expect([goal.overallRating, goal.assessments]).toEqual([
      "C",
      [
        { occasion: "部会", rating: "B" },
        { occasion: "委員会", rating: "C" },
      ],
    ]);
  });

  it("once alone is rated once, whatever its heading says", () => {
    const { goal } = read("今年度の達成目標\t達成状況\t達成度（3月末）\n安全にする。\tした。\tB\n");
    expect(goal.targets).toEqual([{ text: "安全にする。", achievement: "した。", rating: "B" }]);
  });
});

it("a plan with such ratings is the same as plan JSON", () => {
  const { plans } = read(
    "今年度の達成目標\t達成状況\t達成度（中間）\t達成度（最終）\n安全にする。\tした。\tC\tB\n具体的取組\t取組実績\t中間評価\t最終評価\n訓練をする。\t3回した。\tC\tA\n",
  );
  const { plan } = plans[0]!;
  expect(plan.priorityGoals[0]!.initiatives[0]).toMatchObject({ rating: "A", assessments: [{ occasion: "中間評価" }, { occasion: "最終評価" }] });
  const again = readDocument(new TextEncoder().encode(printPlanJson(plan)), { municipality: "柏原市" });
  expect(again.plans[0]!.plan).toEqual(plan);
});

describe("a rating beside the overall assessment", () => {
  const TARGET = "今年度の達成目標\t達成状況\t達成度\n安全にする。\tした。\tA\n";

  it.each([
    "総合評価・総括\t一次評価\t二次評価\nよかった。\tB\tC\n",
    "一次評価\t二次評価\t総合評価・総括\nB\tC\tよかった。\n",
    "総合評価・総括\nよかった。\n一次評価\nB\n二次評価\nC\n",
  ])("is the goal's and no target's: %j", (text) => {
    const { goal, messages } = read(TARGET + text);
    expect(goal).toMatchObject({
      overallAssessment: "よかった。",
      overallRating: "C",
      targets: [{ text: "安全にする。", achievement: "した。", rating: "A" }],
    });
    expect(goal.assessments).toEqual([
      { occasion: "一次評価", rating: "B" },
      { occasion: "二次評価", rating: "C" },
    ]);
    expect(messages).toEqual([]);
  });
});
