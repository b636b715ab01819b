import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answerChart } from "@/app/_read/chart-answer";
import { answerTable } from "@/app/_read/table-answer";
import AboutPage from "@/app/about/page";
import BriefingPage from "@/app/briefing/page";
import CarriedOnPage from "@/app/carried-on/page";
import ContinuationPage from "@/app/continuations/[predecessor]/[successor]/page";
import ContinuationsPage from "@/app/continuations/page";
import DataPage from "@/app/data/page";
import DocumentsPage from "@/app/documents/page";
import EmbedPage from "@/app/embed/page";
import GoalPage from "@/app/goals/[id]/page";
import GoalsPage from "@/app/goals/page";
import OverviewPage from "@/app/page";
import SearchPage from "@/app/search/page";
import { closeSiteDatabase } from "@/db/connection/site";
import { CHART_NAMES, CHARTS } from "@/lib/charts/registry";
import { municipalityId } from "@/lib/domain/identifier";
import { TABLES, type TableName } from "@/lib/files/tables";
import { chartPlace } from "@/lib/parameters/charts";
import { readView } from "@/lib/parameters/place";
import { createStore, ingest, removeTemporary, writePlans } from "../db/temporary-store";
import { renderPage as render } from "./render-page";
import { CITIES, makeScaledPlans, type ScaledCity } from "./scale-plans";

beforeAll(async () => {
  const { db, url, folder } = await createStore();
  await ingest(db, writePlans(folder, CITIES.flatMap(makeScaledPlans)));
  process.env.DATABASE_URL = url;
});
afterAll(() => {
  closeSiteDatabase();
  delete process.env.DATABASE_URL;
  removeTemporary();
});

const PAGES: [name: string, page: unknown, parameters: Record<string, string>][] = [
  ["overview", OverviewPage, {}],
  ["overview of targets' shares", OverviewPage, { of: "targets", measure: "share", by: "department" }],
  ["goals", GoalsPage, {}],
  ["goals by rating", GoalsPage, { sort: "rating" }],
  ["continuations", ContinuationsPage, {}],
  ["continuations of initiatives", ContinuationsPage, { level: "initiative" }],
  ["what was carried on", CarriedOnPage, {}],
  ["goals whose ratings went outside the order, or came from there", CarriedOnPage, { level: "goal", move: "outside" }],
  ["briefing", BriefingPage, { year: "2025" }],
  ["documents", DocumentsPage, {}],
  ["about", AboutPage, {}],
  ["data", DataPage, {}],
  ["search", SearchPage, { q: "消防団" }],
  ...CHART_NAMES.map((chart): [string, unknown, Record<string, string>] => [`embed of ${chart}`, EmbedPage, { chart }]),
];

/** What only Kashiwara's scale says. Of S, A, B, C and D the lower half is C以下, too. */
const KASHIWARA_WORDS = /(?<!と\s*)AとB|AからE|[A-E] ?(?:達成|概ね達成|一部達成|未達成|未実施)(?![でにす度])/;

