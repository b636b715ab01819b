import { describe, expect, it } from "vitest";
import { listRules, readGoal, readLines } from "./read-lines";

describe("findings", () => {
  it("reports an overall rating outside its targets' range, but not E, which stands outside the order", () => {
    const target = (rating: string) => ["達成目標", "備える。", "達成度", rating];
    const found = (overall: string, ...ratings: string[]) =>
      listRules(readGoal(...ratings.flatMap(target), "全体の達成度", overall).reading).map(([rule]) => rule);
    expect(found("C", "B", "B")).toEqual(["overall-rating-outside-targets"]);
    expect(found("A", "B", "C")).toEqual(["overall-rating-outside-targets"]);
    expect(found("B", "A", "C")).toEqual([]);
    expect(found("B", "A", "E")).toEqual(["overall-rating-outside-targets"]);
    expect(found("E", "A", "B")).toEqual([]);
    expect(found("A", "E")).toEqual([]);
  });

  it("reports what differs and what is missing in an evaluated plan", () => {
    const reading = readLines(
      "令和7年度 総務部の運営方針",
      "【重点目標】",
      "1\t目標\t(1) まち\t分野\t防災\t達成状況",
      "\t防災\t\t\t\tA",
      "重点目標 1\t防災",
      "達成目標",
      "備える。",
      "達成状況\t達成度",
      "進んだ。\t",
      "具体的取組",
      "訓練する。",
      "具体的な取組実績",
      "",
      "所管課",
      "全体の達成度：B",
      "総合評価",
      "総合評価",
      "良かった。",
    );
    expect(listRules(reading)).toEqual([
      ["listed-rating-differs", "/priorityGoals/0/listedRating"],
      ["target-not-rated", "/priorityGoals/0/targets/0/text"],
      ["initiative-without-result", "/priorityGoals/0/initiatives/0/text"],
      ["empty-heading", "/priorityGoals/0/initiatives"],
      ["repeated-heading", "/priorityGoals/0/overallAssessment"],
    ]);
    for (const { span, reason, plan } of reading.findings) expect([span === null, plan, /「.+」/.test(reason)]).toEqual([false, 0, true]);
  });
});

describe("forms", () => {
  it("reads several departments under one title, as in the FY2019 edition", () => {
    const part = (department: string) => [
      `部(局)\t${department}\t部(局)長\t甲野 一郎`,
      "【基本姿勢】",
      "市民に身近な部を目指します。",
      "【重点課題】",
      "1\t防災の強化\tB",
      "重点課題１\t防災の強化",
      "今年度の達成目標",
      "備えます。",
    ];
    const reading = readLines("令和元年度各部局の重点課題の取組結果", ...part("総務部"), "\f", ...part("市民部"));
    expect(reading.messages).toEqual([]);
    expect(reading.plans.map(({ plan }) => [plan.title, plan.department, plan.fiscalYear, plan.basicPolicy.length])).toEqual([
      ["令和元年度各部局の重点課題の取組結果", "総務部", 2019, 1],
      ["令和元年度各部局の重点課題の取組結果", "市民部", 2019, 1],
    ]);
    expect(reading.plans[1]?.plan.priorityGoals.map(({ number, title, listedRating }) => [number, title, listedRating])).toEqual([[1, "防災の強化", "B"]]);
  });

  it("takes a title or an officer row repeated above a further page as such", () => {
    const { goal, reading } = readGoal("達成目標", "備える。", "\f", "令和7年度 総務部の運営方針", "そして守る。");
    expect(goal?.targets[0]?.text).toBe("備える。\nそして守る。");
    expect(reading.lines[5]).toBe("heading");
    expect(reading.plans).toHaveLength(1);
  });

  it("numbers goals without a number by their position, with a warning", () => {
    const reading = readLines("令和7年度 総務部の運営方針", "重点目標\t防災", "達成目標", "備える。", "重点目標：防犯", "達成目標", "見守る。");
    expect(reading.plans[0]?.plan.priorityGoals.map(({ number, title }) => [number, title])).toEqual([
      [1, "防災"],
      [2, "防犯"],
    ]);
    expect(listRules(reading)).toEqual([
      ["number-missing", "/priorityGoals/0/number"],
      ["number-missing", "/priorityGoals/1/number"],
    ]);
  });

  it("knows a goal of the summary alone, and one whose title differs in its own section", () => {
    const reading = readLines("令和7年度 総務部の運営方針", "【重点目標】", "1\t防災\tA", "2\t防犯\tB", "重点目標 2\t防犯の推進", "達成目標", "見守る。");
    expect(reading.plans[0]?.plan.priorityGoals.map(({ title, targets }) => [title, targets.length])).toEqual([
      ["防災", 0],
      ["防犯の推進", 1],
    ]);
    expect(reading.messages.map(({ rule }) => rule)).toEqual(["title-differs"]);
  });

  it("reads a document that begins with a bracket as text, not as JSON", () => {
    expect(readLines("[令和7年度 総務部の運営方針]", "[重点目標]", "1\t防災").plans[0]?.plan.title).toBe("令和7年度 総務部の運営方針");
  });

  it("reads plan JSON through the same door", () => {
    expect(readLines("[", "  {}", "]").messages[0]?.severity).toBe("error");
  });

  it("takes the year of a heading where the title has none, with a warning", () => {
    const reading = readLines("総務部の運営方針", "【重点目標】", "1\t目標\t(1) まち\t分野\t防災\t令和6年度 達成状況", "\t防災\t\t\t\tA");
    expect(reading.plans[0]?.plan.fiscalYear).toBe(2024);
    expect(listRules(reading)).toEqual([["year-from-heading", "/fiscalYear"]]);
  });

  it("names each line that it does not understand, where it stands", () => {
    const reading = readLines("令和7年度 総務部の運営方針", "  予算の概要\t1,000千円", "【基本方針】", "守ります。", "1\t防災");
    expect(reading.lines).toEqual(["field", "not-understood", "heading", "field", "field"]);
    expect(reading.messages.map(({ rule, reason, span }) => [rule, reason, span?.start.line, span?.start.column])).toEqual([
      ["not-understood", "どの項目にも当てはまりません：「予算の概要」。見出しの下に移すか、不要な記載であれば除いてください。", 2, 3],
      ["not-understood", "どの項目にも当てはまりません：「1,000千円」。見出しの下に移すか、不要な記載であれば除いてください。", 2, 9],
    ]);
  });
});
