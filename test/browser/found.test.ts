import { DomUtils, parseDocument } from "htmlparser2";
import { describe, expect, inject, it } from "vitest";

const site = inject("siteUrl");
const { dataset } = (await (await fetch(`${site}/readyz`)).json()) as { dataset: string };

describe("what tells machines of the site", () => {
  it.each([
    ["/robots.txt", "text/plain; charset=utf-8"],
    ["/sitemap.xml", "application/xml; charset=utf-8"],
    ["/catalog.jsonld", "application/ld+json"],
    ["/feed.atom", "application/atom+xml; charset=utf-8"],
    ["/favicon.ico", "image/x-icon"],
    ["/apple-icon.png", "image/png"],
    ["/apple-touch-icon.png", "image/png"],
  ])("%s is %s", async (path, type) => {
    const answer = await fetch(site + path);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, type]);
    expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
  });

  it("says nothing of where weaknesses are reported where nobody has said it, and has no second part of a sitemap that is one", async () => {
    for (const path of ["/.well-known/security.txt", "/sitemaps/1.xml", "/sitemaps/x"]) expect([path, (await fetch(site + path)).status]).toEqual([path, 404]);
  });

  it("describes the data on its page, which lets it run no more scripts than it did", async () => {
    const answer = await fetch(`${site}/data`);
    const tree = parseDocument(await answer.text());
    const blocks = DomUtils.findAll(({ name, attribs }) => name === "script" && attribs.type === "application/ld+json", tree.children);
    expect(blocks).toHaveLength(1);
    const described = JSON.parse(DomUtils.textContent(blocks[0]!)) as { "@type": string; version: string; distribution: { contentUrl: string }[] };
    expect(described).toMatchObject({ "@type": "Dataset", version: dataset, temporalCoverage: ["2021-04-01/2022-03-31", "2025-04-01/2026-03-31"] });
    expect(described.distribution.length).toBeGreaterThan(16);
    for (const { contentUrl } of described.distribution) {
      const file = await fetch(contentUrl, { method: "HEAD" });
      expect([contentUrl, file.status, file.headers.get("link")]).toEqual([contentUrl, 200, null]);
    }
  });

  it("tells in a feed of each dataset what came with it, by its frozen address, and every page leads there", async () => {
    const feed = await (await fetch(`${site}/feed.atom`)).text();
    const entries = DomUtils.getElementsByTagName("entry", parseDocument(feed, { xmlMode: true }));
    expect(entries.length).toBeGreaterThan(0);
    const id = DomUtils.textContent(DomUtils.getElementsByTagName("id", entries[0]!)[0]!);
    expect(id).toBe(`${site}/?dataset=${dataset}`);
    expect((await fetch(id)).status).toBe(200);
    const told = DomUtils.textContent(DomUtils.getElementsByTagName("content", entries[0]!)[0]!);
    expect(told).toContain("この版で加わった柏原市の資料は2件です。\n・令和3年度 政策推進部（計画（評価前））\n・令和7年度 政策推進部（評価済み）");
    expect(told).toContain("続く重点目標の達成度の動き（令和3年度から令和7年度へ）");
    for (const path of ["/", "/goals", "/data"])
      expect(await (await fetch(site + path)).text()).toMatch(/<link rel="alternate" type="application\/atom\+xml"[^>]* href="[^"]*\/feed\.atom"/);
  });
});
