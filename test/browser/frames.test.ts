import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, inject, it } from "vitest";
import { useForeignHost } from "./foreign-host";
import { bodyHeight, follow, frameOf } from "./frame-height";

const site = inject("siteUrl");
const CHART = `${site}/embed/rating-distribution`;
const SCRIPT = `<script src="${site}/embed/v1.js" async></script>`;

const { openHost, browser } = useForeignHost();
type HostOptions = Parameters<typeof openHost>[1];

describe("a frame of a foreign page", () => {
  it.each<[string, HostOptions, string]>([
    ["that has the script", {}, frameOf(`${CHART}?resize=1`) + SCRIPT],
    ["whose script comes first", {}, SCRIPT + frameOf(`${CHART}?resize=1`)],
    ["that was copied before frames spoke", {}, frameOf(CHART) + SCRIPT],
    ["that loads the script as a module", {}, frameOf(`${CHART}?resize=1`) + SCRIPT.replace("async", "type=module")],
    ["that sandboxes it", {}, frameOf(`${CHART}?resize=1`, 'sandbox="allow-scripts"') + SCRIPT],
    ["on a phone", { width: 320 }, frameOf(`${CHART}?resize=1`) + SCRIPT],
    [
      "of a strict policy, with trusted types",
      {
        headers: {
          "content-security-policy": `default-src 'none'; script-src ${site}; frame-src ${site}; require-trusted-types-for 'script'; trusted-types 'none'`,
        },
      },
      frameOf(`${CHART}?resize=1`) + SCRIPT,
    ],
    [
      "that is isolated from other origins",
      { headers: { "cross-origin-embedder-policy": "require-corp", "cross-origin-opener-policy": "same-origin" } },
      frameOf(`${CHART}?resize=1`) + SCRIPT.replace("<script", "<script crossorigin"),
    ],
    ["that is in a sandbox itself", { headers: { "content-security-policy": "sandbox allow-scripts" } }, frameOf(`${CHART}?resize=1`) + SCRIPT],
    [
      "that loads the scripts of two sites as modules",
      {},
      frameOf(`${CHART.replace("127.0.0.1", "localhost")}?resize=1`) +
        SCRIPT.replace("async", "type=module") +
        SCRIPT.replace("async", "type=module").replace("127.0.0.1", "localhost"),
    ],
  ])("%s follows its content's height", async (_, options, body) => {
    const page = await openHost(body, options);
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    await expect.poll(() => follow(page)).toEqual([true]);
    expect(complaints.filter((text) => /polic|trusted/i.test(text))).toEqual([]);
    expect(await page.frames()[1]!.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  it("follows on a page from disk, and in one without an origin that another page holds", async () => {
    const body = frameOf(`${CHART}?resize=1`) + SCRIPT;
    const folder = mkdtempSync(join(tmpdir(), "ayumi-host-"));
    try {
      const file = join(folder, "article.html");
      writeFileSync(file, `<!doctype html><meta charset=utf-8><title>記事</title>${body}`);
      const page = await (await browser().newContext({ viewport: { width: 640, height: 900 } })).newPage();
      await page.goto(pathToFileURL(file).href);
      await expect.poll(() => follow(page)).toEqual([true]);
    } finally {
      rmSync(folder, { recursive: true });
    }
    const outer = await openHost(
      `<iframe id="outer" sandbox="allow-scripts" width="640" height="900" srcdoc="${body.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"></iframe>`,
    );
    await expect
      .poll(async () => {
        const [, holder, chart] = outer.frames();
        if (!holder || !chart) return null;
        const height = await holder.locator("iframe").evaluate((frame) => frame.clientHeight);
        return height > 310 && Math.abs(height - Math.ceil(await bodyHeight(chart))) <= 1;
      })
      .toBe(true);
  });

  it("follows a script that comes when it has loaded, and the page's way to another chart, and is no step of a reader's way back", async () => {
    const page = await openHost(frameOf(CHART));
    await page.frames()[1]!.locator("summary").waitFor();
    const steps = () => page.evaluate(() => history.length);
    const before = await steps();
    await page.evaluate((src) => document.body.appendChild(Object.assign(document.createElement("script"), { src })), `${site}/embed/v1.js`);
    await expect.poll(() => follow(page)).toEqual([true]);
    expect([await steps(), page.frames()[1]!.url()]).toEqual([before, `${CHART}?resize=1`]);
    for (const address of [`${site}/embed/rating-by-year`, `${CHART}?year=2021`, `${CHART}?year=2021`]) {
      await page.locator("iframe").evaluate((frame, src) => {
        frame.style.height = "300px";
        frame.setAttribute("src", src);
      }, address);
      await expect.poll(() => page.frames()[1]!.url()).toBe(`${address}${address.includes("?") ? "&" : "?"}resize=1`);
      await expect.poll(() => follow(page)).toEqual([true]);
    }
  });

  it("has room for its content beside the edges that a page gives to frames", async () => {
    const frame = frameOf(`${CHART}?resize=1`).replace(/ style="[^"]*"/, "");
    for (const sizing of ["border-box", "content-box"]) {
      const page = await openHost(`<style>*{box-sizing:${sizing}}iframe{padding:20px 0;border:5px solid}</style>${frame}${SCRIPT}`);
      await expect
        .poll(() => page.frames()[1]!.evaluate(() => innerHeight > 310 && innerHeight - Math.ceil(document.body.getBoundingClientRect().height)))
        .toBe(0);
    }
  });

  it("may come later, twice, and in a page that draws itself anew", async () => {
    const page = await openHost(SCRIPT);
    await page.evaluate(
      ([one, other]) => {
        const add = () => {
          document.body.innerHTML = `<main>${one}${other}</main>`;
        };
        add();
        setTimeout(add, 300);
      },
      [frameOf(`${CHART}?year=2021&resize=1`), frameOf(`${CHART}?year=2025&resize=1`)],
    );
    await page.waitForTimeout(600);
    await expect.poll(() => follow(page, 2)).toEqual([true, true]);
    const sources = await Promise.all(
      page
        .frames()
        .slice(1)
        .map((frame) => frame.locator(".source").first().innerText()),
    );
    expect(sources.map((source) => /出典：.*（(令和\d年度)）/.exec(source)?.[1])).toEqual(["令和3年度", "令和7年度"]);
  });
});
