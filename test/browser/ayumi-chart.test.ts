import { describe, expect, inject, it } from "vitest";
import { useForeignHost } from "./foreign-host";
import { follow } from "./frame-height";

const site = inject("siteUrl");
const SCRIPT = `<script src="${site}/embed/v1.js" async></script>`;

const { openHost } = useForeignHost();

describe("<ayumi-chart>", () => {
  it("becomes a frame wherever it stands, each following its own content", async () => {
    const page = await openHost(
      `<ayumi-chart chart="headline" title="一つ目" year="2025"></ayumi-chart><script src="${site}/embed/v1.js" async></script><ayumi-chart chart="rating-by-year" title="二つ目" of="targets"></ayumi-chart><ayumi-chart chart="../../x"></ayumi-chart>`,
    );
    await expect.poll(() => page.locator("iframe").count()).toBe(2);
    const frames = page.locator("iframe");
    const sources = await frames.evaluateAll((all) => all.map((each) => (each as HTMLIFrameElement).src.replace(/^.*?\/embed\//, "")));
    expect(sources).toEqual(["headline?year=2025&resize=1", "rating-by-year?of=targets&resize=1"]);
    const gaps = async () => {
      const heights = await frames.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
      const bodies = await Promise.all(
        page
          .frames()
          .slice(1)
          .map((frame) => frame.evaluate(() => document.body.getBoundingClientRect().height)),
      );
      return heights.map((height, index) => Math.abs(height - bodies[index]!) <= 1);
    };
    await expect.poll(gaps).toEqual([true, true]);
    await page.context().close();
  });

  it("takes what stands in it away, and follows its attributes", async () => {
    const page = await openHost(`<ayumi-chart chart="headline"><p>図を読み込んでいます</p></ayumi-chart>${SCRIPT}`);
    await expect.poll(() => page.locator("iframe").count()).toBe(1);
    expect(await page.locator("ayumi-chart p").count()).toBe(0);
    await page.locator("ayumi-chart").evaluate((chart) => {
      chart.setAttribute("chart", "rating-distribution");
      chart.setAttribute("year", "2021");
      chart.setAttribute("title", "令和3年度");
    });
    await expect.poll(() => page.frames()[1]!.url()).toContain("/embed/rating-distribution?year=2021&resize=1");
    await expect.poll(() => follow(page)).toEqual([true]);
    expect(await page.locator("iframe").getAttribute("title")).toBe("令和3年度");
    const steps = await page.evaluate(() => history.length);
    await page.locator("ayumi-chart").evaluate((chart) => chart.setAttribute("year", "2025"));
    await expect.poll(() => page.frames()[1]!.url()).toContain("/embed/rating-distribution?year=2025&resize=1");
    expect(await page.evaluate(() => history.length)).toBe(steps);
    await page.locator("ayumi-chart").evaluate((chart) => document.body.prepend(chart));
    await expect.poll(() => page.frames()[1]?.url()).toContain("/embed/rating-distribution?year=2025&resize=1");
    await expect.poll(() => follow(page)).toEqual([true]);
    expect(await page.locator("iframe").count()).toBe(1);
    await page.locator("ayumi-chart").evaluate((chart) => chart.removeAttribute("chart"));
    expect(await page.locator("iframe").count()).toBe(0);
    await page.locator("ayumi-chart").evaluate((chart) => chart.setAttribute("chart", "rating-distribution"));
    await expect.poll(() => follow(page)).toEqual([true]);
  });

  it("follows its content within another element's shadow", async () => {
    const page = await openHost(SCRIPT);
    await page.evaluate(() => {
      const element = document.body.appendChild(document.createElement("div"));
      element.attachShadow({ mode: "open" }).innerHTML = `<ayumi-chart chart="rating-distribution" height="300"></ayumi-chart>`;
    });
    await expect.poll(() => page.frames().length).toBe(2);
    await expect.poll(() => follow(page)).toEqual([true]);
  });
});
