import { DomUtils, parseDocument } from "htmlparser2";
import { afterAll, beforeAll, expect, it } from "vitest";
import BriefingPage from "@/app/briefing/page";
import OverviewPage from "@/app/page";
import { closeSiteDatabase } from "@/db/connection/site";
import { createStore, ingest, REAL_DOCUMENTS, removeTemporary } from "../db/temporary-store";
import { renderPage } from "./render-page";

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

it.each([
  ["the overview", OverviewPage, {}, ""],
  ["the overview of a year", OverviewPage, { year: "2021" }, "year=2021&"],
  ["the mayor's sheet", BriefingPage, {}, "year=2025&"],
  ["the mayor's sheet of a department", BriefingPage, { year: "2021", department: "policy-promotion" }, "year=2021&department=policy-promotion&"],
])("the first sentence of %s is saved, copied and quoted as its own chart, and none of that is printed", async (_name, page, parameters, asked) => {
  const all = DomUtils.findAll(() => true, parseDocument(await renderPage(page, parameters)).children);
  const sentence = all.find(({ attribs }) => attribs.id === "headline")!;
  const links = all.filter((each) => DomUtils.textContent(each) === "この数を引用する" && each.name === "a");
  const group = links.map(({ parent }) => parent!).find((each) => each.parent?.parent?.parent === sentence.parent)!;
  expect((group as typeof sentence).attribs.class!.split(" ")).toContain("print:hidden");
  const told = DomUtils.findAll(({ name }) => name === "a" || name === "button", [group]).map((each) => [
    DomUtils.textContent(each),
    each.attribs.href ?? each.attribs["data-picture"],
  ]);
  const picture = `/embed/headline.png?${asked}size=16x9`;
  expect(told).toEqual([
    ["画像を保存", picture],
    ["画像をコピー", picture],
    ["この数を引用する", `/embed?chart=headline${asked && `&${asked.slice(0, -1)}`}`],
  ]);
});
