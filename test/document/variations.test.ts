import { describe, expect, it } from "vitest";
import { readDocument } from "@/lib/document/read";
import type { Reading } from "@/lib/domain/reading";

function read(...lines: string[]): Reading {
  return readDocument(new TextEncoder().encode(lines.join("\n")), { municipality: "柏原市" });
}

function readGoal(...lines: string[]) {
  const reading = read("令和7年度 総務部の運営方針", "重点目標 1\t防災の強化", ...lines);
  return {
    reading,
    goal: reading.plans[0]?.plan.priorityGoals[0],
    messages: reading.messages.map(({ rule, severity, span }) => [severity, rule, span?.start.line]),
  };
}

const rules = (reading: Reading) => [...reading.messages, ...reading.findings].map(({ rule, pointer }) => [rule, pointer]);

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
    expect(rules(reading)).toEqual([["rating-label-mismatch", "/priorityGoals/0/overallRating"]]);
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
    expect(rules(reading)).toEqual(isTold ? [["rating-percent-mismatch", "/priorityGoals/0/overallRating"]] : []);
  });

  it("reads ratings by the printed scale, with letters or without", () => {
    const scale = [
      "達成度について",
      "・計画以上：計画を上回る成果があった",
      "・計画通り：計画通り進んだ",
      "・計画未満：計画に届かなかった",
      "・評価不能：評価できない",
    ];
    const reading = read("令和7年度 総務部の運営方針", ...scale, "重点目標 1\t防災", "達成目標", "備える。", "達成度", "計画通り", "全体の達成度", "B");
    const [plan] = reading.plans;
    expect(plan?.plan.ratingScale[1]).toEqual({ rating: "計画通り", label: null, criterion: "計画通り進んだ", min: null, max: null });
    expect(plan?.plan.priorityGoals[0]?.targets[0]?.rating).toBe("計画通り");
    expect(plan?.plan.priorityGoals[0]?.overallRating).toBeNull();
    expect(rules(reading)).toEqual([["unknown-rating", "/priorityGoals/0/overallRating"]]);
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
    const reading = read("令和7年度 総務部の運営方針", "達成度について", "- A</td>：達成（目標を達成した。100%）", "重点目標 1\t防災", "全体の達成度", "A");
    expect(reading.plans[0]?.plan.ratingScale).toEqual([{ rating: "A", label: "達成", criterion: "目標を達成した。100%", min: 100, max: 100 }]);
  });

  it("does not take text after a rating for a part of it", () => {
    const { goal, messages } = readGoal("全体の達成度", "B 概ね達成", "前年度より改善しました。");
    expect(goal?.overallRating).toBe("B");
    expect(messages).toEqual([["warning", "not-understood", 5]]);
  });
});

