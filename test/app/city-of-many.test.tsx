import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerChart } from "@/app/_read/chart-answer";
import BriefingPage from "@/app/briefing/page";
import CarriedOnPage from "@/app/carried-on/page";
import ContinuationsPage from "@/app/continuations/page";
import OverviewPage from "@/app/page";
import { closeSiteDatabase } from "@/db/connection/site";
import { writeCountry } from "@/db/generation/generate-command";
import { listSourceFiles } from "@/db/ingest/source-files";
import { readContinuations } from "@/db/queries/continuations";
import { findDataset } from "@/db/queries/datasets";
import { listGoals } from "@/db/queries/goals";
import { CHARTS } from "@/lib/charts/registry";
import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import { municipalityId } from "@/lib/domain/identifier";
import type { GoalRow } from "@/lib/domain/rows";
import { nameMunicipality } from "@/lib/generation/municipality-name";
import { chartPlace } from "@/lib/parameters/charts";
import { readView } from "@/lib/parameters/place";
import { createFolder, createStore, ingest, removeTemporary } from "../db/temporary-store";
import { renderPage } from "./render-page";

/** Elements that a page of 12 departments and 8 years holds at most, and bytes of its markup unpacked. */
const MOST_ELEMENTS = 3_000;
const MOST_BYTES = 650_000;

const id = municipalityId(nameMunicipality(0));
let history: ContinuationHistory;
let goals: GoalRow[];

/** A city that is not the site's own, of 12 departments and 8 years (架空), of which the last is half rated. */
beforeAll(async () => {
  const { db, url } = await createStore();
  const folder = createFolder();
  await writeCountry(folder, { municipalities: 1, departments: 12, years: 8, seed: 3 });
  await ingest(db, await listSourceFiles([path.resolve(folder)]));
  const dataset = { ...(await findDataset(db))!, municipalityId: id };
  history = await readContinuations(db, dataset, { reasons: false });
  goals = await listGoals(db, dataset);
  process.env.DATABASE_URL = url;
}, 180_000);
afterAll(() => {
  closeSiteDatabase();
  delete process.env.DATABASE_URL;
  removeTemporary();
});

const countElements = (html: string) => html.match(/<[a-z]/g)!.length;
const read = (page: unknown, parameters: Record<string, string> = {}) => renderPage(page, { municipality: id, ...parameters });
const readFigures = (html: string, name: "count" | "move") =>
  Object.fromEntries([...html.matchAll(new RegExp(`data-${name}="(\\w+)"[^>]*><strong[^>]*>(\\d+)`, "g"))].map(([, what, count]) => [what, Number(count)]));

