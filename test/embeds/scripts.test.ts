import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { DomUtils, parseDocument } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { bakedHref, parseAddress } from "@/db/bake/address";
import { bakeHostScript } from "@/db/bake/host-script";
import { chartHref, usualView } from "@/lib/chart-urls";
import { CHART_NAMES, CHARTS } from "@/lib/charts/registry";
import { HOST_SCRIPT } from "@/lib/embeds/scripts";
import { printScript } from "@/lib/embeds/snippets";
import { chartPlace, hostParameters, ownParameters } from "@/lib/parameters/charts";
import { HEIGHT, TITLE } from "@/lib/parameters/looks";
import { requireView } from "@/lib/parameters/place";
import { THEMES, type View } from "@/lib/parameters/view";

const SITE = "https://ayumi.example";
const ID = "a".repeat(64);

/** The address of the frame that the script makes of its own data attributes. */
function frameAddress(script: string, dataset: Record<string, string>): string {
  const frame = { style: {}, addEventListener() {} } as { src?: string; style: object };
  const own = { src: `${SITE}/embed/v1.js`, dataset, getAttribute: (name: string) => dataset[name.slice("data-".length)] ?? null, replaceWith() {} };
  runInNewContext(script, {
    document: { currentScript: own, createElement: () => frame, documentElement: null, querySelectorAll: () => [] },
    MutationObserver: class {
      observe() {}
    },
    URL,
    URLSearchParams,
    Set,
    addEventListener() {},
    customElements: { get: () => true },
  });
  return frame.src!.replace(SITE, "");
}

/** The data attributes of a snippet, as a browser reads them. */
function readAttributes(snippet: string): Record<string, string> {
  const [script] = DomUtils.findAll(({ name }) => name === "script", parseDocument(snippet).children);
  return Object.fromEntries(Object.entries(script!.attribs).flatMap(([name, text]) => (name.startsWith("data-") ? [[name.slice(5), text]] : [])));
}

const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);
const names = pick(["防災", "行財政運営", "a,b", "\\", "a\\,b,", "\"'<>&", "教育・文化", "%2C", "{}"]);
/** Any chart with any view of it that a page can hold. */
const views = pick(CHART_NAMES).chain((name) => {
  const takesGoal = "takesGoal" in CHARTS[name];
  const { of, measure, by } = CHARTS[name];
  const spans = "spans" in CHARTS[name];
  const year = fc.option(fc.integer({ min: 1926, max: 2099 }));
  const fiscalYears = fc.uniqueArray(fc.integer({ min: 1926, max: 2099 }), { minLength: 1, maxLength: 4 }).map((years) => years.sort((a, b) => a - b));
  const municipality = pick(["m0000abcd", "mzzzzzzzz", "m00000000"]);
  const cities = fc.record({ municipalities: fc.uniqueArray(municipality, { minLength: 1 }), fiscalYears }, { requiredKeys: [] });
  const filter = fc.record(
    {
      municipalities: municipality.map((id) => [id]),
      ...(!spans && { fiscalYears }),
      departments: fc.uniqueArray(names, { minLength: 1, maxLength: 3 }),
      policyAreas: fc.uniqueArray(names, { minLength: 1, maxLength: 3 }),
      policyGoals: fc.uniqueArray(names, { minLength: 1, maxLength: 3 }),
      ...("takesRatings" in CHARTS[name] && { ratings: fc.uniqueArray(names, { minLength: 1, maxLength: 3 }) }),
    },
    { requiredKeys: [] },
  );
  const view = fc.record({
    filter: takesGoal ? fc.constant({}) : "takesMunicipalities" in CHARTS[name] ? cities : filter,
    ...(takesGoal && { goal: pick(["2025-policy-promotion-4", "m0000abcd-2025-d0000abcd-12b"]) }),
    ...(spans && { from: year, to: year }),
    of: pick(of),
    measure: pick(measure),
    by: pick(by),
    ...("takesFocus" in CHARTS[name] && { focus: fc.option(names) }),
    theme: pick(THEMES),
    language: pick(["ja"] as const),
    width: fc.option(fc.integer({ min: 280, max: 1600 })),
    height: fc.option(fc.integer({ min: 200, max: 2000 })),
    scale: pick([1]),
    title: fc.boolean(),
    resize: pick([true]),
    fit: pick([false]),
    dataset: pick([null, ID]),
  });
  return fc.record({ definition: fc.constant(CHARTS[name]), view: view as fc.Arbitrary<View> });
});

