import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHART_FORMATS, CHART_QUERY, chartHref, defaultView, parseChartAddress, parseChartView, THEMES, type ChartView } from "@/lib/chart-urls";
import { CHARTS, CHART_NAMES } from "@/lib/charts/registry";
import { readQuery } from "@/lib/query";
import { RequestError } from "@/lib/request-error";

const DISTRIBUTION = CHARTS["rating-distribution"];
const parse = (href: string, definition = DISTRIBUTION) => parseChartView(definition, readQuery(`http://localhost${href}`, CHART_QUERY));

describe("a chart's address", () => {
  it("names a chart and a form", () => {
    expect(parseChartAddress("headline")).toEqual({ name: "headline", format: "html" });
    expect(parseChartAddress("headline.metadata.json")).toEqual({ name: "headline", format: "metadata.json" });
    for (const wrong of ["headline.html", "headline.", ".svg", "pie", "headline.svg.png", "constructor", "__proto__"]) expect(parseChartAddress(wrong), wrong).toBeNull();
  });

  it("gives back any view that it was printed from, and one view has one address", () => {
    const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);
    const views = pick(CHART_NAMES).chain((name) => {
      const chart = CHARTS[name];
      return fc.record({
        definition: fc.constant(chart),
        format: pick(CHART_FORMATS),
        view: fc.record({
          filter: fc.record(
            {
              fiscalYears: fc.uniqueArray(fc.integer({ min: 1926, max: 2099 }), { minLength: 1, maxLength: 4 }).map((years) => years.sort((a, b) => a - b)),
              departments: fc.uniqueArray(fc.stringMatching(/^[a-z-]{1,20}$/), { minLength: 1, maxLength: 3 }),
              policyAreas: fc.uniqueArray(pick(["防災", "行財政運営", "a&b", "%", "\"'<>"]), { minLength: 1, maxLength: 3 }),
            },
            { requiredKeys: [] },
          ),
          of: pick(chart.of), measure: pick(chart.measure), by: pick(chart.by), theme: pick(THEMES), language: fc.constant("ja" as const),
          width: fc.option(fc.integer({ min: 280, max: 1600 })), scale: pick([1, 1.5, 3]), resize: fc.boolean(), dataset: fc.option(fc.stringMatching(/^[0-9a-f]{64}$/)),
        }),
      });
    });
    fc.assert(
      fc.property(views, ({ definition, view, format }) => {
        const href = chartHref(definition, view as ChartView, format);
        const read = parse(href, definition);
        expect(read).toEqual({ ...view, scale: format === "png" ? view.scale : 1, resize: format === "html" && view.resize });
        expect(chartHref(definition, read, format)).toBe(href);
      }),
      { numRuns: 300 },
    );
  });

  it("reads years as people write them", () => {
    for (const year of ["令和7", "２０２５", "R7", "令和7年度"]) expect(parse(`/embed/x?year=${encodeURIComponent(year)}`).filter.fiscalYears).toEqual([2025]);
    expect(parse("/embed/x")).toEqual(defaultView(DISTRIBUTION));
  });

  it.each([
    ["width=1e9", "width"], ["width=279", "width"], ["width=1601", "width"], ["width=300.5", "width"], ["scale=4", "scale"], ["scale=0", "scale"],
    ["theme=%22%3E%3Csvg%20onload=1%3E", "theme"], ["year=-1", "year"], ["of=initiatives", "of"], ["by=year", "by"], ["lang=en", "lang"], ["callback=x", "callback"], ["theme=dark&theme=light", "theme"],
  ])("refuses %s", (query, parameter) => {
    const refuse = () => parse(`/embed/x?${query}`);
    expect(refuse).toThrow(RequestError);
    try {
      refuse();
    } catch (error) {
      expect((error as RequestError).toJSON().error.parameter).toBe(parameter);
      expect((error as RequestError).status).toBe(400);
    }
  });
});
