import { describe, expect, it } from "vitest";
import { listRules, readGoal, readLines } from "./read-lines";

describe("ratings", () => {
  it.each([
    ["B", "B"],
    ["Ｂ", "B"],
    ["B 概ね達成", "B"],
    ["概ね達成", "B"],
    ["おおむね達成", "B"],
    ["Ｂ：概ね達成", "B"],
    ["B（概ね達成）", "B"],
    ["【B】概ね達成", "B"],
    ["B　概ね達成", "B"],
    ["b", "B"],
    ["E 未実施", "E"],
    ["B概ね達成", "B"],
    ["B評価", "B"],
    ["評価B", "B"],
    ["B判定", "B"],
    ["B 概ね達成（80％）", "B"],
    ["概ね達成（B）", "B"],
    ["おおむね達成（80%）", "B"],
    ["A 達成 ※1", "A"],
    ["A ※", "A"],
    ["A（注1）", "A"],
    ["Ｂ　85%", "B"],
    ["B（85%）", "B"],
    ["85%（B）", "B"],
    ["85%", "B"],
    ["１００％", "A"],
    ["約70%", "B"],
    ["0%", "E"],
    ["☑A ☐B ☐C", "A"],
    ["□A　■B　□C", "B"],
  ])("reads %s as %s", (text, rating) => {
    const { goal, reading } = readGoal("全体の達成度", text);
    expect(goal?.overallRating).toBe(rating);
    expect(reading.plans[0]?.ratingTexts["/priorityGoals/0/overallRating"]).toBe(text);
    expect(reading.messages).toEqual([]);
  });

  it("keeps the text of a rating that the scale does not hold, with a warning", () => {
    for (const text of ["F", "S 目標を大きく上回る", "110%", "順調", "Aクラスの成果", "A・B", "Ａ、Ｂ", "A～B", "A-", "-5%", "△10%", "☑A ☑B ☐C"]) {
      const { goal, reading, messages } = readGoal("全体の達成度", text);
      expect(goal?.overallRating).toBeNull();
      expect(reading.plans[0]?.ratingTexts["/priorityGoals/0/overallRating"]).toBe(text);
      expect(messages).toEqual([["warning", "unknown-rating", 4]]);
    }
  });

  it("takes a dash as not rated, without a word", () => {
    const { goal, messages } = readGoal("全体の達成度", "－");
    expect(goal?.overallRating).toBeNull();
    expect(messages).toEqual([]);
  });

  it("takes the letter where letter and label disagree, and reports it", () => {
    const { goal, reading } = readGoal("全体の達成度", "A 概ね達成");
    expect(goal?.overallRating).toBe("A");
    expect(listRules(reading)).toEqual([["rating-label-mismatch", "/priorityGoals/0/overallRating"]]);
  });

  it.each([
    ["B（40%）", "B", true],
    ["D 未達成（70％）", "D", true],
    ["A 120%", "A", false],
    ["B 概ね達成（80％）", "B", false],
    ["C ※1 50%", "C", false],
    ["E 0%", "E", false],
  ])("takes the letter of %s, and reports a percentage of another band", (text, rating, isTold) => {
    const { goal, reading } = readGoal("全体の達成度", text);
    expect(goal?.overallRating).toBe(rating);
    expect(listRules(reading)).toEqual(isTold ? [["rating-percent-mismatch", "/priorityGoals/0/overallRating"]] : []);
  });

  it("reads ratings by the printed scale, with letters or without", () => {
    const scale = [
      "達成度について",
      "・計画以上：計画を上回る成果があった",
      "・計画通り：計画通り進んだ",
      "・計画未満：計画に届かなかった",
      "・評価不能：評価できない",
    ];
    const reading = readLines("令和7年度 総務部の運営方針", ...scale, "重点目標 1\t防災", "達成目標", "備える。", "達成度", "計画通り", "全体の達成度", "B");
    const [plan] = reading.plans;
    expect(plan?.plan.ratingScale[1]).toEqual({ rating: "計画通り", label: null, criterion: "計画通り進んだ", min: null, max: null });
    expect(plan?.plan.priorityGoals[0]?.targets[0]?.rating).toBe("計画通り");
    expect(plan?.plan.priorityGoals[0]?.overallRating).toBeNull();
    expect(listRules(reading)).toEqual([["unknown-rating", "/priorityGoals/0/overallRating"]]);
  });

  it("tells a second rating that differs, and each text that follows it", () => {
    const { goal, messages } = readGoal("全体の達成度", "A 達成", "全体の達成度", "B 概ね達成", "今後も続けます。", "また、改めます。");
    expect(goal?.overallRating).toBe("A");
    expect(messages).toEqual([
      ["warning", "value-differs", 5],
      ["warning", "not-understood", 7],
      ["warning", "not-understood", 8],
    ]);
  });

  it("reads a scale whose separator opens the next cell", () => {
    const reading = readLines(
      "令和7年度 総務部の運営方針",
      "達成度について",
      "- A</td>：達成（目標を達成した。100%）",
      "重点目標 1\t防災",
      "全体の達成度",
      "A",
    );
    expect(reading.plans[0]?.plan.ratingScale).toEqual([{ rating: "A", label: "達成", criterion: "目標を達成した。100%", min: 100, max: 100 }]);
  });

  it("does not take text after a rating for a part of it", () => {
    const { goal, messages } = readGoal("全体の達成度", "B 概ね達成", "前年度より改善しました。");
    expect(goal?.overallRating).toBe("B");
    expect(messages).toEqual([["warning", "not-understood", 5]]);
  });
});

describe("a printed scale", () => {
  it("has no entry of a line that begins with a colon or has lost its letter", () => {
    for (const line of [": 一部達成（目標の一部を達成できた。50%以上70%未満）", ":- A：達成（目標を達成することができた。100%）"]) {
      const reading = readLines(
        "令和7年度 総務部の運営方針",
        "【達成度について】",
        "- B：概ね達成（目標どおり達成した。70%以上）",
        line,
        "重点目標 1\t防災の強化",
        "全体の達成度",
        "B",
      );
      expect(reading.plans[0]?.plan.ratingScale.map(({ rating }) => rating)).toEqual(["B"]);
      expect(reading.lines[3]).toBe("not-understood");
    }
  });
});
