import assert from "node:assert/strict";
import { assertQuiet, type Driver, type ElementReference, isSoonTrue } from "./driver";

/** An address of the site, and whether a chart comes alive there. */
export type SitePage = [path: string, lives: boolean];

/** The site's pages that are looked at, one of each kind; `goal` is a goal's address. */
export function listPages(goal: string): SitePage[] {
  return [
    ["/", true],
    ["/goals", false],
    ["/continuations", true],
    [goal, false],
    ["/briefing", false],
    ["/embed", false],
  ];
}

/** The part of a live chart's mark that stands in its middle; a chart comes alive in view. */
const FIND_LIVE_MARK = `
const chart = [...document.querySelectorAll("[data-interactive]")].find((each) => each.getClientRects().length > 0);
chart.scrollIntoView({ block: "center" });
if (chart.dataset.interactive !== "true") return null;
const mark = chart.querySelector(".recharts-surface .mark, .recharts-surface .ribbon-node");
return mark && mark.querySelector("rect, path");`;

/** Opens a page of the site itself and looks at it; throws for the first that is not as it should be. */
export async function checkPage(driver: Driver, site: string, [path, lives]: SitePage, width: number): Promise<void> {
  await driver.open(site + path, width);
  const { headings, wide } = await driver.run<{ headings: number; wide: number }>(
    "return { headings: document.querySelectorAll('h1').length, wide: document.documentElement.scrollWidth - document.documentElement.clientWidth }",
  );
  assert.equal(headings, 1, "headings");
  assert.ok(wide <= 0, `${wide} px too wide`);
  if (lives) {
    let mark: ElementReference | null = null;
    assert.ok(await isSoonTrue(async () => (mark = await driver.run<ElementReference | null>(FIND_LIVE_MARK)) !== null), "the chart does not come alive");
    const tells = async () => {
      await driver.point(mark!);
      return driver.run<boolean>("const tip = document.querySelector('[data-tip]'); return tip !== null && tip.textContent.length > 10");
    };
    assert.ok(await isSoonTrue(tells), "nothing is told of a mark that is pointed at");
  }
  assertQuiet(await driver.takeConsole());
}
