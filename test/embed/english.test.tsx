import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ChartTable } from "@/components/charts/registry";
import { markJapanese } from "@/components/embed/mark-japanese";
import { EmbedPage } from "@/components/embed/page";
import { ChartPicture, placePicture } from "@/components/embed/picture";
import { usualView } from "@/lib/chart-urls";
import type { ChartRows } from "@/lib/charts/contract";
import { CHART_NAMES, CHARTS, describeChart } from "@/lib/charts/registry";
import { printPlanObject } from "@/lib/document/plan-json";
import { citeSource } from "@/lib/files/citation";
import { generateCountry } from "@/lib/generation/country";
import { CHART_COLUMNS_EN } from "@/lib/texts/chart-columns-en";
import { chartTexts } from "@/lib/texts/chart-texts";
import { readAllRows } from "../chart-rows";
import { createFolder, createStore, HOME, ingest, REAL_DOCUMENTS, removeTemporary, writeFiles } from "../db/temporary-store";

const JAPANESE = /[\u3005-\u30ff\u3400-\u9fff\uff01-\uffef]+/g;
const links = { page: "/", files: [], newest: null, canonical: "/", oembed: { json: "/", xml: "/" } };

/** All Japanese that a documents' rows hold, and what only they can have named. */
function namesOf({ plans, goals, history, goal, origins }: ChartRows): string {
  return `${JSON.stringify([plans, goals, history, goal, origins])}${HOME}運営方針`;
}

const MANY = [...generateCountry({ municipalities: 1, departments: 9, years: 4, seed: 3 })];
const cases = new Map<string, ChartRows>();

beforeAll(async () => {
  const many = Object.fromEntries(MANY.map(({ fiscalYear, plans }) => [`${fiscalYear}.json`, JSON.stringify(plans.map(printPlanObject))]));
  for (const [name, files] of Object.entries({ "the two documents": REAL_DOCUMENTS, "a city of many": writeFiles(createFolder(), many) })) {
    const { db } = await createStore();
    await ingest(db, files);
    // Of the newest year one that has a history.
    const choose: Parameters<typeof readAllRows>[1] = (goals, { comparisons }) =>
      goals.find(({ id }) => comparisons.some(({ links }) => links.some(({ successorKey }) => successorKey === id)))!.id;
    cases.set(name, await readAllRows(db, choose));
  }
}, 60_000);
afterAll(removeTemporary);

describe.each(["the two documents", "a city of many"])("charts of %s in English", (which) => {
  const rows = () => cases.get(which)!;
  const runsOf = (text: string) => [...new Set(text.match(JAPANESE) ?? [])];
  /** Japanese that no row holds: what nobody translated. */
  const untranslated = (texts: string) => {
    const names = namesOf(rows());
    return runsOf(texts).filter((run) => !names.includes(run));
  };

  it.each(CHART_NAMES)("name each column of %s otherwise than all others, in both languages", (name) => {
    for (const language of ["ja", "en"] as const) {
      const { table } = describeChart(CHARTS[name], rows(), { ...usualView(CHARTS[name]), language });
      const labels = table.columns.map(({ label }) => label);
      expect(
        labels.filter((label, index) => labels.indexOf(label) !== index),
        language,
      ).toEqual([]);
    }
  });

  it("list each year once where they are by year alone", () => {
    const view = usualView(CHARTS["rating-by-year"]);
    const facts = describeChart(CHARTS["rating-by-year"], rows(), view);
    const html = renderToStaticMarkup(<ChartTable facts={facts} view={view} />);
    const years = [...html.matchAll(/<th scope="row">([^<]*)/g)].map(([, year]) => year);
    expect(years.length).toBeGreaterThan(1);
    expect(new Set(years).size).toBe(years.length);
    expect(new Set([...html.matchAll(/<th scope="col"[^>]*>([^<]*)/g)].map(([, head]) => head)).size).toBe(html.match(/<th scope="col"/g)!.length);
  });

  it.each(CHART_NAMES)("tell all of %s in English but names, and what documents say", (name) => {
    const definition = CHARTS[name];
    for (const of of definition.of) {
      for (const measure of definition.measure) {
        for (const asked of [{}, { carried: rows().plans[0]!.fiscalYear }, { focus: "B" }, { focus: rows().goals[0]!.id }, { filter: { ratings: ["B"] } }]) {
          const view = { ...usualView(definition), language: "en" as const, of, measure, ...asked };
          const facts = describeChart(definition, rows(), view);
          const { title, reading, basis } = facts;
          expect(untranslated([title, reading, basis].join("\n")), `${of} ${measure}`).toEqual([]);
          expect(reading).not.toMatch(/undefined|null|NaN|\. ?\.| {2}|\(\)/);
          const source = citeSource(rows().plans, HOME, "0".repeat(64), "en");
          const page = renderToStaticMarkup(<EmbedPage facts={facts} view={view} links={links} source={source} script={null} />);
          const body = page.slice(page.indexOf("<body"));
          expect(untranslated(body), `${of} ${measure}`).toEqual([]);
          const picture = renderToStaticMarkup(<ChartPicture picture={placePicture(facts, source, 680)} />);
          expect(untranslated(picture)).toEqual([]);
          expect(page).toMatch(/^<html lang="en"/);
        }
      }
    }
  });

  it.each(CHART_NAMES)("label and describe every column of %s, and say which cells are in Japanese by nature", (name) => {
    const { columns, rows: cells } = describeChart(CHARTS[name], rows(), { ...usualView(CHARTS[name]), language: "en" }).table;
    expect(columns.filter((column) => CHART_COLUMNS_EN[name]?.[column.name] === undefined).map((column) => column.name)).toEqual([]);
    expect(runsOf(columns.map(({ label, description, unit }) => label + description + unit).join())).toEqual([]);
    const told = columns.flatMap((column, index) => (column.name.endsWith("fiscal_year_ja") ? [] : cells.map((row) => String(row[index]))));
    expect(untranslated(told.join("\n"))).toEqual([]);
  });
});

it("says that there is nothing in English too", () => {
  for (const name of CHART_NAMES) {
    const facts = describeChart(
      CHARTS[name],
      { plans: [], goals: [], history: { items: [], comparisons: [] } },
      { ...usualView(CHARTS[name]), language: "en" },
    );
    expect([facts.title, facts.reading, facts.basis].join(" "), name).not.toMatch(JAPANESE);
  }
});

it("marks each Japanese name as Japanese, in texts and in drawings, and no mark's title", () => {
  const markup =
    '<html lang="en"><head><title>部</title></head><body><p>Of 政策推進部 (2 of 3)</p><svg><title>分野 A</title><text>防災 3</text></svg><p>行財政運営、A</p></body></html>';
  expect(markJapanese(markup)).toBe(
    '<html lang="en"><head><title>部</title></head><body><p>Of <span lang="ja">政策推進部</span> (2 of 3)</p><svg><title>分野 A</title><text><tspan lang="ja">防災</tspan> 3</text></svg><p><span lang="ja">行財政運営、</span>A</p></body></html>',
  );
});

it("has every text of the Japanese ones, and none that is Japanese", () => {
  const collect = (value: unknown): unknown[] => (typeof value === "object" && value !== null ? Object.values(value).flatMap(collect) : [value]);
  const [ja, en] = [collect(chartTexts("ja")), collect(chartTexts("en"))];
  expect(en.length).toBe(ja.length);
  expect(en.filter((text) => typeof text === "string" && JAPANESE.test(text))).toEqual([]);
});