describe("the script of other sites' pages", () => {
  it.each(hostParameters().filter((name) => name !== TITLE.name && name !== HEIGHT.name))("passes on %s", (name) => {
    const chart = ownParameters()[name]?.[0] ?? "headline";
    const { searchParams } = new URL(frameAddress(HOST_SCRIPT, { chart, [name]: "値" }), SITE);
    expect([...searchParams]).toEqual([
      [name, "値"],
      ["resize", "1"],
    ]);
    // Several values of one that is given once would be refused.
    expect(new URL(frameAddress(HOST_SCRIPT, { chart, [name]: "一,二,,三\\,四" }), SITE).searchParams.getAll(name)).toEqual(["一", "二", "三,四"]);
  });

  it("leaves an element's own id to its page, where the chart takes none", () => {
    expect(frameAddress(HOST_SCRIPT, { chart: "headline", id: "figure-1", theme: "dark" })).toBe("/embed/headline?theme=dark&resize=1");
  });

  it("takes a title for the frame's name, and as 0 for the parameter", () => {
    expect(frameAddress(HOST_SCRIPT, { chart: "headline", title: "達成度" })).toBe("/embed/headline?resize=1");
    expect(frameAddress(HOST_SCRIPT, { chart: "headline", title: "0" })).toBe("/embed/headline?title=0&resize=1");
  });

  it("takes a height for the frame's first, and with fit=1 for the parameter", () => {
    expect(frameAddress(HOST_SCRIPT, { chart: "headline", height: "400" })).toBe("/embed/headline?resize=1");
    expect(frameAddress(HOST_SCRIPT, { chart: "headline", height: "400", fit: "1" })).toBe("/embed/headline?height=400&resize=1");
  });

  it.each([
    ["400px", "400"],
    [" 400.5 ", "400"],
    ["120", "200"],
    ["99999", "2000"],
    ["50%", null],
    ["20em", null],
    ["auto", null],
    ["0", null],
    ["-400", null],
    ["400,500", null],
    ["", null],
  ])("passes the height %j on as %j, whole pixels within the parameter's bounds, or not at all", (height, passed) => {
    expect(new URL(frameAddress(HOST_SCRIPT, { chart: "headline", height, fit: "1" }), SITE).searchParams.get("height")).toBe(passed);
  });

  it("makes of a snippet the chart that it was printed for, on the live site and from the copy", () => {
    fc.assert(
      fc.property(views, ({ definition, view }) => {
        const href = chartHref(definition, view);
        const { searchParams } = new URL(href, SITE);
        searchParams.delete("resize");
        const parameters = Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]));
        const attributes = readAttributes(
          printScript({
            title: "図",
            alt: "",
            height: view.height ?? 400,
            url: "",
            image: "",
            page: "",
            script: `${SITE}/embed/v1.js`,
            chart: definition.name,
            parameters,
          }),
        );
        const live = frameAddress(HOST_SCRIPT, attributes);
        expect(requireView(chartPlace(definition), SITE + live)).toEqual({ ...usualView(definition), ...view });
        const parsed = parseAddress(href, ID);
        // Of all combinations of filters, the copy holds few.
        if (parsed === null) return;
        const baked = bakedHref(parsed.address);
        if (!baked.startsWith("/q/sha256-"))
          expect(decodeURIComponent(frameAddress(bakeHostScript(HOST_SCRIPT, ID), attributes))).toBe(decodeURIComponent(baked));
      }),
      { numRuns: 300 },
    );
  });
});
