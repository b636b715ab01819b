import { gzipSync } from "node:zlib";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { EmbedPage } from "@/components/embed/page";
import { ChartPicture, placePicture } from "@/components/embed/picture";
import { usualView } from "@/lib/chart-urls";
import type { ChartRows } from "@/lib/charts/contract";
import { CHARTS, describeChart } from "@/lib/charts/registry";
import { carryOn, MARKS } from "../charts/rating-change/goals";
import { KASHIWARA } from "../rows";

const YEARS = [2023, 2024, 2025];
const LETTERS = ["A", "B", "C", "D", "E", null];
const many = (count: number) =>
  carryOn(
    YEARS,
    YEARS.map(() => KASHIWARA),
    Array.from({ length: count }, (_, index) => YEARS.map((year) => LETTERS[(index * 7 + year * 3 + ((index * year) % 5)) % 6]!)),
  );
const view = { ...usualView(CHARTS["rating-change"]), from: 2023, to: 2025 };
const describeRows = (rows: ChartRows) => describeChart(CHARTS["rating-change"], rows, view);
const draw = (rows: ChartRows, width = 680) =>
  renderToStaticMarkup(<ChartPicture picture={placePicture(describeRows(rows), "出典：架空の資料。", width)} />).replaceAll("><", ">\n<");

const CASES = {
  bands: many(60),
  lines: carryOn(
    YEARS,
    YEARS.map(() => KASHIWARA),
    [
      ["B", "A", "A"],
      ["C", "C", "C"],
      ["A", "E", "D"],
      ["D", null, "E"],
      [null, "B", "B"],
    ],
  ),
  marks: carryOn(
    YEARS,
    YEARS.map(() => MARKS),
    [
      ["◎", "○", "△"],
      ["×", "△", "○"],
    ],
  ),
  scales: carryOn(
    YEARS,
    [KASHIWARA, KASHIWARA, MARKS],
    [
      ["A", "B", "×"],
      ["D", "D", "◎"],
    ],
  ),
  one: carryOn(
    YEARS,
    YEARS.map(() => KASHIWARA),
    [["B", "B", "A"]],
  ),
};

describe("pictures of how ratings changed (架空)", () => {
  it.each(Object.entries(CASES))("draw %s as they were", async (name, rows) => {
    await expect(draw(rows)).toMatchFileSnapshot(`golden/rating-change-${name}.svg`);
  });

  it("tell a rise from a fall by hatching, dashes and signs, not by colour alone", () => {
    const bands = draw(CASES.bands);
    expect(bands).toMatch(/class="change change-down">\n<title>[^<]*<\/title>\n<path class="change-band"[^>]*fill="url\(#d-fall\)"/);
    expect(bands).toMatch(/class="change change-up">\n<title>(?:(?!fill=).)*>↑\d+</s);
    expect(bands).toMatch(/>↓\d+</);
  });

  it("draw nothing between two scales", () => {
    const ways = [...draw(CASES.scales).matchAll(/class="change-line" d="([^"]*)"/g)].map(([, way]) => way!);
    expect(ways.filter((way) => way.split("M").length === 3).length).toBeGreaterThanOrEqual(2);
  });
});

describe("pages of how ratings changed, for other sites (架空)", () => {
  const embed = (rows: ChartRows) =>
    renderToStaticMarkup(
      <EmbedPage
        facts={describeRows(rows)}
        view={view}
        links={{ page: "/", files: [], newest: null, canonical: "/", oembed: { json: "/", xml: "/" } }}
        source=""
        script={null}
      />,
    );

  it.each([
    ["24 lines", 24],
    ["60 goals", 60],
    ["600 goals", 600],
  ] as const)("are at most 12 kB with %s", (_name, count) => {
    expect(gzipSync(embed(many(count))).length).toBeLessThan(12_000);
  });

  it("lead from each band, and from its count in the table, to just its goals", () => {
    const html = embed(CASES.bands);
    const { bands } = describeRows(CASES.bands).model as { bands: { asked: { before: string; after: string } }[] };
    for (const { asked } of bands) {
      const href = `href="/carried-on?from=2023&amp;to=2025&amp;before=${asked.before}&amp;after=${asked.after}"`;
      expect(html.split(href).length - 1, href).toBe(3);
    }
  });
});
