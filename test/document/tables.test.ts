import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDocument } from "@/lib/document/read";

const TITLE = "令和7年度 総務部の運営方針";
const HEAD = [TITLE, "重点目標 1\t防災"];
const readAll = (...lines: string[]) => readDocument(new TextEncoder().encode(lines.join("\n")), { municipality: "柏原市" });
const read = (...lines: string[]) => {
  const { plans, messages } = readAll(...lines);
  return { plan: plans[0]!.plan, goals: plans[0]!.plan.priorityGoals, rules: messages.map(({ rule, span }) => [rule, span?.start.line]) };
};
const readGoal = (...lines: string[]) => {
  const { goals, rules } = read(...HEAD, ...lines);
  return { goal: goals[0]!, rules };
};

describe("headings beside each other, with blanks for tabs", () => {
  it.each([" ", "　", "    "])("head an unrated plan (%j)", (blank) => {
    const headings = ["今年度の達成目標", "達成状況", "達成度"].join(blank);
    const { plan, rules } = read(...HEAD, headings, "備えます。", ["総合評価・総括", "全体の達成度"].join(blank), "次年度以降に向けて検討すべきこと");
    expect(plan.stage).toBe("plan");
    expect(plan.priorityGoals[0]).toMatchObject({ targets: [{ text: "備えます。", achievement: null, rating: null }], overallAssessment: null });
    expect(rules).toEqual([]);
  });

  it("give what one blank parts to none of them, and say so", () => {
    for (const line of ["備えます。 備えました。 B 概ね達成", "町と 村に 備えます。", "備えます。 備えました。", "備えます。 B"]) {
      const { goal, rules } = readGoal("今年度の達成目標 達成状況 達成度", line, "具体的取組\t所管課", "訓練する。\t危機管理課");
      expect(goal.targets).toEqual([]);
      expect(goal.initiatives).toHaveLength(1);
      expect(rules).toEqual([["columns-not-parted", 4]]);
    }
  });

  it("have their values where several blanks part them as well", () => {
    const { goal, rules } = readGoal("今年度の達成目標    達成状況     達成度", "備えます。     備えました。   B 概ね達成");
    expect(goal.targets).toEqual([{ text: "備えます。", achievement: "備えました。", rating: "B" }]);
    expect(rules).toEqual([]);
    expect(readGoal("今年度の達成目標    達成状況     達成度", "備え     ます。   B 概ね達成  改めます。").rules).toEqual([["columns-not-parted", 4]]);
  });

  it("have a text and, at the end of its line, the rating", () => {
    for (const lines of [["良かった。 B 概ね達成"], ["良かった。", "続ける。 B"], ["良かった。　続ける。　概ね達成（B）"], ["良かった。", "B 概ね達成"]]) {
      const { goal, rules } = readGoal("総合評価・総括 全体の達成度", ...lines);
      expect(goal.overallRating).toBe("B");
      expect(goal.overallAssessment).toMatch(/^良かった。/);
      expect(rules).toEqual([]);
    }
    expect(readGoal("総合評価・総括 全体の達成度", "良かった。").goal).toMatchObject({ overallAssessment: "良かった。", overallRating: null });
  });

  it("have their values in tabs all the same", () => {
    const { goal, rules } = readGoal("今年度の達成目標 達成状況 達成度", "備えます。\t備えました。\tB", "守ります。\t守りました。\tA");
    expect(goal.targets).toEqual([
      { text: "備えます。", achievement: "備えました。", rating: "B" },
      { text: "守ります。", achievement: "守りました。", rating: "A" },
    ]);
    expect(rules).toEqual([]);
  });
});

