import { describe, expect, it } from "vitest";
import { KASHIWARA } from "@/lib/document/forms/form";
import { PRINTED_HEADINGS } from "@/lib/document/labels";
import { readDocument } from "@/lib/document/read";
import { recognizeLabel } from "@/lib/document/recognize";

const TITLE = "令和8年度 総務部の運営方針";
const read = (...lines: string[]) => readDocument(new TextEncoder().encode([TITLE, ...lines].join("\n")), { municipality: "架空市" });
const readGoal = (...lines: string[]) => {
  const { plans, messages } = read("重点目標 1\t防災", ...lines);
  return { goal: plans[0]!.plan.priorityGoals[0]!, messages: messages.map(({ reason }) => reason) };
};

it.each(Object.entries(PRINTED_HEADINGS))("the heading of %s in the form out is one that the reader knows: %s", (label, text) => {
  expect(recognizeLabel(text, { officers: false, goalHead: true, form: KASHIWARA })).toMatchObject({ label, valueFrom: null });
});

describe("前年度（参考）", () => {
  it("heads a column of which nothing is read, and nothing is said", () => {
    const { goal, messages } = readGoal(
      "今年度の達成目標\t前年度（参考）",
      "備えます。\t備えました。",
      "達成状況\t達成度\t前年度（参考）",
      "できた。\tB\t少しできた。\vC 一部達成",
    );
    expect(goal.targets).toEqual([{ text: "備えます。", achievement: "できた。", rating: "B" }]);
    expect(messages).toEqual([]);
  });

  it("leaves empty what is empty beside it", () => {
    const { goal, messages } = readGoal(
      "総合評価・総括\t前年度（参考）",
      "\t良かった。",
      "全体の達成度\t\t前年度（参考）\tB",
      "今後検討すべきこと\t前年度(参考)",
      "続ける。\t",
    );
    expect(goal).toMatchObject({ overallAssessment: null, overallRating: null, futureConsiderations: "続ける。" });
    expect(messages).toEqual([]);
  });

  it("stands beside the list of goals, too", () => {
    const { plans, messages } = read(
      "【重点目標】",
      "1\t目標\t(5) まち\t分野\t防災\t令和8年度 達成状況\t前年度（参考）",
      "\t備える\t\t\t\tA\t備えていた\vB 概ね達成",
      "2\t目標\t\t分野\t\t令和8年度 達成状況\t前年度（参考）",
      "\t\t\t\t\t\t伝えていた\vC",
      "【達成度について】",
      "A：達成（100%）",
      "B：概ね達成（70%以上100%未満）",
      "重点目標 1",
      "備える",
      "前年度（参考）\t備えていた",
      "総合評価・総括",
      "良かった。",
    );
    expect(plans[0]!.plan.priorityGoals[0]).toMatchObject({ title: "備える", listedRating: "A", policyArea: "防災", overallAssessment: "良かった。" });
    expect(JSON.stringify(plans)).not.toContain("いた");
    expect(messages.map(({ rule }) => rule)).toEqual(["title-missing"]);
  });

  it("takes in no text below its table in silence", () => {
    const { messages } = readGoal("達成状況\t達成度\t前年度（参考）", "できた。\tB\tできなかった。", "何かの続きです。");
    expect(messages.join("")).toContain("何かの続きです。");
    expect(messages.join("")).not.toContain("できなかった");
  });
});
