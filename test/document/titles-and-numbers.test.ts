import { describe, expect, it } from "vitest";
import { readLines } from "./read-lines";

describe("titles", () => {
  const readTitle = (title: string) => {
    const { plans, messages } = readLines(title, "重点目標 1\t防災", "達成目標", "備える。");
    const plan = plans[0]?.plan;
    return { title: plan?.title, department: plan?.department, year: plan?.fiscalYear, messages: messages.map(({ rule, span }) => [rule, span?.start.column]) };
  };

  it.each([
    ["令和７(2025)年度 総務部の運営方針", 2025],
    ["令和7年（2025年）度 総務部の運営方針", 2025],
    ["2025(令和7)年度 総務部の運営方針", 2025],
    ["総務部 運営方針（2025（令和7）年度）", 2025],
    ["令和七年度 総務部の運営方針", 2025],
    ["平成三十一年度 総務部の運営方針", 2019],
    ["令和十二年度　総務部　運営方針", 2030],
  ])("name their year: %s", (title, year) => {
    expect(readTitle(title)).toEqual({ title, department: "総務部", year, messages: [] });
  });

  it.each(["（架空の評価済み版・試験用）", "（案）", "【最終評価】", " 年度末評価", "（令和８年３月末時点）", "〔概要〕（素案）", "　実績報告書"])(
    "keep what stands behind them: %s",
    (note) => {
      const title = `令和7年度 総務部の運営方針${note}`;
      expect(readTitle(title)).toEqual({ title, department: "総務部", year: 2025, messages: [] });
    },
  );

  it.each([
    ["架空市総務部の運営方針（令和5年度）", 1],
    ["架空市 総務部の運営方針（令和5年度）", 1],
    ["令和5年度 架空市 総務部 運営方針", 7],
    ["令和5年度　架空町総務部の運営方針", 7],
    ["架空市 令和5年度 総務部の運営方針", 1],
  ])("of another municipality say so: %s", (title, column) => {
    expect(readTitle(title)).toEqual({ title, department: "総務部", year: 2023, messages: [["another-municipality", column]] });
  });

  it.each(["大阪府柏原市 令和5年度 総務部の運営方針", "令和5年度 大阪府柏原市総務部の運営方針", "平成31年度（令和元年度） 総務部の運営方針"])(
    "may name their own municipality with its prefecture, or their year twice: %s",
    (title) => {
      expect(readTitle(title)).toMatchObject({ title, department: "総務部", messages: [] });
    },
  );

  it.each(["令和6年度～令和8年度 総務部の運営方針", "令和6年度実績・令和7年度 総務部の運営方針", "令和7年度（2024年度） 総務部の運営方針"])(
    "of two years are refused, and say why: %s",
    (title) => {
      const { plans, messages } = readLines(title, "重点目標 1\t防災", "達成目標", "備える。");
      expect(plans).toEqual([]);
      expect(messages.find(({ rule }) => rule === "year-unknown")?.reason).toContain("年度が二つあり");
    },
  );

  it("without a year take none of several that headings name", () => {
    const { plans, messages } = readLines("総務部の運営方針", "【重点目標】", "番号\t重点目標\t令和6年度 達成状況\t令和7年度 達成状況", "1\t防災\tC\tA");
    expect(plans).toEqual([]);
    expect(messages.map(({ rule }) => rule)).toContain("year-unknown");
  });

  it("keep another year in a note behind them", () => {
    const title = "令和7年度 総務部の運営方針（令和6年度からの継続）";
    expect(readTitle(title)).toEqual({ title, department: "総務部", year: 2025, messages: [] });
  });

  it.each([
    [["令和5年度 総務部の運営方針（架空市）"], 16],
    [["架空市役所", "令和5年度 総務部の運営方針"], 1],
    [["令和5年度 運営方針", "部\t架空市総務部"], 3],
    [["令和5年度 四日市市総務部の運営方針"], 7],
  ])("and what stands above and below them name another municipality: %j", (lines, column) => {
    const { plans, messages } = readLines(...lines, "重点目標 1\t防災", "達成目標", "備える。");
    expect(plans[0]!.plan.department).toBe("総務部");
    expect(messages.map(({ rule, span }) => [rule, span?.start.column])).toEqual([["another-municipality", column]]);
  });

  it("and their own one in the department's row is none of the department's name", () => {
    for (const lines of [
      ["令和5年度 運営方針", "部\t柏原市総務部"],
      ["柏原市役所", "令和5年度 総務部の運営方針"],
      ["大阪府柏原市", "令和5年度 総務部の運営方針"],
    ]) {
      const { plans, messages } = readLines(...lines, "重点目標 1\t防災", "達成目標", "備える。");
      expect([plans[0]!.plan.department, messages]).toEqual(["総務部", []]);
    }
  });

  it.each(["市民部", "都市整備部", "にぎわい都市創造部", "市立柏原病院", "町並み保全課", "農村整備課", "市長公室", "市政改革室", "柏原市総務部"])(
    "do not take a part of a department's name for one: %s",
    (department) => {
      expect(readTitle(`${department}の運営方針（令和5年度）`)).toMatchObject({ department: department.replace("柏原市", ""), messages: [] });
    },
  );
});

