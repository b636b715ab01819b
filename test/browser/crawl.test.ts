import { DomUtils, parseDocument } from "htmlparser2";
import { describe, expect, inject, it } from "vitest";
import { crawlSite } from "./crawl-site";

const site = inject("siteUrl");

describe("a crawl that obeys robots.txt", async () => {
  const { addresses, linked, pages, sitemap, broken } = await crawlSite(site);
  const own = (list: readonly string[]) => list.filter((address) => /^\/(?:goals|documents)\/[^/]+$/.test(address));

  it("ends, at most 40 addresses beyond goals and documents", () => {
    expect(broken).toEqual([]);
    const beyond = addresses.filter((address) => !own(addresses).includes(address));
    expect(beyond.length, beyond.join("\n")).toBeLessThanOrEqual(40);
    expect(own(addresses)).toHaveLength(12);
  });

  it("comes to all that the sitemap names, which is every plain page, each goal and each document", () => {
    expect(sitemap.filter((address) => !addresses.includes(address))).toEqual([]);
    expect(own(sitemap)).toHaveLength(12);
    for (const address of ["/", "/goals", "/continuations", "/carried-on", "/briefing", "/documents", "/data", "/about", "/en", "/embed"])
      expect(sitemap).toContain(address);
    expect(sitemap.filter((address) => !address.startsWith("/embed/") && !linked.includes(address))).toEqual([]);
  });

  const heads = new Map([...pages].map(([address, html]) => [address, readHead(html)]));

  it("finds on every page one title and one description, of its own, in its language and short enough to be shown", () => {
    for (const [address, { titles, names }] of heads) {
      expect([address, titles.length, names.description?.length]).toEqual([address, 1, 1]);
      const language = address === "/en" ? /\b(?:in|of)\b/ : /[ぁ-ん]/;
      expect(titles[0], address).toMatch(address === "/en" ? language : /[ぁ-ん一-龠]/);
      expect(names.description![0], address).toMatch(language);
      expect(Array.from(names.description![0]!).length, address).toBeLessThanOrEqual(120);
    }
    const repeated = (list: string[]) => list.filter((text, index) => list.indexOf(text) !== index);
    const own = [...heads].filter(([address]) => !address.startsWith("/embed/")).map(([, head]) => head);
    expect(repeated(own.map(({ titles }) => titles[0]!))).toEqual([]);
    expect(repeated(own.map(({ names }) => names.description![0]!))).toEqual([]);
  });

  it("finds every page at its own address, and a chart's at the page that shows the same and more", () => {
    for (const [address, { canonical }] of heads) {
      if (address.startsWith("/embed/")) expect(pages.has(canonical[0]!.slice(site.length)), canonical[0]).toBe(true);
      else expect([address, canonical]).toEqual([address, [site + address]]);
    }
  });

  it("has every page shown in previews by its title, its description and a picture of 1200 × 630", async () => {
    const pictures = new Map<string, [number, number]>();
    for (const [address, { properties, names }] of heads) {
      for (const name of ["title", "description", "url", "type", "site_name", "image", "image:width", "image:height", "image:alt"])
        expect([address, name, properties[`og:${name}`]?.length, properties[`og:${name}`]?.[0]]).toEqual([address, name, 1, expect.stringMatching(/./)]);
      expect([address, names["twitter:card"]]).toEqual([address, ["summary_large_image"]]);
      const url = properties["og:image"]![0]!;
      if (!pictures.has(url)) {
        const png = Buffer.from(await (await fetch(url)).arrayBuffer());
        pictures.set(url, [png.readUInt32BE(16), png.readUInt32BE(20)]);
      }
      expect([url, pictures.get(url)]).toEqual([url, [1200, 630]]);
    }
    expect(pictures.size).toBeGreaterThan(4);
  });
});

const OF_CHARTS = ["/embed/rating-change?from=2021&to=2025", "/embed/headline?of=targets&theme=dark", "/embed/continuation-ribbon?of=initiatives"];
const VIEWS = ["/?year=2021&measure=share&by=policy-goal&carried=2021", "/goals?area=防災&sort=rating", "/continuations?level=initiative", "/search?q=防災"];

describe("views that a person shares", () => {
  it.each([...OF_CHARTS, ...VIEWS])("%s has one title, description and picture too", async (address) => {
    const { titles, names, properties } = readHead(await (await fetch(site + address)).text());
    expect([titles.length, names.description?.length, properties["og:image"]?.length]).toEqual([1, 1, 1]);
    const picture = await fetch(properties["og:image"]![0]!);
    expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/png"]);
  });

  it("are found without what only changes how they look, and a quoted dataset at the newest", async () => {
    const { dataset } = (await (await fetch(`${site}/readyz`)).json()) as { dataset: string };
    for (const [asked, found] of [
      [VIEWS[0]!, "/?year=2021"],
      ["/goals?sort=title&direction=desc", "/goals"],
      ["/?goal=2025-policy-promotion-4", "/"],
      ["/briefing?year=2025", "/briefing"],
      ["/briefing?year=2021", "/briefing?year=2021"],
      [`/goals/2025-policy-promotion-4?dataset=${dataset}`, "/goals/2025-policy-promotion-4"],
      ["/embed?chart=headline", "/embed?chart=headline"],
      ["/embed/headline?theme=dark&width=400", "/"],
    ] as const)
      expect([asked, readHead(await (await fetch(site + asked)).text()).canonical]).toEqual([asked, [site + found]]);
  });
});

/** What a page says of itself to machines, each name with all that stands under it. */
function readHead(html: string) {
  const [head] = DomUtils.getElementsByTagName("head", parseDocument(html), true, 1);
  const collect = (attribute: string) => {
    const found: Record<string, string[]> = {};
    for (const { attribs } of DomUtils.getElementsByTagName("meta", head!))
      if (attribs[attribute]) (found[attribs[attribute]] ??= []).push(attribs.content ?? "");
    return found;
  };
  return {
    titles: DomUtils.getElementsByTagName("title", head!).map((title) => DomUtils.textContent(title)),
    names: collect("name"),
    properties: collect("property"),
    canonical: DomUtils.getElementsByTagName("link", head!).flatMap(({ attribs }) => (attribs.rel === "canonical" ? attribs.href! : [])),
  };
}