it("search names each letter by each city's own scale, the best first", async () => {
  const found = await render(SearchPage, { q: "回収", within: "all" });
  const labels = [...found.matchAll(/name="rating" value="[^"]+"[^>]*\/?>([^<]+)/g)].map(([, label]) => label!.replace(/<!-- -->/g, "").trim());
  expect(new Set(labels.slice(0, 3))).toEqual(new Set(["A 目標どおり（1）", "○ 計画通り（1）", "計画通り（1）"]));
  expect(new Set(labels.slice(3))).toEqual(new Set(["Z 評価困難（1）", "－ 対象外（1）", "評価不能（1）"]));
});

describe.each(CITIES)("$name", (city: ScaledCity) => {
  const id = municipalityId(city.name);
  const [best, worst] = [city.order[0]!, city.order.at(-1)!];
  const plain = (html: string) =>
    html
      .replace(/<script type="application\/json".*?<\/script>/gs, "")
      .replace(/<style>.*?<\/style>/gs, "")
      .replace(/<[^>]+>/g, " ");

  it.each(PAGES)("has its own words on the page: %s", async (_name, page, parameters) => {
    const html = await render(page, { ...parameters, municipality: id });
    expect(plain(html)).not.toMatch(KASHIWARA_WORDS);
    expect(plain(html)).not.toMatch(/\[object|undefined|NaN/);
    const tones = new Map([...html.matchAll(/class="rating rating-([a-z]+)"[^>]*>([^<]+)</g)].map(([, tone, rating]) => [rating!, tone!]));
    for (const [rating, tone] of tones) {
      const place = city.order.indexOf(rating);
      if (place >= 0) expect(tone, rating).toEqual(place === 0 ? "a" : place === city.order.length - 1 ? "d" : expect.stringMatching(/^[bc]$/));
      if (rating === city.outside) expect(tone).toBe("e");
    }
  });

  it("tells what needs attention and what did not get better by its own order", async () => {
    const html = await render(OverviewPage, { municipality: id });
    const section = (name: string) => new RegExp(`<section[^>]*aria-labelledby="${name}".*?</section>`, "s").exec(html)![0];
    const attention = plain(section("attention-title"));
    expect(attention).toContain("道路の舗装と歩道の段差");
    expect(attention).not.toContain("消防団の充実");
    expect(attention).toContain(`1件は${city.outside}`);
    const moves = Object.fromEntries(
      [...section("moved-title").matchAll(/data-move="(\w+)"[^>]*><strong[^>]*>(\d+)/g)].map(([, move, count]) => [move, Number(count)]),
    );
    expect(moves).toEqual({ up: 1, same: 3, down: 1, outside: 1 });
    const titles = async (move: string) => plain(await render(CarriedOnPage, { municipality: id, level: "goal", from: "2024", to: "2025", move }));
    expect(await titles("up")).toContain("図書館");
    expect(await titles("same")).toMatch(/消防団.*水道管.*子育て/s);
    expect(await titles("down")).toMatch(/道路/);
    expect(await titles("down")).not.toMatch(/消防団|図書館|ごみ|水道管/);
    expect(await titles("outside")).toContain("ごみの分別");
  });

  it("sorts by its own order, and names it in the filters", async () => {
    const html = await render(GoalsPage, { municipality: id, year: "2025", sort: "rating" });
    const titles = [...html.matchAll(/<a href="\/goals\/[^"]*-(\d)(?:\?[^"]*)?">/g)].map(([, number]) => number);
    expect(titles).toEqual(["1", "2", "3", "4", "5", "6"]);
    const options = [...html.matchAll(/name="rating" value="([^"]+)"/g)].map(([, value]) => value);
    expect(options).toEqual([best, city.order[1], worst, city.outside]);
  });

  it("has pages of its goals and of their links", async () => {
    for (const number of [1, 6]) expect(plain(await render(GoalPage, {}, { id: `${id}-2025-policy-promotion-${number}` }))).not.toMatch(KASHIWARA_WORDS);
    const link = { predecessor: `${id}-2024-policy-promotion-1`, successor: `${id}-2025-policy-promotion-1` };
    expect(plain(await render(ContinuationPage, {}, link))).toContain("消防団の充実");
  });

  it.each(CHART_NAMES)("says its own words in every form of the chart %s", async (name) => {
    const view = readView(chartPlace(CHARTS[name]), { municipality: id, id: `${id}-2025-policy-promotion-5` }).view;
    for (const format of ["html", "svg", "csv", "json", "metadata.json"] as const) {
      const { body } = await answerChart(CHARTS[name], view, format);
      expect(plain(String(body)), format).not.toMatch(KASHIWARA_WORDS);
      expect(String(body), format).not.toMatch(/\[object|undefined|NaN/);
    }
    const csv = String((await answerChart(CHARTS[name], view, "csv")).body);
    if (name !== "continuation-ribbon" && name !== "comparison") expect(csv).toContain(worst);
    const html = String((await answerChart(CHARTS[name], view, "html")).body);
    if (name === "attention") expect(html).toContain(`達成度が${worst.length > 2 ? `「${worst}」` : city.order.length > 4 ? "C以下" : worst}のものは${1}件`);
    if (name === "headline") expect(html).toContain(`令和7年度は6件（${best.length > 2 ? `「${best}」` : best}2・`);
  });

  it("is in every table with its own labels, the best first where sorted by rating", async () => {
    for (const name of Object.keys(TABLES).filter((each) => each !== "datasets") as TableName[]) {
      for (const format of ["csv", "json"] as const) {
        const { body } = await answerTable(`http://localhost/api/${name}.${format}?municipality=${encodeURIComponent(city.name)}`, name, format);
        expect(String(body), name).not.toMatch(/\[object|達成,|undefined/);
      }
    }
    const { body } = await answerTable(`http://localhost/api/goals.json?municipality=${id}&year=2025&sort=rating`, "goals", "json");
    const rows = (JSON.parse(String(body)) as { rows: { rating: string; rating_label: string | null }[] }).rows;
    expect(rows.map(({ rating }) => rating)).toEqual([best, best, city.order[1], city.order[1], worst, city.outside]);
    expect(rows[0]!.rating_label).toBe(city.entries[0]!.label);
  });
});
