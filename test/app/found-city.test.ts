import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDataFacts } from "@/app/_read/data-facts";
import { readChart } from "@/app/_read/read-chart";
import { readSite } from "@/app/_read/read-site";
import { GET as getTable } from "@/app/api/[file]/route";
import { GET as getCatalogue } from "@/app/catalog.jsonld/route";
import { generateMetadata as describeLink } from "@/app/continuations/[predecessor]/[successor]/page";
import DataPage, { generateMetadata } from "@/app/data/page";
import { GET as getFeed } from "@/app/feed.atom/route";
import { closeSiteDatabase } from "@/db/connection/site";
import { writeCountry } from "@/db/generation/generate-command";
import { listSourceFiles } from "@/db/ingest/source-files";
import { readContinuations } from "@/db/queries/continuations";
import { usualView } from "@/lib/chart-urls";
import type { RibbonModel } from "@/lib/charts/continuation-ribbon/contract";
import { CHARTS } from "@/lib/charts/registry";
import { listLinks } from "@/lib/domain/continuation-history";
import { municipalityId } from "@/lib/domain/identifier";
import { nameChartFile } from "@/lib/files/chart-name";
import { nameMunicipality } from "@/lib/generation/municipality-name";
import { foundJa } from "@/lib/texts/found-ja";
import { createFolder, createStore, ingest, removeTemporary } from "../db/temporary-store";
import { renderPage } from "./render-page";

const [city, other] = [0, 1].map(nameMunicipality) as [string, string];

interface Catalogue {
  "@id": string;
  "dct:title": { "@value": string }[];
  "dcat:dataset": { "@id": string; "dct:creator": { "@id": string } }[];
}

/** Two invented cities of six departments and four years, the first the site's own. */
beforeAll(async () => {
  const { db, url } = await createStore();
  const folder = createFolder();
  await writeCountry(folder, { municipalities: 2, departments: 6, years: 4, seed: 3 });
  await ingest(db, await listSourceFiles([path.resolve(folder)]));
  process.env.DATABASE_URL = url;
  process.env.AYUMI_MUNICIPALITY = city;
}, 120_000);
afterAll(() => {
  closeSiteDatabase();
  delete process.env.DATABASE_URL;
  delete process.env.AYUMI_MUNICIPALITY;
  removeTemporary();
});

describe("the pages of a large city", () => {
  it("have each a title of its own, where a goal goes on under the same name for years", async () => {
    const { database, dataset } = await readSite(null);
    const links = listLinks(await readContinuations(database, dataset, { reasons: false })).filter(({ level }) => level === "goal");
    const titles = await Promise.all(
      links.map(async ({ predecessorKey, successorKey }) => {
        const params = Promise.resolve({ predecessor: predecessorKey, successor: successorKey });
        return (await describeLink({ params, searchParams: Promise.resolve({}) })).title as string;
      }),
    );
    expect(titles.length).toBeGreaterThan(20);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    expect(titles[0]).toMatch(/^「.+」から「.+」へ（令和\d年度から令和\d年度へ .+部）$/);
  });

  it("say in title and description which part of a list they are", () => {
    const { documents, document, municipalities } = foundJa;
    for (const tell of [
      (page: number) => [documents.title(city, page), documents.description(city, 300, "令和7年度", page)],
      (page: number) => [document.title("運営方針", "a.txt", page), document.description("運営方針", 900, 900, page)],
      (page: number) => [municipalities.title(page), municipalities.description(300, page)],
    ]) {
      for (const text of tell(1)) expect(text).not.toContain("ページ目");
      for (const text of tell(2)) expect(text).toContain("2ページ目");
    }
  });
});

