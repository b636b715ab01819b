import { DomUtils, parseDocument } from "htmlparser2";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { placeCard } from "@/components/embed/card";
import { EmbedPage, embedStyle } from "@/components/embed/page";
import { ChartPicture, placePicture } from "@/components/embed/picture";
import { findDataset } from "@/db/queries/datasets";
import { CARD_SHAPES, type CardSize } from "@/lib/charts/card-layout";
import type { ChartRows, ChartSubject } from "@/lib/charts/contract";
import { drawingStyle } from "@/lib/charts/drawing-style";
import { CHART_NAMES, CHARTS, type ChartName, describeChart } from "@/lib/charts/registry";
import { citeSource } from "@/lib/files/citation";
import { printPlainPicture } from "@/lib/files/plain-picture";
import { drawPng } from "@/lib/files/png";
import { EXAMPLE_GOAL, exampleView } from "../chart-example";
import { readAllRows } from "../chart-rows";
import { createStore, HOME, ingest, REAL_DOCUMENTS, removeTemporary } from "../db/temporary-store";
import { readPixels } from "../pictures/pixels";

let data: ChartRows;
let datasetId: string;

beforeAll(async () => {
  const { db } = await createStore();
  await ingest(db, REAL_DOCUMENTS);
  datasetId = (await findDataset(db))!.id;
  data = await readAllRows(db, () => EXAMPLE_GOAL);
});
afterAll(removeTemporary);

function draw(name: ChartName, subject: Partial<ChartSubject> = {}, width = 680): string {
  const facts = describeChart(CHARTS[name], data, { ...exampleView(name), ...subject });
  return renderToStaticMarkup(<ChartPicture picture={placePicture(facts, citeSource(data.plans, HOME, datasetId), width)} />);
}

/** One element a line, so that a change can be read. */
const normalise = (svg: string) => svg.replaceAll("><", ">\n<");

describe("pictures of the real documents", () => {
  // A quoted chart must never silently change: look at the difference.
  it.each(CHART_NAMES)("draw %s as it was", async (name) => {
    await expect(normalise(draw(name))).toMatchFileSnapshot(`golden/${name}.svg`);
  });

  it("draw targets, shares, pillars and initiatives as they were", async () => {
    await expect(normalise(draw("rating-distribution", { of: "targets", measure: "share", by: "policy-goal" }, 320))).toMatchFileSnapshot(
      "golden/rating-distribution-targets-share-320.svg",
    );
    await expect(normalise(draw("continuation-ribbon", { of: "initiatives" }, 1080))).toMatchFileSnapshot("golden/continuation-ribbon-initiatives-1080.svg");
  });

  it("carry title, reading, basis, source and data version, and no text beyond their edges", () => {
    for (const name of CHART_NAMES) {
      const svg = draw(name, {}, 360);
      // Wherever the lines break.
      expect(svg.replace(/<\/text><text[^>]*>/g, "")).toContain("出典：柏原市");
      expect(svg).toContain(datasetId.slice(0, 12));
      expect(svg).not.toMatch(/<(?:a|script|image|foreignObject)\b/);
      const width = Number(/ width="(\d+)/.exec(svg)![1]);
      expect(width).toBeGreaterThanOrEqual(360);
    }
  });
});

describe("pictures of the real documents for previews, slides and posts", () => {
  it.each(Object.keys(CARD_SHAPES) as CardSize[])("have the shape %s to the pixel, with title, source and a drawing of every chart", async (size) => {
    for (const name of CHART_NAMES) {
      const facts = describeChart(CHARTS[name], data, exampleView(name));
      const card = placeCard(facts, citeSource(data.plans, HOME, datasetId), CARD_SHAPES[size]);
      const svg = renderToStaticMarkup(<ChartPicture picture={card} />);
      expect(card.layout.drawing, name).not.toBeNull();
      expect(svg).toContain("出典：柏原市");
      const { width, height } = CARD_SHAPES[size];
      const png = Buffer.from(await drawPng(printPlainPicture(svg, "light"), { width, height, scale: 1 }));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], name).toEqual([width, height]);
    }
  });
});

describe("pages of the real documents for other sites", () => {
  const links = { page: "/", files: [], newest: null, canonical: "/", oembed: { json: "/api/oembed", xml: "/api/oembed?format=xml" } };

  it.each(CHART_NAMES)("open a new tab from every mark of %s, and say so", (name) => {
    const facts = describeChart(CHARTS[name], data, exampleView(name));
    const html = renderToStaticMarkup(<EmbedPage facts={facts} view={exampleView(name)} links={links} source="" script={null} />);
    const marks = DomUtils.findAll((element) => element.name === "a" && element.attribs["data-mark"] !== undefined, parseDocument(html).children);
    // The figures of a summary stand for no goal.
    expect(marks.length > 0).toBe(name !== "headline");
    expect(marks.filter(({ attribs }) => attribs.target !== "_blank" || attribs.rel !== "noopener")).toEqual([]);
    expect(html).toContain("新しいタブで開きます");
  });
});

