import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, expect, it } from "vitest";
import { leanPage } from "@/components/embed/lean-page";
import { EmbedPage } from "@/components/embed/page";
import { CHARTS, describeChart } from "@/lib/charts/registry";
import { EXAMPLE_GOAL, exampleView } from "../chart-example";
import { readAllRows } from "../chart-rows";
import { createStore, ingest, REAL_DOCUMENTS, removeTemporary } from "../db/temporary-store";

/** The same drawing as somebody writes it by hand: the same marks, links, names and texts, nothing that a style sheet can say. */
const HAND_MADE = readFileSync(new URL("hand-made.svg", import.meta.url), "utf8")
  .replaceAll(">\n<", "><")
  .trim();
const LINKS = { page: "/", files: [], newest: null, canonical: "/", oembed: { json: "/", xml: "/" } };

const weigh = (markup: string) => gzipSync(markup, { level: 9 }).length;
const listTexts = (markup: string) => [...markup.matchAll(/<(title|text)[^>]*>([^<]+)</g)].map(([, , text]) => text);
const listLinks = (markup: string) => [...markup.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href);

afterAll(removeTemporary);

it("marks of the real documents weigh at most 1.1 times as much as those that somebody writes by hand", async () => {
  const { db } = await createStore();
  await ingest(db, REAL_DOCUMENTS);
  const view = exampleView("rating-distribution");
  const facts = describeChart(CHARTS["rating-distribution"], await readAllRows(db, () => EXAMPLE_GOAL), view);
  const page = leanPage(renderToStaticMarkup(<EmbedPage facts={facts} view={view} links={LINKS} source="" script={null} />));
  const drawing = /<svg class="wide"[^]*?<\/svg>/.exec(page)![0];
  expect([listTexts(drawing), listLinks(drawing)]).toEqual([listTexts(HAND_MADE), listLinks(HAND_MADE)]);
  const ratio = weigh(drawing) / weigh(HAND_MADE);
  expect(ratio, `${ratio.toFixed(3)} times as much`).toBeLessThanOrEqual(1.1);
});