describe("a city of 12 departments and 8 years", () => {
  it.each([
    ["the overview", OverviewPage, {}],
    ["the overview by area", OverviewPage, { by: "area" }],
    ["the overview with all dimmed but what was carried on", OverviewPage, { carried: "2018" }],
    ["its continuations", ContinuationsPage, {}],
    ["its initiatives' continuations", ContinuationsPage, { level: "initiative" }],
    ["the A4 page", BriefingPage, {}],
  ] as const)("fits into a page: %s", async (_name, page, parameters) => {
    const html = await read(page, parameters);
    expect(countElements(html)).toBeLessThanOrEqual(page === ContinuationsPage ? 2 * MOST_ELEMENTS : MOST_ELEMENTS);
    expect(html.length).toBeLessThanOrEqual(MOST_BYTES);
  });

  it("has charts of the same that no page is too small for", async () => {
    for (const [name, query] of [
      ["continuation-ribbon", { of: "initiatives" }],
      ["rating-distribution", { by: "department" }],
    ] as const) {
      const { view } = readView(chartPlace(CHARTS[name]), { municipality: id, ...query });
      const html = String((await answerChart(CHARTS[name], view, "html")).body);
      expect(html.length, name).toBeLessThanOrEqual(MOST_BYTES);
      // Other pages hold it, and none can be framed.
      expect([...html.matchAll(/<a href="[^"]*" data-mark/g)].length).toBeGreaterThan(90);
      expect(/<a href="[^"]*" data-mark(?![^>]*target="_blank")/.test(html)).toBe(false);
    }
  });

  it("compares the half-rated year on the departments that are rated, gives no direction that is not borne out, and says what is left out", async () => {
    const lettersOf = (year: number, department: string) =>
      goals.filter((goal) => goal.fiscalYear === year && goal.department === department).flatMap(({ overallRating }) => overallRating?.rating ?? []);
    const departments = [...new Set(goals.map(({ department }) => department))];
    const both = departments.filter((department) => lettersOf(2024, department).length > 0 && lettersOf(2025, department).length > 0);
    const count = (year: number) => {
      const letters = both.flatMap((department) => lettersOf(year, department));
      return `${letters.length}件（${[..."ABCDE"]
        .flatMap((letter) => letters.filter((each) => each === letter).length || [])
        .map((number, index) => `${"ABCDE"[index]}${number}`)
        .join("・")}）`;
    };
    const html = (await read(OverviewPage)).replace(/<[^>]+>/g, "");
    expect([departments.length, both.length]).toEqual([12, 8]);
    expect(html).toContain("全12部のうち8部が評価済み");
    expect(html).toContain(
      `同じ8部でみると（評価未掲載の4部を除く）、令和6年度は${count(2024)}、令和7年度は${count(2025)}です。全体として上がったか下がったかは、どちらとも言えません。`,
    );
  });

  it("counts what goes on since the first year as its links say, and each count opens exactly its rows", async () => {
    const overview = await read(OverviewPage);
    const counts = readFigures(overview, "count");
    const items = history.items.filter(({ level }) => level === "initiative");
    // By hand: whatever can be reached year by year from an initiative of the first year.
    const reached = new Map(items.filter(({ fiscalYear }) => fiscalYear === 2018).map(({ key }) => [key, new Set([key])]));
    for (const { links } of history.comparisons.toSorted((a, b) => a.from - b.from)) {
      for (const keys of reached.values())
        for (const link of links) if (link.kind !== "related" && link.status !== "rejected" && keys.has(link.predecessorKey)) keys.add(link.successorKey);
    }
    const last = new Set(items.filter(({ fiscalYear }) => fiscalYear === 2025).map(({ key }) => key));
    const ends = [...reached.values()].map((keys) => [...keys].filter((key) => last.has(key)));
    const continuing = ends.filter((own) => own.length > 0).length;
    expect(counts).toEqual({ continuing, ended: reached.size - continuing, new: last.size - new Set(ends.flat()).size });
    for (const [fate, count] of Object.entries(counts)) {
      const html = await read(CarriedOnPage, { level: "initiative", from: "2018", to: "2025", fate });
      const cells = [...html.matchAll(/<td role="cell"[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell!.match(/<a /g)?.length ?? 0);
      expect(
        cells.filter((_, index) => index % 2 === (fate === "new" ? 1 : 0)).reduce((sum, each) => sum + each, 0),
        fate,
      ).toBe(count);
    }
  });

  it("has each count of what goes on quoted by a chart that states it, of all and of a department", async () => {
    for (const [page, parameters] of [
      [OverviewPage, {}],
      [CarriedOnPage, { level: "initiative", from: "2018", to: "2025" }],
      [CarriedOnPage, { level: "goal", from: "2021", to: "2024", department: "policy-promotion" }],
    ] as const) {
      const html = await read(page, parameters);
      const { continuing, ended, new: begun } = readFigures(html, "count");
      const quote = [...html.matchAll(/href="([^"]*chart=continuation-ribbon[^"]*)">この数を引用する/g)].map(([, href]) => href!.replaceAll("&amp;", "&"));
      expect(quote).toHaveLength(1);
      const asked = new URL(quote[0]!, "http://localhost").searchParams;
      const { view } = readView(
        chartPlace(CHARTS["continuation-ribbon"]),
        Object.fromEntries([...new Set(asked.keys())].flatMap((name) => (name === "chart" ? [] : [[name, asked.getAll(name)]]))),
      );
      const { body } = await answerChart(CHARTS["continuation-ribbon"], view, "metadata.json");
      expect(String(body)).toMatch(
        new RegExp(`のうち、${continuing}件に令和\\d年度の継続の候補があり(?:（[^）]*）)?、${ended}件は後継が見当たりません。[^。]*のうち${begun}件は`),
      );
    }
  });

  it("is by department unasked, with a trend beside it, and each department's initiatives that go on are counted and opened by its row", async () => {
    const overview = await read(OverviewPage);
    expect(overview).toContain("部別・年度別の重点目標の達成度");
    expect(overview).toContain("年度別の重点目標の達成度（件数）</h2>");
    const wide = overview.slice(overview.indexOf('data-drawing="wide"'), overview.indexOf('data-drawing="narrow"'));
    const figures = [
      ...wide.matchAll(/<a href="([^"]+)" data-mark="i[^"]*"[^>]*><title>平成30年度の具体的取組(\d+)件のうち(\d+)件が令和7年度に続く（候補を含む）<\/title>/g),
    ];
    expect(figures).toHaveLength(12);
    expect(figures.reduce((sum, [, , before]) => sum + Number(before), 0)).toBe(
      history.items.filter(({ level, fiscalYear }) => level === "initiative" && fiscalYear === 2018).length,
    );
    expect(figures.reduce((sum, [, , , continuing]) => sum + Number(continuing), 0)).toBe(Number(readFigures(overview, "count").continuing));
    // The table holds the same links, as a drawing of so many marks has no tab stops where it is framed.
    const tables = overview.slice(overview.lastIndexOf("<svg", overview.indexOf("<table")));
    for (const [, href, before, continuing] of figures) expect(tables).toContain(`<a href="${href}">${continuing} / ${before}件</a>`);
    for (const [, href, , continuing] of figures) {
      const query = Object.fromEntries(new URL(href!.replaceAll("&amp;", "&"), "http://localhost").searchParams);
      expect(query).toMatchObject({ municipality: id, from: "2018", to: "2025", fate: "continuing" });
      const html = await renderPage(CarriedOnPage, query);
      const cells = [...html.matchAll(/<td role="cell"[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell!.match(/<a /g)?.length ?? 0);
      expect(
        cells.filter((_, index) => index % 2 === 0).reduce((sum, each) => sum + each, 0),
        href,
      ).toBe(Number(continuing));
    }
  });

  it("opens exactly the pairs that moved so", async () => {
    const moves = readFigures(await read(OverviewPage), "move");
    expect(Object.values(moves).reduce<number>((sum, each) => sum + Number(each), 0)).toBeGreaterThan(10);
    for (const [move, count] of Object.entries(moves)) {
      const html = await read(CarriedOnPage, { level: "goal", from: "2024", to: "2025", move });
      expect([...html.matchAll(/<tr role="row" class="narrow:block">/g)].length, move).toBe(count);
    }
  });

  it("draws how ratings moved as counted bands, each of which opens exactly its goals, and which together are all that go on", async () => {
    const overview = await read(OverviewPage);
    const drawing = /<div class="[^"]*" data-drawing="moved-288">(.*?)<script/s.exec(overview)![1]!;
    const bands = [...drawing.matchAll(/<a href="([^"]*)" data-mark[^>]*><title>[^<]* (\d+)件（[^<]*<\/title>(.*?)<\/a>/gs)].map(
      ([, href, count, content]) => ({ href: href!.replaceAll("&amp;", "&"), count: Number(count), text: />(\D?)(\d+)<\/text>/.exec(content!)![2] }),
    );
    const links = history.comparisons
      .find(({ from, to }) => from === 2024 && to === 2025)!
      .links.filter(({ level, kind, status }) => level === "goal" && kind !== "related" && status !== "rejected");
    const ratingOf = new Map(goals.map(({ id: goal, overallRating }) => [goal, overallRating?.rating ?? "none"]));
    expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(links.length);
    for (const { href, count, text } of bands) {
      const query = Object.fromEntries(new URLSearchParams(href.split("?")[1]));
      expect(query).toMatchObject({ municipality: id, from: "2024", to: "2025" });
      const wanted = links.filter(
        ({ predecessorKey, successorKey }) => ratingOf.get(predecessorKey) === query.before && ratingOf.get(successorKey) === query.after,
      );
      expect([href, count, text]).toEqual([href, wanted.length, String(wanted.length)]);
      expect([...(await read(CarriedOnPage, query)).matchAll(/<tr role="row" class="narrow:block">/g)].length, href).toBe(count);
    }
  });

  it("keeps the city in every link of the page of what was carried on, that takes all conditions out too", async () => {
    const html = await read(CarriedOnPage, { fate: "ended", department: history.items[0]!.departmentId, from: "2018", to: "2025" });
    const links = [...html.matchAll(/href="(\/(?:carried-on|continuations)[^"]*)"/g)].map(([, href]) => href!);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((href) => !href.includes(`municipality=${id}`))).toEqual([]);
  });
});
