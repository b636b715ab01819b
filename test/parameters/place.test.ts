import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHART_NAMES, CHARTS } from "@/lib/charts/registry";
import { builderPlace, CHART_FORMATS, chartPlace } from "@/lib/parameters/charts";
import { canonicalHref, findPlace } from "@/lib/parameters/find-place";
import { PAGES } from "@/lib/parameters/pages";
import { type Place, placeHref, readView, requireView } from "@/lib/parameters/place";
import type { View } from "@/lib/parameters/view";
import type { SearchParameters } from "@/lib/query-parameters";
import { RequestError } from "@/lib/request-error";
import { anyView } from "./arbitrary-view";

const CHART_PLACES = CHART_NAMES.flatMap((name) => [builderPlace(CHARTS[name]), ...CHART_FORMATS.map((format) => chartPlace(CHARTS[name], format))]);
const PLACES: Place[] = [...Object.values(PAGES), ...CHART_PLACES];
const parts = { id: "2025-x-1", predecessor: "2021-x-1", successor: "2025-x-1" };

/** Parameters as Next.js gives them. */
function parametersOf(href: string): SearchParameters {
  const { searchParams } = new URL(href, "http://localhost");
  return Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]));
}

const read = (place: Place, href: string): View => {
  const { view, problems } = readView(place, parametersOf(href));
  expect(problems).toEqual([]);
  return view;
};

describe("a place", () => {
  it.each(PLACES.map((place): [string, Place] => [place.path, place]))("%s gives back any view that it printed, at one address", (_, place) => {
    fc.assert(
      fc.property(anyView, (wanted) => {
        const href = placeHref(place, wanted, parts);
        expect(placeHref(place, read(place, href), parts)).toBe(href);
        expect(canonicalHref(href)).toBe(href);
      }),
      { numRuns: 40 },
    );
  });

  it("a link changes one thing and keeps all others that the place it leads to takes", () => {
    const pair = fc.record({ from: fc.constantFrom(...PLACES), to: fc.constantFrom(...PLACES), view: anyView, other: anyView, field: fc.nat() });
    fc.assert(
      fc.property(pair, ({ from, to, view, other, field }) => {
        const shown = read(from, placeHref(from, view, parts));
        const changed = to.takes[field % to.takes.length]!;
        const next: View = { ...shown, filter: { ...shown.filter } };
        changed.read(changed.print(other, to.usual), next);
        const there = parametersOf(placeHref(to, next, parts));
        for (const parameter of to.takes) {
          if (parameter.name === changed.name || !from.takes.some(({ name }) => name === parameter.name)) continue;
          // A sort's usual direction is its own, and a chart has the choices of its own.
          if (parameter.name === "direction" || parameter.print({ ...to.usual, ...shown }, to.usual).length === 0) continue;
          expect([to.path, parameter.name, there[parameter.name]]).toEqual([to.path, parameter.name, parameter.print(shown, to.usual)]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("reports what cannot be read and goes on without it", () => {
    const { view, problems } = readView(PAGES.overview, { year: ["-1", "2025"], of: "votes", measure: "" });
    expect(view).toMatchObject({ filter: { fiscalYears: [2025] }, of: "goals", measure: "count" });
    expect(problems).toEqual([
      { parameter: "year", value: "-1" },
      { parameter: "of", value: "votes" },
    ]);
  });

  it("takes a year as people write it", () => {
    for (const year of ["2025", "２０２５", "令和7", "令和7年度", "R7", "令和７"])
      expect(readView(PAGES.overview, { year }).view.filter.fiscalYears, year).toEqual([2025]);
  });

  it("never fails on any parameters", () => {
    const value = fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.string({ unit: "binary" })));
    const names = [...new Set(PLACES.flatMap(({ takes }) => takes.map(({ name }) => name)))];
    fc.assert(
      fc.property(
        fc.constantFrom(...PLACES),
        fc.dictionary(fc.constantFrom(...names), value),
        (place, parameters) => void placeHref(place, readView(place, parameters).view, parts),
      ),
    );
  });

  it("passes over names that it does not know, or refuses them where asked to", () => {
    const href = "http://localhost/embed/headline?fbclid=x&utm_source=y&dnt=1&for=z&year=2025";
    expect(requireView(chartPlace(CHARTS.headline), href).filter).toEqual({ fiscalYears: [2025] });
    expect(() => requireView(chartPlace(CHARTS.headline), href, { strict: true })).toThrow(RequestError);
  });

  it("names the value and what it should be", () => {
    const refuse = (query: string) => () => requireView(chartPlace(CHARTS.headline), `http://localhost/embed/headline?${query}`);
    expect(refuse("theme=pink")).toThrow("「theme=pink」は使えません。auto・light・darkのどれかを指定してください。");
    expect(refuse("width=9")).toThrow("「width=9」は使えません。280から1600までの整数を指定してください。");
    expect(refuse("year=-1")).toThrow("「year=-1」は使えません。西暦か和暦の年度（2025、令和7、R7）を指定してください。");
  });

  it("is found by its address", () => {
    for (const place of PLACES)
      expect(findPlace(place.path.replace(/\[\w+\]/g, "x"), new URLSearchParams({ chart: place.usual.chart }))?.path, place.path).toBe(place.path);
    for (const path of ["/nothing", "/goals/a/b", "/embed/pie", "/embed/v1.js", "/api/goals.csv", "/_next/static/x.js"])
      expect(findPlace(path), path).toBeNull();
  });
});

describe("an address as the site writes it", () => {
  it.each([
    ["/?year=令和7&fbclid=x", "/?year=2025"],
    ["/?by=area&of=goals", "/?by=area"],
    ["/goals?department=b&year=2025&year=2021", "/goals?year=2021&year=2025&department=b"],
    ["/goals?year=-1&utm_source=x&sort=title", "/goals?year=-1&sort=title"],
    ["/goals/2025-x-1?year=2025", "/goals/2025-x-1"],
    ["/embed/headline?dnt=1", "/embed/headline"],
    ["/embed/headline?theme=dark&theme=light&x=1", "/embed/headline?theme=dark&theme=light"],
    ["/api/goals.csv?callback=x", "/api/goals.csv?callback=x"],
    ["/?area=%A0", "/?area=%A0"],
    ["/?", "/"],
  ])("%s is %s", (href, canonical) => expect(canonicalHref(href)).toBe(canonical));
});
