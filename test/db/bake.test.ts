import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { bakedHref, nameFile, parseAddress } from "@/db/bake/address";
import { bakeHostScript } from "@/db/bake/host-script";
import { bakePage } from "@/db/bake/page";
import { HOST_SCRIPT } from "@/lib/embeds/scripts";

const ID = "a".repeat(64);
const OTHER = "b".repeat(64);

describe("addresses", () => {
  it.each([
    ["/", "/", "index.html"],
    ["/goals/2025-x-1#targets-0", "/goals/2025-x-1#targets-0", "goals/2025-x-1/index.html"],
    ["/?of=targets&goal=2025-x-1#panel", "/goals/2025-x-1", "goals/2025-x-1/index.html"],
    [`/continuations?goal=2025-x-1&dataset=${ID}#panel`, "/goals/2025-x-1", "goals/2025-x-1/index.html"],
    [`/goals?year=2025&dataset=${ID}`, "/q/year=2025/goals", "q/year=2025/goals/index.html"],
    [`/?dataset=${ID}#main`, "/#main", "index.html"],
    ["/goals?year=2025&area=%E6%B0%B4", "/q/year=2025&area=%25E6%25B0%25B4/goals", "q/year=2025&area=%E6%B0%B4/goals/index.html"],
    // A chart's picture for slides; of a narrowed one, its picture.
    ["/embed/headline.png?size=16x9", "/q/size=16x9/embed/headline.png", "q/size=16x9/embed/headline.png/index.html"],
    ["/embed/headline.png?year=2025&size=16x9", "/q/year=2025/embed/headline.png", "q/year=2025/embed/headline.png/index.html"],
    ["/catalog.jsonld?municipality=m12345678", "/q/municipality=m12345678/catalog.jsonld", "q/municipality=m12345678/catalog.jsonld/index.html"],
    ["/icon.svg?icon.1.svg", "/icon.svg", "icon.svg/index.html"],
  ])("%s lies at %s, in %s", (href, baked, file) => {
    const { address, fragment } = parseAddress(href, ID)!;
    expect(bakedHref(address) + fragment).toBe(baked);
    expect(nameFile(address, true)).toBe(file);
    // What a plain server looks for is what was written.
    expect(decodeURIComponent(baked.split("#")[0]!).slice(1)).toBe(nameFile(address, true)!.replace(/\/?index\.html$/, ""));
  });

  it.each([
    `/goals?dataset=${OTHER}`,
    "/goals?sort=title",
    "/search?q=a",
    "/continuations?kind=split&status=proposed",
    "/api/goals.csv?sort=title",
    "/embed/headline.png?year=2025&size=og",
    "/healthz",
    "/_next/static/a.js",
    "/q/year=2025/goals",
    "/../etc/passwd",
    "/goals/%2e%2e/x",
    "/goals/a%2Fb",
    "/%zz",
    "//elsewhere.example/",
    "https://elsewhere.example/",
  ])("%s is not baked", (href) => {
    expect(parseAddress(href, ID)).toBeNull();
  });

  it("names a long query by its hash, and never a path outside of the folder", () => {
    const { address } = parseAddress(`/goals?area=${"%E6".repeat(100)}`, ID)!;
    expect(nameFile(address, true)).toMatch(/^q\/sha256-[0-9a-f]{32}\/goals\/index\.html$/);
    expect(nameFile(parseAddress("/goals?area=../../x", ID)!.address, true)).toMatch(/^q\/sha256-/);
    expect(nameFile(parseAddress("/goals?area=..", ID)!.address, true)).toBe("q/area=../goals/index.html");
  });
});

