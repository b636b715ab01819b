import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { compileForm, KASHIWARA, parseForm } from "@/lib/document/forms/form";
import { FORM_FIELDS, formJsonSchema } from "@/lib/document/forms/form-schema";
import { readDocument } from "@/lib/document/read";
import { judgeReading } from "@/lib/document/verdict";
import { KASHIWARA_FORM } from "@/lib/domain/rating/form";

const FOLDER = "lib/document/forms";
const load = (name: string) => compileForm(parseForm(JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), "utf8"))));

/** 架空 */
const read = (name: string, text: string) => {
  const reading = readDocument(new TextEncoder().encode(text), { municipality: "架空市", form: load(name) });
  const { verdict, reasons } = judgeReading(
    reading,
    reading.plans.map(() => ({ years: [], goalCounts: [], same: null })),
  );
  return { ...reading, verdict, reasons, plan: reading.plans[0]?.plan };
};

it("its published JSON Schema is the one that is checked by", async () => {
  await expect(`${JSON.stringify(formJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(`../../../${FOLDER}/ayumi-form-1.schema.json`);
});

it("Kashiwara's definition has the scale that its ratings are shown by", () => {
  const entries = KASHIWARA.definition.ratingScale.map(({ aliases: _, outside: __, ...entry }) => entry);
  expect(entries).toEqual(KASHIWARA_FORM.entries);
  expect(entries.map(({ rating }) => rating)).toEqual(KASHIWARA_FORM.order);
});

it.each(readdirSync(FOLDER).filter((name) => name.endsWith(".json") && !name.includes("schema")))("%s is a form by its file's name", (file) => {
  const { definition } = load(path.parse(file).name);
  expect(definition.name).toBe(path.parse(file).name);
  expect(Object.keys(FORM_FIELDS)).toEqual(expect.arrayContaining(Object.keys(definition.headings)));
});

describe("a form with marks at initiatives", () => {
  const TEXT = `令和6年度　健康福祉部の取組方針
部局名	健康福祉部
部局の使命
だれもが安心して暮らせるまちにします。
重点施策1	高齢者の見守り
政策分野	福祉
目指す姿	ひとりで困る人をなくします。
到達状況	相談が増えました。
取組項目	取組結果	予算額	評価	担当課
見守り隊を広げます。	10地区に広げました。	1,200千円	◎	高齢福祉課
配食を始めます。	準備をしました。	800千円	△ やや遅れ	高齢福祉課
電話相談を開きます。	次年度に送りました。		対象外	地域支援室
施策の総括	見守りが広がりました。
施策の評価	○
今後の課題	担い手を育てます。
`;

  it("is read with its ratings, and what it leaves out is passed over", () => {
    const { plan, messages, verdict, reasons } = read("marks-at-initiatives", TEXT);
    expect([messages, verdict, reasons]).toEqual([[], "stored", []]);
    expect(plan).toMatchObject({ department: "健康福祉部", fiscalYear: 2024, stage: "evaluated", basicPolicy: ["だれもが安心して暮らせるまちにします。"] });
    expect(plan!.ratingScale.map(({ rating, label, criterion }) => [rating, label, criterion])).toEqual([
      ["◎", "計画を上回った", null],
      ["○", "計画どおり", null],
      ["△", "一部遅れ", null],
      ["×", "未着手", null],
      ["－", "評価しない", "評価対象外"],
    ]);
    expect(plan!.priorityGoals).toEqual([
      {
        number: 1,
        policyGoal: null,
        policyArea: "福祉",
        title: "高齢者の見守り",
        listedRating: null,
        overallRating: "○",
        overallAssessment: "見守りが広がりました。",
        futureConsiderations: "担い手を育てます。",
        targets: [{ text: "ひとりで困る人をなくします。", achievement: "相談が増えました。", rating: null }],
        initiatives: [
          { text: "見守り隊を広げます。", reportedResult: "10地区に広げました。", responsibleUnit: "高齢福祉課", rating: "◎" },
          { text: "配食を始めます。", reportedResult: "準備をしました。", responsibleUnit: "高齢福祉課", rating: "△" },
          { text: "電話相談を開きます。", reportedResult: "次年度に送りました。", responsibleUnit: "地域支援室", rating: "－" },
        ],
      },
    ]);
  });

  it("has each of several ratings of its initiatives, and of the whole", () => {
    const { plan, messages } = read(
      "marks-at-initiatives",
      `令和6年度　健康福祉部の取組方針\n重点施策1\t高齢者の見守り\n取組項目\t取組結果\t中間評価\t期末評価\t担当課\n見守ります。\t見守りました。\t△\t◎\t高齢福祉課\n施策の評価（部会）\t○\n施策の評価（委員会）\t△\n`,
    );
    expect(messages).toEqual([]);
    expect(plan!.priorityGoals[0]).toMatchObject({
      overallRating: "△",
      assessments: [
        { occasion: "部会", rating: "○" },
        { occasion: "委員会", rating: "△" },
      ],
      initiatives: [
        {
          rating: "◎",
          assessments: [
            { occasion: "中間評価", rating: "△" },
            { occasion: "期末評価", rating: "◎" },
          ],
        },
      ],
    });
  });

  it("is refused by another form, and told why", () => {
    const { messages } = readDocument(new TextEncoder().encode(TEXT), { municipality: "架空市" });
    expect(messages.filter(({ severity }) => severity === "error")).not.toEqual([]);
  });
});

describe("a list with a row for each project", () => {
  const TEXT = `令和5年度　土木部　主要事業進行管理表
番号	政策	施策	事業名	事業内容	目標	達成状況	評価	予算額	担当課	今後の方向性
1	安全なまち	道路	橋りょうの点検	50橋を点検します。	点検率100%	100%でした。	4 達成	3,000千円	道路課	継続
2	安全なまち	河川	川の改修	300mを直します。	300m	200mでした。	②	5,000千円	河川課	拡大
`;

  it("has a goal in each row", () => {
    const { plan, messages, verdict, findings } = read("row-per-project", TEXT);
    expect([messages, verdict, findings.map(({ rule }) => rule)]).toEqual([[], "stored", ["initiative-without-result", "initiative-without-result"]]);
    expect(plan).toMatchObject({ department: "土木部", fiscalYear: 2023 });
    expect(
      plan!.priorityGoals.map(({ number, title, policyArea, policyGoal, overallRating }) => [number, title, policyGoal?.name, policyArea, overallRating]),
    ).toEqual([
      [1, "橋りょうの点検", "安全なまち", "道路", "4"],
      [2, "川の改修", "安全なまち", "河川", "2"],
    ]);
    expect(plan!.priorityGoals[1]).toMatchObject({
      targets: [{ text: "300m", achievement: "200mでした。", rating: null }],
      initiatives: [{ text: "300mを直します。", reportedResult: null, responsibleUnit: "河川課" }],
    });
  });
});

describe("a sheet for each project", () => {
  const sheet = (number: number, name: string, unit: string, rating: string, department = "市民部", city = "架空市") => `事務事業評価シート
団体名	${city}	対象年度	令和6年度
担当部	${department}	担当課	${unit}
整理番号	${number}
事業名	${name}
施策	窓口
当初予算額	1,000千円	決算額	900千円
SDGsのゴール	3
事業の目的	${name}をよくします。
事業内容	${name}を見直します。
実施結果	見直しました。
自己評価	${rating}
評価の理由	予定したとおりでした。
今後の改善	続けます。
`;

  it("has a goal on each sheet, and a plan for each department", () => {
    const { plans, messages, verdict } = read(
      "sheet-per-project",
      sheet(1, "証明書の発行", "市民課", "概ね順調") + sheet(2, "窓口の案内", "市民課", "やや遅れている") + sheet(1, "税の相談", "税務課", "休止", "税務部"),
    );
    expect([messages, verdict]).toEqual([[], "stored"]);
    expect(
      plans.map(({ plan }) => [plan.department, plan.fiscalYear, plan.priorityGoals.map(({ number, title, overallRating }) => [number, title, overallRating])]),
    ).toEqual([
      [
        "市民部",
        2024,
        [
          [1, "証明書の発行", "概ね順調"],
          [2, "窓口の案内", "やや遅れ"],
        ],
      ],
      ["税務部", 2024, [[1, "税の相談", "休止"]]],
    ]);
    expect(plans[0]!.plan.priorityGoals[0]!.initiatives).toEqual([
      { text: "証明書の発行を見直します。", reportedResult: "見直しました。", responsibleUnit: "市民課" },
    ]);
  });

  it("of another municipality is held", () => {
    expect(read("sheet-per-project", sheet(1, "税の相談", "税務課", "順調", "税務部", "別海原市")).reasons.map(({ rule }) => rule)).toEqual([
      "another-municipality",
    ]);
  });
});

describe("a file of several plans", () => {
  const names = (text: string, form = "row-per-project") => {
    const { plans, verdict, messages } = read(form, text);
    expect(messages.filter(({ rule }) => rule !== "number-missing" && rule !== "another-municipality")).toEqual([]);
    expect(verdict).toBe("stored");
    return plans.map(({ plan }) => [plan.fiscalYear, plan.department, ...plan.priorityGoals.map(({ title, overallRating }) => `${title} ${overallRating}`)]);
  };

  it("has one for each department and year of its list, in whatever order the rows stand", () => {
    const rows = [
      "令和6年度\t総務部\t防災\t4",
      "令和7年度\t総務部\t防災\t2",
      "令和7年度\t市民部\t体操\t3",
      "令和6年度\t総務部\t防犯\t3",
      "令和7年度\t総務部\t防犯\t1",
    ];
    expect(names(["主要事業の評価一覧表", "年度\t担当部\t事業名\t評価", ...rows].join("\n"))).toEqual([
      [2024, "総務部", "防災 4", "防犯 3"],
      [2025, "総務部", "防災 2", "防犯 1"],
      [2025, "市民部", "体操 3"],
    ]);
  });

  it("has one for each year of its sheets", () => {
    const sheet = (year: number, department: string, name: string) => [
      "事務事業評価シート",
      `対象年度\t令和${year}年度`,
      department,
      `事業名\t${name}`,
      "総合評価\t順調",
    ];
    const text = [...sheet(6, "担当部\t総務部", "防災"), ...sheet(7, "", "防災"), ...sheet(7, "担当部\t市民部", "体操")].filter((line) => line !== "");
    expect(names(text.join("\n"), "sheet-per-project")).toEqual([
      [2024, "総務部", "防災 順調"],
      [2025, "総務部", "防災 順調"],
      [2025, "市民部", "体操 順調"],
    ]);
  });

  it("adds no row that counts the others", () => {
    const { plan, messages } = read("row-per-project", "令和7年度 主要事業の評価一覧表\n担当部\t総務部\nNo\t事業名\t評価\n1\t防災\t4\n合　計\t1事業\t\n");
    expect(plan?.priorityGoals.map(({ title }) => title)).toEqual(["防災"]);
    expect(messages.map(({ rule, span }) => [rule, span?.start.line])).toEqual(Array(2).fill(["not-understood", 5]));
  });
});

it("ratings of initiatives at two occasions are both kept, the final one as the rating", () => {
  const head = "令和7年度 総務部 取組方針\n重点施策 1\t防災\n主な取組\t取組の結果\t中間評価\t期末評価\n";
  const { plan, messages } = read("marks-at-initiatives", `${head}訓練\t3回\t△\t◎\n`);
  expect(plan!.priorityGoals[0]!.initiatives).toMatchObject([{ rating: "◎", assessments: [{ rating: "△" }, { rating: "◎" }] }]);
  expect(messages).toEqual([]);
});