describe("findings", () => {
  it("reports an overall rating outside its targets' range, but not E, which stands outside the order", () => {
    const target = (rating: string) => ["達成目標", "備える。", "達成度", rating];
    const found = (overall: string, ...ratings: string[]) => rules(readGoal(...ratings.flatMap(target), "全体の達成度", overall).reading).map(([rule]) => rule);
    expect(found("C", "B", "B")).toEqual(["overall-rating-outside-targets"]);
    expect(found("A", "B", "C")).toEqual(["overall-rating-outside-targets"]);
    expect(found("B", "A", "C")).toEqual([]);
    expect(found("B", "A", "E")).toEqual(["overall-rating-outside-targets"]);
    expect(found("E", "A", "B")).toEqual([]);
    expect(found("A", "E")).toEqual([]);
  });

  it("reports what differs and what is missing in an evaluated plan", () => {
    const reading = read(
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
    expect(rules(reading)).toEqual([
      ["listed-rating-differs", "/priorityGoals/0/listedRating"],
      ["target-not-rated", "/priorityGoals/0/targets/0/text"],
      ["initiative-without-result", "/priorityGoals/0/initiatives/0/text"],
      ["empty-heading", "/priorityGoals/0/initiatives"],
      ["repeated-heading", "/priorityGoals/0/overallAssessment"],
    ]);
    for (const { span, reason, plan } of reading.findings) expect([span === null, plan, /「.+」/.test(reason)]).toEqual([false, 0, true]);
  });
});

describe("titles", () => {
  const readTitle = (title: string) => {
    const { plans, messages } = read(title, "重点目標 1\t防災", "達成目標", "備える。");
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
      const { plans, messages } = read(title, "重点目標 1\t防災", "達成目標", "備える。");
      expect(plans).toEqual([]);
      expect(messages.find(({ rule }) => rule === "year-unknown")?.reason).toContain("年度が二つあり");
    },
  );

  it("without a year take none of several that headings name", () => {
    const { plans, messages } = read("総務部の運営方針", "【重点目標】", "番号\t重点目標\t令和6年度 達成状況\t令和7年度 達成状況", "1\t防災\tC\tA");
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
    const { plans, messages } = read(...lines, "重点目標 1\t防災", "達成目標", "備える。");
    expect(plans[0]!.plan.department).toBe("総務部");
    expect(messages.map(({ rule, span }) => [rule, span?.start.column])).toEqual([["another-municipality", column]]);
  });

  it("and their own one in the department's row is none of the department's name", () => {
    for (const lines of [
      ["令和5年度 運営方針", "部\t柏原市総務部"],
      ["柏原市役所", "令和5年度 総務部の運営方針"],
      ["大阪府柏原市", "令和5年度 総務部の運営方針"],
    ]) {
      const { plans, messages } = read(...lines, "重点目標 1\t防災", "達成目標", "備える。");
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
    const { plans, messages } = read(
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
      const { plans, messages } = read("令和7年度 総務部の運営方針", ...lines, "今年度の達成目標", "備える。");
      expect(plans[0]!.plan.priorityGoals.map((goal) => [goal.number, goal.title])).toEqual([[value, "防災"]]);
      expect(messages).toEqual([]);
    }
  });

  it("of two parts are told, and counted in their order", () => {
    const section = (number: string, title: string) => [`重点目標 ${number}\t${title}`, "今年度の達成目標", "備える。"];
    const { plans, messages } = read(
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
    const reading = read("令和元年度各部局の重点課題の取組結果", ...part("総務部"), "\f", ...part("市民部"));
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
    const reading = read("令和7年度 総務部の運営方針", "重点目標\t防災", "達成目標", "備える。", "重点目標：防犯", "達成目標", "見守る。");
    expect(reading.plans[0]?.plan.priorityGoals.map(({ number, title }) => [number, title])).toEqual([
      [1, "防災"],
      [2, "防犯"],
    ]);
    expect(rules(reading)).toEqual([
      ["number-missing", "/priorityGoals/0/number"],
      ["number-missing", "/priorityGoals/1/number"],
    ]);
  });

  it("knows a goal of the summary alone, and one whose title differs in its own section", () => {
    const reading = read("令和7年度 総務部の運営方針", "【重点目標】", "1\t防災\tA", "2\t防犯\tB", "重点目標 2\t防犯の推進", "達成目標", "見守る。");
    expect(reading.plans[0]?.plan.priorityGoals.map(({ title, targets }) => [title, targets.length])).toEqual([
      ["防災", 0],
      ["防犯の推進", 1],
    ]);
    expect(reading.messages.map(({ rule }) => rule)).toEqual(["title-differs"]);
  });

  it("reads a document that begins with a bracket as text, not as JSON", () => {
    expect(read("[令和7年度 総務部の運営方針]", "[重点目標]", "1\t防災").plans[0]?.plan.title).toBe("令和7年度 総務部の運営方針");
  });

  it("reads plan JSON through the same door", () => {
    expect(read("[", "  {}", "]").messages[0]?.severity).toBe("error");
  });

  it("takes the year of a heading where the title has none, with a warning", () => {
    const reading = read("総務部の運営方針", "【重点目標】", "1\t目標\t(1) まち\t分野\t防災\t令和6年度 達成状況", "\t防災\t\t\t\tA");
    expect(reading.plans[0]?.plan.fiscalYear).toBe(2024);
    expect(rules(reading)).toEqual([["year-from-heading", "/fiscalYear"]]);
  });

  it("names each line that it does not understand, where it stands", () => {
    const reading = read("令和7年度 総務部の運営方針", "  予算の概要\t1,000千円", "【基本方針】", "守ります。", "1\t防災");
    expect(reading.lines).toEqual(["field", "not-understood", "heading", "field", "field"]);
    expect(reading.messages.map(({ rule, reason, span }) => [rule, reason, span?.start.line, span?.start.column])).toEqual([
      ["not-understood", "どの項目にも当てはまりません：「予算の概要」。見出しの下に移すか、不要な記載であれば除いてください。", 2, 3],
      ["not-understood", "どの項目にも当てはまりません：「1,000千円」。見出しの下に移すか、不要な記載であれば除いてください。", 2, 9],
    ]);
  });
});

describe("a printed scale", () => {
  it("has no entry of a line that begins with a colon or has lost its letter", () => {
    for (const line of [": 一部達成（目標の一部を達成できた。50%以上70%未満）", ":- A：達成（目標を達成することができた。100%）"]) {
      const reading = read(
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