describe("pages", () => {
  const bake = (body: string, path = "/goals") => {
    const asked: string[] = [];
    const link = (href: string) => (asked.push(href), href.includes("sort") ? null : `/baked${href}`);
    const html = `<!DOCTYPE html><html lang="ja"><head><style>a>b{content:"&"}</style><script>1</script></head><body><main><h1>題</h1>${body}</main></body></html>`;
    return { html: bakePage(html, { path, link, origin: "https://ayumi.example", keepsScript: false }), asked };
  };

  it("lose scripts, and links that lead nowhere; drawings keep their names", () => {
    const { html } = bake(
      `<a href="/goals?a=1&amp;b=2">x &lt; y</a><a href="/goals?sort=title" aria-label="順">z</a><svg viewBox="0 0 1 1"><a href="/s?sort=1"><path d="M0"/></a></svg><script src="/x.js"></script>`,
    );
    expect(html).toContain(`<a href="/baked/goals?a=1&amp;b=2">x &lt; y</a><span>z</span><svg viewBox="0 0 1 1"><g><path d="M0"/></g></svg>`);
    expect(html).not.toContain("<script");
    expect(html).toContain(`<style>a>b{content:"&"}</style>`);
    expect(html).toMatch(
      /^<!DOCTYPE html><html lang="ja"><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'none'; style-src 'sha256-[\w+/]{43}=';/,
    );
  });

  it("offer no picture and no quoting of what the copy does not hold", () => {
    const { html } = bake(
      `<p>一<a href="/embed/x.png?sort=1" download="">画像を保存</a><a href="/embed?chart=x&amp;sort=1">図を引用する</a><a href="/embed?chart=x">この数を引用する</a></p>`,
    );
    expect(html).toContain(`<p>一<a href="/baked/embed?chart=x">この数を引用する</a></p>`);
  });

  it("have words for forms, and the overview its years as links", () => {
    const form = `<form action="/" method="get"><label><input type="checkbox" name="year" value="2021"/>令和3年度</label><label><input type="checkbox" name="year" value="2025" checked=""/>令和7年度</label><input type="hidden" name="of" value="targets"/><button>表示</button></form>`;
    const { html } = bake(form, "/");
    expect(html).not.toMatch(/<(?:form|input|button)/);
    expect(html.replace(/ class="[^"]*"/g, "")).toContain(
      `<li><a href="/baked/?of=targets">すべて</a></li><li><a href="/baked/?year=2021&amp;of=targets">令和3年度</a></li><li><a href="/baked/?year=2025&amp;of=targets" aria-current="true">令和7年度</a></li>`,
    );
    expect(html).toContain(`<a href="/baked/data">データの表へ</a>`);
    expect(bake(`<form action="/search"></form><p>欄に入れてください</p>`, "/search").html).toMatch(
      /<main><h1>題<\/h1><p class="[^>]*>これは動くサーバーのない写しなので、検索は使えません。.*<\/main>/,
    );
  });

  it("lie under a path where the site's address has one, and quote it", () => {
    const link = (href: string) => (href.includes("sort") ? null : href);
    const html = bakePage(
      `<html><head></head><body><form action="/goals"></form><a href="/">歩</a><a href="/goals#list">目標</a><a href="/goals?sort=1">順</a><a href="#main">本文</a><iframe src="/embed/headline"></iframe><a href="https://city.example/news">外</a><p>https://city.example/ayumi/goals https://city.example/ayumi</p></body></html>`,
      { path: "/goals", link, origin: "https://city.example/ayumi", keepsScript: false },
    );
    expect(html).toContain(
      `<a href="/ayumi/">歩</a><a href="/ayumi/goals#list">目標</a><span>順</span><a href="#main">本文</a><iframe src="/ayumi/embed/headline"></iframe><a href="https://city.example/news">外</a><p>https://city.example/ayumi/goals https://city.example/ayumi</p>`,
    );
    expect(html).toContain(`<a href="/ayumi/data">データの表へ</a>`);
  });

  it("quote baked addresses, in texts to copy too, and go on naming the dataset", () => {
    const { html } = bake(
      `<textarea>&lt;iframe src="https://ayumi.example/embed/x?of=a&amp;#38;by=b&amp;#38;dataset=${ID}"&gt;</textarea><p>https://ayumi.example/goals?year=2025。</p><a href="https://elsewhere.example/">外</a>`,
    );
    expect(html).toContain(`src="https://ayumi.example/baked/embed/x?of=a&amp;#38;by=b&amp;#38;dataset=${ID}?dataset=${ID}"`);
    expect(html).toContain("https://ayumi.example/baked/goals?year=2025。");
    expect(html).toContain(`href="https://elsewhere.example/"`);
  });
});

it.each(["https://ayumi.example", "https://city.example/ayumi"])("the script of other sites' pages asks for baked files, and hears them, at %s", (site) => {
  const script = bakeHostScript(HOST_SCRIPT, ID);
  const frame = { style: {}, contentWindow: { postMessage() {} }, addEventListener() {}, isConnected: true } as {
    src?: string;
    style: { height?: string };
    contentWindow: object;
  };
  const documentElement = {};
  const dataset: Record<string, string> = { chart: "headline", year: "2021,2025", department: "d", area: "水", dataset: ID };
  const own = { src: `${site}/embed/v1.js`, dataset, getAttribute: (name: string) => dataset[name.slice("data-".length)] ?? null, replaceWith() {} };
  let hear: (message: object) => void = () => {};
  runInNewContext(script, {
    document: { currentScript: own, documentElement, createElement: () => frame, querySelectorAll: () => [frame] },
    ...{ URL, URLSearchParams, Set, getComputedStyle: () => ({}) },
    MutationObserver: class {
      observe() {}
    },
    addEventListener: (_: string, listener: typeof hear) => (hear = listener),
    customElements: { get: () => true },
  });
  const { origin, pathname } = new URL(frame.src!);
  expect(origin + decodeURIComponent(pathname)).toBe(`${site}/q/year=2021&year=2025&department=d&area=%E6%B0%B4&resize=1/embed/headline`);
  const data = { type: "ayumi:height", version: 1, height: 321 };
  hear({ data, origin: "https://elsewhere.example", source: frame.contentWindow });
  expect(frame.style.height).toBeUndefined();
  hear({ data, origin, source: frame.contentWindow });
  expect(frame.style.height).toBe("321px");
  expect(() => bakeHostScript("", ID)).toThrow(/holds no single/);
});
