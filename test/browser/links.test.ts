import { DomUtils, parseDocument } from "htmlparser2";
import { describe, expect, inject, it } from "vitest";
import { findPlace } from "@/lib/parameters/find-place";
import { PAGES } from "@/lib/parameters/pages";
import { embedJa as ja } from "@/lib/texts/embed-ja";

const site = inject("siteUrl");
const dataset = ((await (await fetch(`${site}/readyz`)).json()) as { dataset: string }).dataset;

/** A value that the real documents have for each parameter that a page takes. */
const VALUES: Record<string, string> = {
  year: "2025",
  department: "policy-promotion",
  area: "防災",
  "policy-goal": "none",
  unit: "危機管理課",
  rating: "C",
  "target-rating": "B",
  of: "targets",
  measure: "share",
  by: "policy-goal",
  carried: "2021",
  level: "initiative",
  kind: "merged",
  status: "proposed",
  sort: "rating",
  direction: "desc",
  q: "防災",
  goal: "2025-policy-promotion-4",
  dataset,
};
/** What clears or leads back to the start of a list takes more away than one thing, and says so. */
const CLEARS = /条件をすべて解除/;
/** The first sentence counts goals, whatever the charts beside it count, and so do its picture and the quote of it. */
const COUNTS_GOALS = [ja.quote, ja.picture.save];

const goal = PAGES.goal.path.replace("[id]", "2025-policy-promotion-4");
const ADDRESSES = Object.values(PAGES)
  .filter(({ path }) => !path.includes("["))
  .map(({ path }) => path)
  .concat(goal)
  .flatMap((path) => {
    const names = findPlace(path)!
      .takes.map(({ name }) => name)
      .filter((name) => name in VALUES);
    const all = new URLSearchParams(
      names
        .filter((name) => !["kind", "status", "rating", "target-rating", "policy-goal", "unit", "sort", "direction"].includes(name))
        .map((name) => [name, VALUES[name]!]),
    );
    return [...names.map((name) => `${path}?${new URLSearchParams({ [name]: VALUES[name]! })}`), `${path}?${all}`];
  });

describe("links", () => {
  it.each(ADDRESSES)("of %s keep what the page they lead to takes", async (address) => {
    const answer = await fetch(site + address);
    expect(answer.status).toBe(200);
    const here = new URL(address, site);
    const anchors = DomUtils.findAll(({ name, attribs }) => name === "a" && (attribs.href ?? "").startsWith("/"), parseDocument(await answer.text()).children);
    expect(anchors.length).toBeGreaterThan(5);
    const wrong = anchors.flatMap((anchor) => {
      const there = new URL(anchor.attribs.href!, site);
      const place = findPlace(there.pathname, there.searchParams);
      if (!place || CLEARS.test(DomUtils.textContent(anchor))) return [];
      // A chart may know a name, and not the value that the page shows.
      const takes = (name: string) =>
        place.takes.some((parameter) => parameter.name === name && (parameter.schema.enum?.includes(here.searchParams.get(name)!) ?? true));
      const isOfGoals = COUNTS_GOALS.some((text) => text === DomUtils.textContent(anchor)) && /headline/.test(there.href);
      const names = [...new Set(here.searchParams.keys())].filter((name) => takes(name) && name !== "page" && !(isOfGoals && name === "of"));
      const lost = names.filter((name) => !there.searchParams.has(name));
      if (lost.length === 0) return [];
      // A link may take one thing away: then it leads to the same page with all else as it is.
      const rest = (url: URL) =>
        [...url.searchParams]
          .filter(([name]) => !lost.includes(name))
          .map(String)
          .sort()
          .join();
      const takesOneAway = lost.length === 1 && there.pathname === here.pathname && rest(there) === rest(here);
      // A sort's own direction is not written.
      const isSort = lost.join() === "direction" || (lost.every((name) => ["sort", "direction"].includes(name)) && there.pathname === here.pathname);
      return takesOneAway || isSort ? [] : [`${DomUtils.textContent(anchor).trim()} → ${anchor.attribs.href} loses ${lost.join()}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe("a dataset's id", () => {
  it.each(["/", "/goals", "/goals/2025-policy-promotion-4", "/embed/headline.svg", "/api/goals.csv"])("may be its first letters at %s", async (path) => {
    const answer = await fetch(`${site}${path}?dataset=${dataset.slice(0, 12)}`, { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([307, `${path}?dataset=${dataset}`]);
    expect((await fetch(`${site}${path}?dataset=${dataset.slice(0, 7)}`)).status).toBe(404);
  });
});

describe("names that other sites add", () => {
  it.each(["/", "/goals", "/embed/headline", "/embed/headline.svg"])("change nothing at %s", async (path) => {
    const [plain, added] = await Promise.all([fetch(site + path), fetch(`${site}${path}?fbclid=x&utm_source=y&dnt=1&for=z`)]);
    expect(added.status).toBe(200);
    expect((await added.text()) === (await plain.text())).toBe(true);
  });

  it("are refused by the data, by name", async () => {
    const answer = await fetch(`${site}/api/goals.json?fbclid=x`);
    expect([answer.status, await answer.json()]).toMatchObject([400, { error: { code: "unknown_parameter", parameter: "fbclid" } }]);
  });

  it("do not keep oEmbed from a chart", async () => {
    const ask = async (url: string) => (await fetch(`${site}/api/oembed?dnt=1&url=${encodeURIComponent(site + url)}`)).json() as Promise<{ html: string }>;
    expect((await ask("/continuations?level=initiative&fbclid=x")).html).toContain('/embed/continuation-ribbon?of=initiatives&#38;resize=1"');
    expect((await ask("/?area=防災")).html).toContain(`area=${encodeURIComponent("防災")}`);
  });
});