describe("a cell a line", () => {
  it("pairs headings with the lines below them, one by one", () => {
    const { goal, rules } = readGoal(
      ...["今年度の達成目標", "達成状況", "達成度", "備えます。", "備えました。", "B 概ね達成"],
      ...["具体的取組", "具体的な取組実績", "訓練します。", "訓練しました。", "所管室・課", "危機管理課"],
      ...["総合評価・総括", "全体の達成度", "良かった。", "とても。", "A"],
    );
    expect(goal).toMatchObject({
      targets: [{ text: "備えます。", achievement: "備えました。", rating: "B" }],
      initiatives: [{ text: "訓練します。", reportedResult: "訓練しました。", responsibleUnit: "危機管理課" }],
      overallAssessment: "良かった。\nとても。",
      overallRating: "A",
    });
    expect(rules).toEqual([]);
  });

  it("pairs three headings of an initiative, and the target of an unrated plan", () => {
    const { goal, rules } = readGoal(
      ...["今年度の達成目標", "達成状況", "達成度", "備えます。"],
      ...["具体的取組", "具体的な取組実績", "所管課", "訓練します。", "訓練しました。", "危機管理課"],
    );
    expect(goal.targets).toEqual([{ text: "備えます。", achievement: null, rating: null }]);
    expect(goal.initiatives).toEqual([{ text: "訓練します。", reportedResult: "訓練しました。", responsibleUnit: "危機管理課" }]);
    expect(rules).toEqual([]);
  });

  it.each([
    [["今年度の達成目標", "達成状況", "達成度", "備えます。", "町も村も。", "備えました。", "B"]],
    [["具体的取組", "具体的な取組実績", "訓練します。", "町も村も。", "訓練しました。"]],
    [["今年度の達成目標", "達成状況", "備えます。", "備えました。", "町も村も。"]],
  ])("says where lines cannot be paired: %j", (lines) => {
    const { goal, rules } = readGoal(...lines);
    expect([goal.targets, goal.initiatives]).toEqual([[], []]);
    const values = lines.filter((line) => /。|^B$/.test(line));
    expect(rules).toEqual(values.map((value) => ["columns-not-parted", HEAD.length + 1 + lines.indexOf(value)]));
  });

  it("begins with the next item what stands below an empty heading", () => {
    const { goal } = readGoal(
      ...["具体的取組", "備える。", "所管課", "具体的取組", "訓練する。", "具体的取組", "見回る。"],
      ...["所管課", "危機管理課", "具体的な取組実績\t所管課", "\t"],
    );
    expect(goal.initiatives.map(({ text, responsibleUnit }) => [text, responsibleUnit])).toEqual([
      ["備える。", null],
      ["訓練する。", "危機管理課"],
      ["見回る。", null],
    ]);
  });

  it("leaves an empty heading above a filled one empty", () => {
    expect(readGoal("達成目標", "備える。", "達成状況", "達成度", "B").goal.targets).toEqual([{ text: "備える。", achievement: null, rating: "B" }]);
    expect(readGoal("総合評価", "今後の検討課題", "続ける。", "改める。").goal).toMatchObject({
      overallAssessment: null,
      futureConsiderations: "続ける。\n改める。",
    });
  });
});