describe("the source of a chart of some years", () => {
  const definition = CHARTS["rating-change"];
  const show = (view: { from: number | null; to: number | null }) => readChart(definition, { ...usualView(definition), ...view });

  it("names these two, in all that it says of its origin", async () => {
    const chart = await show({ from: 2023, to: 2024 });
    expect(new Set(chart.plans.map(({ fiscalYear }) => fiscalYear))).toEqual(new Set([2023, 2024]));
    for (const text of [chart.source, chart.citation.wareki]) {
      expect(text).toContain("令和5年度・令和6年度");
      expect(text).not.toMatch(/令和[47]年度/);
    }
    expect(nameChartFile(chart, "csv")[1]).toContain("-2023-2024-");
  });

  it("names of a summary the year that it tells, the one that it is compared with, and those that are not evaluated", async () => {
    const headline = CHARTS.headline;
    const chart = await readChart(headline, usualView(headline));
    const told = [...chart.facts.reading.matchAll(/令和(\d)年度/g)].map(([, year]) => 2018 + Number(year));
    expect(told.length).toBeGreaterThan(0);
    const cited = new Set(chart.plans.map(({ fiscalYear }) => fiscalYear));
    expect(told.filter((year) => !cited.has(year))).toEqual([]);
    expect(cited).toEqual(new Set([2024, 2025]));
  });

  it("names of a ribbon each year that it draws, and those between that its links pass", async () => {
    const ribbon = CHARTS["continuation-ribbon"];
    const cite = async (...fiscalYears: number[]) => {
      const { plans, facts } = await readChart(ribbon, { ...usualView(ribbon), filter: { fiscalYears } });
      return [[...new Set(plans.map(({ fiscalYear }) => fiscalYear))], (facts.model as RibbonModel).ribbon.columns.map(({ fiscalYear }) => fiscalYear)];
    };
    expect(await cite(2025)).toEqual([
      [2024, 2025],
      [2024, 2025],
    ]);
    expect(await cite(2022, 2025)).toEqual([
      [2022, 2023, 2024, 2025],
      [2022, 2025],
    ]);
  });

  it("names those between too that its links pass", async () => {
    expect(new Set((await show({ from: 2022, to: 2024 })).plans.map(({ fiscalYear }) => fiscalYear))).toEqual(new Set([2022, 2023, 2024]));
  });
});

describe("what programs are told of the data", () => {
  it.each([null, municipalityId(other)])("calls whole what holds all rows of its table, and nothing else (%s)", async (municipality) => {
    const { tables } = await readDataFacts(await readSite(null, municipality));
    const files = tables.flatMap(({ files }) => files).filter(({ format }) => format !== "Excel");
    expect(new Set(files.map(({ format, whole }) => `${format} ${whole}`))).toEqual(new Set(["CSV true", "JSON true", "JSON false"]));
    for (const { url, whole } of files) {
      const answer = await getTable(new Request(url), { params: Promise.resolve({ file: new URL(url).pathname.split("/").at(-1)! }) });
      expect([url, answer.status, answer.headers.get("link") === null]).toEqual([url, 200, whole]);
    }
  });

  it("has a catalogue of each municipality, of other addresses than the next", async () => {
    const read = async (query: string) => (await getCatalogue(new Request(`http://localhost:3000/catalog.jsonld${query}`))).json() as Promise<Catalogue>;
    const [own, asked] = [await read(""), await read(`?municipality=${municipalityId(other)}`)];
    expect(asked["@id"]).toMatch(/\/catalog\.jsonld\?municipality=m\w+$/);
    expect(asked["dct:title"][0]!["@value"]).toContain(other);
    const ids = [own, asked].flatMap((catalogue) => catalogue["dcat:dataset"].flatMap((dataset) => [dataset["@id"], dataset["dct:creator"]["@id"]]));
    expect(new Set(ids).size).toBe(2 * (asked["dcat:dataset"].length + 1));
    expect((await getCatalogue(new Request("http://localhost:3000/catalog.jsonld?x=1"))).status).toBe(400);
    expect((await getCatalogue(new Request("http://localhost:3000/catalog.jsonld?municipality=m99999999"))).status).toBe(404);
  });

  it("has a feed of each municipality, which counts that one's documents alone, and leads to its pages", async () => {
    for (const [name, query] of [
      [city, ""],
      [other, `?municipality=${municipalityId(other)}`],
    ] as const) {
      const feed = await (await getFeed(new Request(`http://localhost:3000/feed.atom${query}`))).text();
      expect(feed).toContain(`<id>http://localhost:3000/feed.atom${query}</id>`);
      expect(feed).toContain(`${name}の資料4件）</title>`);
      expect(feed).toContain(`この版で加わった${name}の資料は4件です。`);
      expect(feed).not.toContain(name === city ? other : city);
      if (query) expect(feed).toMatch(/<link rel="alternate" type="text\/html" href="[^"]*\/\?municipality=/);
    }
  });

  it("leads from another city's page to that city's catalogue and feed", async () => {
    const municipality = municipalityId(other);
    const html = await renderPage(DataPage, { municipality });
    expect(html).toContain(`href="/catalog.jsonld?municipality=${municipality}"`);
    expect(html).toContain(`href="/feed.atom?municipality=${municipality}"`);
    const { alternates } = await generateMetadata({ searchParams: Promise.resolve({ municipality }) });
    expect(JSON.stringify(alternates!.types)).toContain(`/feed.atom?municipality=${municipality}`);
  });
});
