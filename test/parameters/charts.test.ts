import { describe, expect, it } from "vitest";
import { chartHref, chartPageHref, findPageChart } from "@/lib/chart-urls";
import { CHART_NAMES, CHARTS } from "@/lib/charts/registry";
import { municipalityId } from "@/lib/domain/identifier";
import { HOST_SCRIPT } from "@/lib/embeds/scripts";
import { chartPlace, parseChartAddress } from "@/lib/parameters/charts";
import { findParts } from "@/lib/parameters/find-place";
import { PAGES } from "@/lib/parameters/pages";
import { readView, requireView } from "@/lib/parameters/place";
import { RequestError } from "@/lib/request-error";

const read = (query: string) => requireView(chartPlace(CHARTS["rating-distribution"]), `http://localhost/embed/x?${query}`);
const chartNames = [...new Set(CHART_NAMES.flatMap((name) => chartPlace(CHARTS[name]).takes.map((parameter) => parameter.name)))];

describe("a chart's address", () => {
  it("names a chart and a form", () => {
    expect(parseChartAddress("headline")).toEqual({ name: "headline", format: "html" });
    expect(parseChartAddress("headline.metadata.json")).toEqual({ name: "headline", format: "metadata.json" });
    for (const wrong of ["headline.html", "headline.", ".svg", "pie", "headline.svg.png", "constructor", "__proto__"])
      expect(parseChartAddress(wrong), wrong).toBeNull();
  });

  it.each([
    ["width=1e9", "width"],
    ["width=279", "width"],
    ["width=1601", "width"],
    ["width=300.5", "width"],
    ["scale=4", "scale"],
    ["scale=0", "scale"],
    ["theme=%22%3E%3Csvg%20onload=1%3E", "theme"],
    ["year=-1", "year"],
    ["of=initiatives", "of"],
    ["by=year", "by"],
    ["lang=fr", "lang"],
    ["theme=dark&theme=light", "theme"],
  ])("refuses %s", (query, parameter) => {
    try {
      read(query);
    } catch (error) {
      expect(error).toBeInstanceOf(RequestError);
      expect((error as RequestError).toJSON().error.parameter).toBe(parameter);
      expect((error as RequestError).status).toBe(400);
      return;
    }
    throw new Error(`${query} was read`);
  });
});

describe("a narrowed page's chart", () => {
  const chartOf = (page: "goals" | "briefing", query: string) => {
    const parameters = Object.fromEntries([...new URLSearchParams(query)].map(([name, value]) => [name, value]));
    return findPageChart(PAGES[page], readView(PAGES[page], parameters).view);
  };

  it.each([
    ["goals", "", "rating-distribution"],
    ["goals", "year=2025&department=d&area=%E9%98%B2%E7%81%BD", "rating-distribution"],
    ["goals", "department=\ud800", "rating-distribution"],
    ["goals", "rating=A", "rating-distribution"],
    ["goals", "year=2025&unit=x", undefined],
    ["goals", "policy-goal=x", "rating-distribution"],
    ["goals", "target-rating=x", undefined],
    ["briefing", "year=2025", "headline"],
  ] as const)("of %s with %s is none that shows other rows", (page, query, name) => {
    expect(chartOf(page, query)?.definition.name).toBe(name);
  });
});

describe("a chart's parameters", () => {
  it("are passed on by the script for other sites' pages, but for those of its own", () => {
    const names = JSON.parse(/const names=(\[[^\]]*\])/.exec(HOST_SCRIPT)![1]!) as string[];
    expect(names.toSorted()).toEqual(chartNames.filter((name) => !["resize", "fit", "header"].includes(name)).toSorted());
  });
});

