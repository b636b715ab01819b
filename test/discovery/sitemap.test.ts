import { DomUtils, parseDocument } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { printSitemap, printSitemapIndex, SITEMAP_LIMITS, type SitemapEntry, splitSitemap } from "@/lib/discovery/sitemap";

const entries = (count: number): SitemapEntry[] => Array.from({ length: count }, (_, index) => ({ url: `https://ayumi.example/goals/${index}` }));

describe("a sitemap", () => {
  it("is one file up to 50,000 addresses, and parts above that", () => {
    expect(splitSitemap(entries(50_000)).map(({ length }) => length)).toEqual([50_000]);
    expect(splitSitemap(entries(100_001)).map(({ length }) => length)).toEqual([50_000, 50_000, 1]);
    expect(splitSitemap([])).toEqual([[]]);
  });

  it("has no part above 50 MB, and loses no address", () => {
    const long = entries(40).map(({ url }) => ({ url: url + "x".repeat(900) }));
    const parts = splitSitemap(long, { ...SITEMAP_LIMITS, bytes: 5_000 });
    expect(parts.length).toBe(8);
    for (const part of parts) expect(Buffer.byteLength(printSitemap(part))).toBeLessThanOrEqual(5_000);
    expect(parts.flat()).toEqual(long);
  });

  it("is XML, whatever an address holds, with a time where one is known", () => {
    const url = "https://ayumi.example/documents?municipality=m1&page=2";
    const xml = printSitemap([{ url, changed: "2026-11-27T00:00:00.000Z" }, { url: "https://ayumi.example/<x>" }]);
    const tree = parseDocument(xml, { xmlMode: true });
    expect(DomUtils.getElementsByTagName("loc", tree).map((element) => DomUtils.textContent(element))).toEqual([url, "https://ayumi.example/<x>"]);
    expect(DomUtils.getElementsByTagName("lastmod", tree)).toHaveLength(1);
    expect(printSitemapIndex([{ url: "https://ayumi.example/sitemaps/1.xml" }])).toContain(
      "<sitemap><loc>https://ayumi.example/sitemaps/1.xml</loc></sitemap>",
    );
  });
});