describe("a summary", () => {
  const listed = (...lines: string[]) => {
    const { goals, rules } = read(TITLE, "【重点目標】", ...lines, "重点目標 1\t防災の強化", "今年度の達成目標", "備えます。");
    return { goals: goals.map((goal) => [goal.number, goal.title, goal.policyArea, goal.listedRating]), rules };
  };
  const FIRST = ["1", "目標", "(1) 安全なまち", "分野", "防災", "令和7年度 達成状況"];
  const TWO = [
    [1, "防災の強化", "防災", "B"],
    [2, "防犯", "安全", "A"],
  ];

  it("has its rating in whichever column, before or behind the title or in a row of its own", () => {
    for (const rating of ["B 概ね達成", "概ね達成（B）"]) {
      for (let width = 2; width < 9; width += 2) {
        for (let titleAt = 0; titleAt < width; titleAt++) {
          for (let ratingAt = 0; ratingAt < width; ratingAt++) {
            if (ratingAt === titleAt) continue;
            const row = Array<string>(width).fill("");
            row[titleAt] = "防災の強化";
            row[ratingAt] = rating;
            const { goals, rules } = listed(FIRST.join("\t"), row.join("\t"), "2\t目標\t(1) 安全なまち\t分野\t安全\t達成状況", "\t防犯\t\t\t\tA");
            expect([goals, rules], row.join("|")).toEqual([TWO, []]);
          }
        }
      }
      for (let at = 0; at < 8; at++) {
        const lone = `${"\t".repeat(at)}${rating}`;
        const { goals, rules } = listed(FIRST.join("\t"), "\t防災の強化", lone, "2\t目標\t(1) 安全なまち\t分野\t安全\t達成状況", "\t防犯\t\t\t\tA");
        expect([goals, rules], lone).toEqual([TWO, []]);
      }
    }
  });

  it("may have blanks for tabs", () => {
    const { goals, rules } = listed(
      "1 目標 (1) 安全な まち 分野 防災 令和7年度 達成状況",
      "防災の強化 B",
      "2 目標 (1) 安全なまち 分野 安全 令和7年度 達成状況",
      "防犯 A 達成",
    );
    expect([goals, rules]).toEqual([TWO, []]);
  });

  it("may be a list or a table with blanks", () => {
    const bare = TWO.map(([number, title, , rating]) => [number, title, null, rating]);
    expect(listed("重点目標 令和7年度 達成状況", "1 防災の強化 B", "2 防犯 A").goals).toEqual(bare);
    expect(listed("番号 重点目標 達成度", "1 防災の強化 B 概ね達成", "2 防犯 A 達成").goals).toEqual(bare);
    expect(listed("1 防災の強化 B", "2 防犯 A").goals).toEqual(bare);
    expect(listed("① 防災の強化　概ね達成", "② 防犯　達成").goals).toEqual(bare);
  });
});

describe("officers with blanks for tabs", () => {
  it.each<[string[], [string, string, string | null][]]>([
    [["部(局) 総務部 部(局)長 架空 太郎"], [["部(局)長", "架空 太郎", null]]],
    [["部 総務部 部長 架空 太郎"], [["部長", "架空 太郎", null]]],
    [
      ["部(局)\t総務部", "理事 架空 次郎 (財政担当) 理事 架空 三郎 (危機管理担当)"],
      [
        ["理事", "架空 次郎", "財政担当"],
        ["理事", "架空 三郎", "危機管理担当"],
      ],
    ],
    [
      ["部 総務部 部長 島長 太郎 監 監物 四郎（危機管理監）"],
      [
        ["部長", "島長 太郎", null],
        ["監", "監物 四郎", "危機管理監"],
      ],
    ],
    [
      ["部局　総務部　局長　長谷川 三四郎", "次長　丁野　花子"],
      [
        ["局長", "長谷川 三四郎", null],
        ["次長", "丁野　花子", null],
      ],
    ],
  ])("are told apart: %j", (lines, officers) => {
    const { plan, rules } = read("令和7年度 運営方針", ...lines, "【基本方針】", "働きます。");
    expect(plan.department).toBe("総務部");
    expect(plan.officers.map(({ post, name, duty }) => [post, name, duty])).toEqual(officers);
    expect(rules).toEqual([]);
  });
});

/** Cases that were once read wrongly (架空), each with the messages that it has now. */
describe("a case", () => {
  const folder = new URL("./cases/", import.meta.url);
  it.each(readdirSync(folder).filter((name) => name.endsWith(".txt")))("%s", (name) => {
    const { plans, messages } = readAll(readFileSync(new URL(name, folder), "utf8"));
    const expected: unknown = JSON.parse(readFileSync(new URL(name.replace(".txt", ".expected.json"), folder), "utf8"));
    expect({ plans: plans.map(({ plan }) => plan), messages: messages.map(({ rule, span }) => `${span?.start.line} ${rule}`) }).toEqual(expected);
  });
});