describe("a chart of one goal", () => {
  const place = chartPlace(CHARTS.goal, "svg");
  const id = "2025-policy-promotion-4";

  it("is refused without its id, whatever else is asked, and reads it as it is", () => {
    for (const query of ["", "id=", "theme=dark", "goal=2025-policy-promotion-4"])
      expect(() => requireView(place, `http://localhost/embed/goal.svg?${query}`), query).toThrow("「id」で重点目標の識別子を指定してください。");
    expect(requireView(place, `http://localhost/embed/goal.svg?id=${id}&year=2021`)).toMatchObject({ goal: id, filter: {} });
    expect(requireView(chartPlace(CHARTS.headline), "http://localhost/embed/headline?id=x").goal).toBeNull();
  });

  it("stands for the goal's page, and that page for it", () => {
    const parts = findParts(PAGES.goal, `/goals/${id}`)!;
    const chart = findPageChart(PAGES.goal, readView(PAGES.goal, {}).view, parts)!;
    expect([chart.definition.name, chartHref(chart.definition, chart.view)]).toEqual(["goal", `/embed/goal?id=${id}`]);
    expect(chartPageHref(chart.definition, chart.view)).toBe(`/goals/${id}`);
    expect(findParts(PAGES.goal, "/goals/%A0")).toBeNull();
    expect(findPageChart(PAGES.goal, chart.view)).toBeNull();
  });
});

describe("a chart of several municipalities", () => {
  const definition = CHARTS.municipalities;
  const place = chartPlace(definition, "csv");
  const [one, other] = ["岡崎市", "柏原市"].map(municipalityId) as [string, string];
  const hrefOf = (query: string) => chartHref(definition, requireView(place, `http://localhost/embed/municipalities.csv?${query}`));

  it("takes them by name or id, in the order given, each once, and nothing else that chooses rows but the year", () => {
    expect(hrefOf(`municipality=岡崎市&municipality=${other}&municipality=${one}&department=x&area=y&year=R6`)).toBe(
      `/embed/municipalities?municipality=${one}&municipality=${other}&year=2024`,
    );
    expect(hrefOf(`municipality=柏原市&municipality=岡崎市&of=targets&measure=share`)).toBe(
      `/embed/municipalities?municipality=${other}&municipality=${one}&of=targets&measure=share`,
    );
    expect(hrefOf("municipality=")).toBe("/embed/municipalities");
    expect(() => requireView(chartPlace(CHARTS.headline), "http://localhost/embed/headline?municipality=a&municipality=b")).toThrow("一度だけ");
    expect(() => hrefOf(Array.from({ length: 51 }, (_, at) => `municipality=架空${at}市`).join("&"))).toThrow("50個まで");
  });

  it("stands for the list of municipalities, whole, and one alone for its overview", () => {
    const page = findPageChart(PAGES.municipalities, readView(PAGES.municipalities, {}).view)!;
    expect([page.definition.name, chartHref(page.definition, page.view)]).toEqual(["municipalities", "/embed/municipalities"]);
    for (const part of [{ q: "岡" }, { page: "2" }]) expect(findPageChart(PAGES.municipalities, readView(PAGES.municipalities, part).view)).toBeNull();
    const pageOf = (...municipalities: string[]) => chartPageHref(definition, { ...page.view, filter: municipalities.length > 0 ? { municipalities } : {} });
    expect([pageOf(), pageOf(one, other), pageOf(one)]).toEqual(["/municipalities", "/municipalities", `/?municipality=${one}`]);
  });
});

describe("a page's chart", () => {
  it.each([
    [PAGES.overview, { municipality: "岡崎市" }],
    [PAGES.overview, { area: "防災" }],
    [PAGES.overview, { year: "2025", of: "targets", measure: "share", by: "policy-goal" }],
    [PAGES.continuations, { level: "initiative" }],
    [PAGES.continuations, { kind: "merged", status: "proposed", unit: "x", department: "y", year: "2025" }],
  ])("of %o takes all that the page shows", (place, parameters) => {
    const { view } = readView(place, parameters);
    const chart = findPageChart(place, view)!;
    const taken = chartPlace(chart.definition).takes.map(({ name }) => name);
    for (const name of Object.keys(parameters).filter((each) => each !== "level")) expect(taken).toContain(name);
    expect(chart.view.filter).toEqual(view.filter);
    if ("level" in parameters) expect(chart.view.of).toBe("initiatives");
  });
});