describe("numbers of goals", () => {
  it.each([
    ["重点目標（1）防災", "重点目標（2）防犯"],
    ["重点目標(一)防災", "重点目標（二）防犯"],
    ["第1重点目標\t防災", "第２重点目標　防犯"],
    ["第一重点課題：防災", "【第二重点課題】防犯"],
  ])("may stand in brackets, or before the words: %j, %j", (first, second) => {
    const { plans, messages } = readLines(
      "令和7年度 総務部の運営方針",
      first,
      "今年度の達成目標",
      "重点目標（1）の備えを進める。",
      second,
      "今年度の達成目標",
      "第２に守る。",
    );
    expect(plans[0]!.plan.priorityGoals.map(({ number, title, targets }) => [number, title, targets.map(({ text }) => text)])).toEqual([
      [1, "防災", ["重点目標（1）の備えを進める。"]],
      [2, "防犯", ["第２に守る。"]],
    ]);
    expect(messages).toEqual([]);
  });

  it.each([
    ["①", 1],
    ["Ⅱ", 2],
    ["３", 3],
    ["(4)", 4],
    ["㉑", 21],
  ])("are read: %s", (number, value) => {
    for (const lines of [
      [`重点目標 ${number}\t防災`],
      [`重点目標${number} 防災`],
      [`重点目標\t${number}\t防災`],
      ["【重点目標】", `${number}\t目標\t(1) まち\t分野\t防災\t達成状況`, "\t防災\t\t\t\tA"],
      ["【重点目標】", `${number} 防災`],
    ]) {
      const { plans, messages } = readLines("令和7年度 総務部の運営方針", ...lines, "今年度の達成目標", "備える。");
      expect(plans[0]!.plan.priorityGoals.map((goal) => [goal.number, goal.title])).toEqual([[value, "防災"]]);
      expect(messages).toEqual([]);
    }
  });

  it("of two parts are told, and counted in their order", () => {
    const section = (number: string, title: string) => [`重点目標 ${number}\t${title}`, "今年度の達成目標", "備える。"];
    const { plans, messages } = readLines(
      "令和7年度 総務部の運営方針",
      "【重点目標】",
      "1-1\t防災",
      "1-2\t防犯",
      ...section("1-1", "防災"),
      ...section("1-2", "防犯"),
    );
    expect(plans[0]!.plan.priorityGoals.map((goal) => [goal.number, goal.title])).toEqual([
      [1, "防災"],
      [2, "防犯"],
    ]);
    expect(messages.map(({ rule, severity, span }) => [rule, severity, span!.start.line])).toEqual([
      ["number-parted", "note", 3],
      ["number-parted", "note", 4],
    ]);
  });
});