describe("tables of pages for other sites", () => {
  it.each(CHART_NAMES)("have a rule for every class that the cells of %s carry", (name) => {
    for (const of of CHARTS[name].of) {
      const view = { ...exampleView(name), of };
      const html = renderToStaticMarkup(
        <EmbedPage
          facts={describeChart(CHARTS[name], data, view)}
          view={view}
          links={{ page: "/", files: [], newest: null, canonical: "/", oembed: { json: "/", xml: "/" } }}
          source=""
          script={null}
        />,
      );
      const root = parseDocument(html);
      const cells = DomUtils.findAll(({ name: tag, parent }) => ["th", "td", "caption"].includes(tag) && parent !== null, root.children);
      const classes = new Set(cells.flatMap(({ attribs }) => attribs.class?.split(" ") ?? []));
      const style = embedStyle("auto").replaceAll("\\", "");
      expect(cells.length).toBeGreaterThan(0);
      expect([...classes].filter((each) => !style.includes(`.${each}`))).toEqual([]);
    }
  });
});

describe("pictures as files", () => {
  it.each(CHART_NAMES)("draw %s plainly, just as its style sheet would", { timeout: 180_000 }, async (name) => {
    for (const theme of name === "rating-distribution" ? (["light", "dark"] as const) : (["light"] as const)) {
      const svg = draw(name, {}, 360);
      const plain = printPlainPicture(svg, theme);
      expect(plain).not.toMatch(/<style|<pattern|url\(|paint-order|dominant-baseline| dy=|&#x[0-9a-f]{4};/i);
      const size = { width: Number(/ width="(\d+)/.exec(svg)![1]), height: Number(/ height="(\d+)/.exec(svg)![1]), scale: 2 };
      // What draws a file knows no media queries.
      const style = drawingStyle(theme).replace(/@media screen\{(.*)\}$/, "$1");
      const [drawn, styled] = await Promise.all([plain, svg.replace(">", `><style>${style}</style>`)].map((each) => drawPng(each, size)));
      const [a, b] = [readPixels(drawn!).rgb, readPixels(styled!).rgb];
      // Edges of stripes are smoother where no pattern is repeated.
      expect(a.filter((value, at) => Math.abs(value - b[at]!) > 64).length / a.length, theme).toBeLessThan(0.0002);
    }
  });
});

describe("tables of the real documents", () => {
  it("hold the numbers of the drawings, blank where there is none", () => {
    const { table } = describeChart(CHARTS["rating-distribution"], data, exampleView("rating-distribution"));
    const rows = table.rows.map((row) => Object.fromEntries(table.columns.map(({ name }, index) => [name, row[index]])));
    expect(rows.map(({ group, fiscal_year, rating, count, share }) => [group, fiscal_year, rating, count, share])).toEqual([
      ["行財政運営", 2021, null, 3, null],
      ["行財政運営", 2025, "A", 1, 0.5],
      ["行財政運営", 2025, "B", 1, 0.5],
      ["防災", 2021, null, 3, null],
      ["防災", 2025, "C", 1, 1],
      ["市政運営", 2021, null, 0, null],
      ["市政運営", 2025, "B", 1, 1],
    ]);
  });

  it("name and describe every column once", () => {
    for (const name of CHART_NAMES) {
      const { columns, rows } = describeChart(CHARTS[name], data, exampleView(name)).table;
      expect(new Set(columns.map((column) => column.name)).size).toBe(columns.length);
      for (const column of columns) {
        expect(column.name).toMatch(/^[a-z_]+$/);
        expect(column.description).not.toBe("");
      }
      for (const row of rows) {
        expect(row.length).toBe(columns.length);
        row.forEach((value, index) => value === null || expect(typeof value).toBe(columns[index]!.type === "string" ? "string" : "number"));
      }
    }
  });

  it("say in words that nothing is left where a filter takes all away", () => {
    for (const name of CHART_NAMES) {
      const facts = describeChart(CHARTS[name], { plans: [], goals: [], history: { items: [], comparisons: [] } }, exampleView(name));
      expect(facts.empty, name).toBe(true);
      expect(facts.reading, name).not.toBe("");
    }
  });
});
