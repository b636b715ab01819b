import { DomUtils, parseDocument } from "htmlparser2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import ContinuationsPage from "@/app/continuations/page";
import OverviewPage from "@/app/page";
import { closeSiteDatabase } from "@/db/connection/site";
import { createStore, ingest, REAL_DOCUMENTS, removeTemporary } from "../db/temporary-store";
import { renderPage } from "./render-page";

const GOAL = "2025-policy-promotion-4";

beforeAll(async () => {
  const { db, url } = await createStore();
  await ingest(db, REAL_DOCUMENTS);
  process.env.DATABASE_URL = url;
});
afterAll(() => {
  closeSiteDatabase();
  delete process.env.DATABASE_URL;
  removeTemporary();
});

async function openWith(page: unknown, parameters: Record<string, string>) {
  const all = DomUtils.findAll(() => true, parseDocument(await renderPage(page, parameters)).children);
  const panel = all.find(({ attribs }) => "data-panel" in attribs);
  return { all, panel, text: panel ? DomUtils.textContent(panel) : "", marks: all.filter(({ attribs }) => "data-mark" in attribs) };
}

describe.each([
  ["/", OverviewPage],
  ["/continuations", ContinuationsPage],
])("the panel at %s", (path, Page) => {
  it("tells of the goal: title, rating then and now, first target and achievement, assessment, what was written before", async () => {
    const { panel, text, all } = await openWith(Page, { goal: GOAL });
    expect(panel!.attribs["data-panel"]).toBe(GOAL);
    for (const part of [
      "防災対策の充実強化",
      "統合の候補",
      "職員未確認",
      "一部達成",
      "大規模災害時に誰もが安心して",
      "マンホールトイレ事業の本格導入を決定",
      "能登半島地震の教訓から",
      "令和3年度の記載",
      "消防団を中核とした地域防災力の充実強化",
      "指定避難所の機能強化",
      "この目標を開く",
    ])
      expect(text).toContain(part);
    const hrefs = DomUtils.findAll(({ name }) => name === "a", panel!.children).map(({ attribs }) => attribs.href);
    expect(hrefs).toEqual(expect.arrayContaining([`/goals/${GOAL}`, path]));
    expect(all.filter(({ attribs }) => attribs.id === "panel")).toHaveLength(1);
  });

  it("opens from each mark, and the marks of the goal that is shown lead to its page", async () => {
    const { marks, panel } = await openWith(Page, {});
    expect(panel).toBeUndefined();
    expect(marks.length).toBeGreaterThan(9);
    for (const { attribs } of marks) expect(attribs.href).toMatch(new RegExp(`^${path === "/" ? "/" : path}\\?goal=20(?:21|25)-policy-promotion-\\d#panel$`));
    const shown = (await openWith(Page, { goal: GOAL })).marks.filter(({ attribs }) => attribs["aria-current"] === "true");
    expect(shown.length).toBeGreaterThan(0);
    for (const { attribs } of shown) expect(attribs.href).toBe(`/goals/${GOAL}`);
  });

  it("says that it knows no such goal, and no link goes on asking for it", async () => {
    const { all, panel } = await openWith(Page, { goal: "2025-none-1" });
    expect(panel).toBeUndefined();
    expect(DomUtils.textContent(all)).toContain("「goal=2025-none-1」は読み取れないため");
    expect(all.filter(({ attribs }) => attribs.href?.includes("none-1"))).toEqual([]);
  });
});

it("a goal of which the documents say little is told of as far as they do", async () => {
  const { text } = await openWith(OverviewPage, { goal: "2021-policy-promotion-4" });
  expect(text).toContain("評価前（年度当初の計画）");
  expect(text).not.toContain("の記載");
});
