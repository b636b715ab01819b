import { DomUtils } from "htmlparser2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeSiteDatabase } from "@/db/connection/site";
import type { PriorityGoal } from "@/lib/domain/plan";
import { createStore, ingest, makePlan, removeTemporary, writePlans } from "../db/temporary-store";
import { openGoal } from "./open-goal";

const goal = makePlan().priorityGoals[0]!;
const initiative = (text: string, reportedResult: string | null) => ({ text, reportedResult, responsibleUnit: "危機管理課" });

/** 2024年度から2025年度へ（架空）: initiatives change places, one is new, one has no successor. */
const older: PriorityGoal = {
  ...goal,
  title: "消防団と避難所の充実",
  targets: [{ text: "消防団員を1,000人とし、取り組みを広げます。", achievement: "消防団員は９８０人でした。", rating: null }],
  initiatives: [
    initiative("消防団の訓練を毎月行い、分団ごとの装備を更新します。", "訓練を毎月行いました。"),
    initiative("避難所に発電機と投光器を配備します。", "発電機を十台配備しました。"),
    initiative("図書館の蔵書を電子化し、貸出の窓口を広げます。", null),
  ],
  overallAssessment: "おおむね順調に進みました。",
  futureConsiderations: "消防団員の定年を見直すこと。",
};
const newer: PriorityGoal = {
  ...older,
  targets: [{ text: "消防団員を１０００人とし、取組を広げます。", achievement: "消防団員は990人でした。", rating: null }],
  initiatives: [
    initiative("避難所に発電機と蓄電池を配備します。", "蓄電池を十台配備しました。"),
    initiative("消防団の訓練を毎月行い、分団ごとの装備を更新します。", "訓練を隔月で行いました。"),
    initiative("水道管の耐震化を急ぎます。", "三割を終えました。"),
  ],
  overallAssessment: "全国大会への出場を機に、若い世代の入団が増えたことが何よりの成果です。",
  futureConsiderations: null,
};

beforeAll(async () => {
  const { db, url, folder } = await createStore();
  await ingest(
    db,
    writePlans(folder, [makePlan({ stage: "evaluated", priorityGoals: [older] }), makePlan({ stage: "evaluated", fiscalYear: 2025, priorityGoals: [newer] })]),
  );
  process.env.DATABASE_URL = url;
});
afterAll(() => {
  closeSiteDatabase();
  delete process.env.DATABASE_URL;
  removeTemporary();
});

/** Of the table's rows, each name with the cells that follow it. */
async function readRows() {
  const page = await openGoal("2025-general-affairs-1");
  const section = page.find("aria-labelledby", "side-by-side-title")[0]!;
  const rows = DomUtils.findAll(({ name }) => name === "tr", section.children).slice(1);
  const side = (row: (typeof rows)[number], name: string) => DomUtils.findOne(({ attribs }) => attribs["data-side"] === name, row.children)!;
  return rows.flatMap((row, index) =>
    index % 2 === 1 ? [{ name: DomUtils.textContent(rows[index - 1]!), before: side(row, "before"), after: side(row, "after") }] : [],
  );
}
type Cell = Awaited<ReturnType<typeof readRows>>[number]["before"];
const parts = (cell: Cell, name: string) => DomUtils.findAll((each) => each.name === name, cell.children).map((each) => DomUtils.textContent(each));

describe("新旧対照", () => {
  it("pairs initiatives by their links, wherever they stand, and says where there is none", async () => {
    const rows = (await readRows()).filter(({ name }) => name.startsWith("具体的取組"));
    const told = rows.map(({ before, after }) => [DomUtils.textContent(before), DomUtils.textContent(after)]);
    expect(rows).toHaveLength(4);
    expect(told[0]![0]).toContain("発電機と投光器");
    expect(told[0]![1]).toContain("発電機と蓄電池");
    expect(told[1]![0]).toContain("消防団の訓練");
    expect(told[1]![1]).toContain("消防団の訓練");
    expect(told[2]![0]).toContain("令和6年度にない取組です（自動判定、職員未確認）");
    expect(told[3]![1]).toContain("令和7年度に後継の取組が見当たりません（自動判定、職員未確認）");
    expect(rows[0]!.name).toBe("具体的取組：継続の候補");
  });

  it("strikes through and underlines where half is kept, and tells those who hear it", async () => {
    const [pair] = (await readRows()).filter(({ name }) => name.startsWith("具体的取組"));
    expect(parts(pair!.before, "del")).toEqual(["投光器"]);
    expect(parts(pair!.after, "ins")).toEqual(["蓄電池"]);
    const [removed] = DomUtils.findAll((each) => each.name === "del", pair!.before.children);
    expect([removed!.attribs["data-from"], removed!.attribs["data-to"]]).toEqual(["［削除］", "［削除ここまで］"]);
  });

  it("takes ways of writing for no change", async () => {
    const target = (await readRows()).find(({ name }) => name === "今年度の達成目標")!;
    expect([target.before.attribs["data-share"], parts(target.before, "del"), parts(target.after, "ins")]).toEqual(["1.00", [], []]);
  });

  it("compares achievements, results and assessments, and lets texts of which little is kept stand whole", async () => {
    const rows = await readRows();
    const achievement = rows.find(({ name }) => name === "達成状況")!;
    expect([parts(achievement.before, "del"), parts(achievement.after, "ins")]).toEqual([["９８０"], ["990"]]);
    expect(rows.filter(({ name }) => name === "具体的な取組実績")).toHaveLength(3);
    const assessment = rows.find(({ name }) => name === "総合評価・総括")!;
    expect(Number(assessment.before.attribs["data-share"])).toBeLessThan(0.5);
    for (const cell of [assessment.before, assessment.after]) expect([...parts(cell, "del"), ...parts(cell, "ins")]).toEqual([]);
  });

  it("sets what was to be considered beside this year's targets, and calls none of it a change", async () => {
    const considered = (await readRows()).find(({ name }) => name.includes("今後検討すべきこと"))!;
    expect(DomUtils.textContent(considered.before)).toContain("定年を見直すこと");
    expect(parts(considered.before, "mark")).toEqual(["消防団員"]);
    expect(parts(considered.after, "mark")).toEqual(["消防団員"]);
    expect(parts(considered.before, "del")).toEqual([]);
  });
});
