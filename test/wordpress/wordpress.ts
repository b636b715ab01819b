/**
 * `npm run test:wordpress`: addresses of the site are pasted into posts of a real WordPress, as an author does it, and each
 * becomes its chart: whole at every width, its links followed, in the frame that WordPress makes of what it trusts little.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { launchChromium } from "../browser/chromium";
import { startSite } from "../browser/start-site";
import { startWordPress } from "./start-wordpress";

const WIDTHS = [320, 400, 640, 1200];
/** Pixels that a frame may leave empty: WordPress lets none be lower than 200. */
const MOST_SPARE = 60;
/** Addresses, and what the title of each one's chart holds. */
const ADDRESSES = [
  ["/embed/rating-distribution", "重点目標の達成度"],
  ["/embed/rating-by-year?of=targets", "達成目標の達成度"],
  ["/embed/continuation-ribbon", "継続"],
  ["/", "重点目標の達成度"],
  ["/?of=targets&measure=share", "達成目標の達成度（割合）"],
  ["/continuations", "継続"],
  ["/carried-on", "動き"],
  ["/goals?year=2025", "重点目標の達成度"],
  ["/briefing", "達成度"],
  ["/goals/2025-policy-promotion-4", "防災対策の充実強化"],
  ["/embed/goal?id=2021-policy-promotion-5", "消防団を中核とした地域防災力の充実強化"],
  ["/embed/comparison?id=2025-policy-promotion-4", "新旧対照"],
] as const;

const scratch = mkdtempSync(path.join(tmpdir(), "ayumi-wordpress-"));
const wordpress = await startWordPress(scratch);
if (!wordpress)
  throw new Error(
    "WordPress is missing. Install it (on Debian: apt-get install -y --no-install-recommends wordpress wordpress-theme-twentytwentythree php-cli php-mysql php-xml php-mbstring php-curl mariadb-server).",
  );
const site = await startSite();
const browser = await launchChromium();
try {
  const posts = wordpress.publish(ADDRESSES.map(([address]) => site.url + address));
  for (const [index, [address, title]] of ADDRESSES.entries()) {
    for (const width of WIDTHS) {
      const page = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage();
      await page.goto(posts[index]!, { waitUntil: "load" });
      const what = `${address} at ${width} px`;
      // As the tests in a browser are: tried a second time, and told.
      await checkWhole(page, what, title).catch(async (fault: Error) => {
        console.log(`${what}: tried a second time (${fault.message})`);
        await page.reload({ waitUntil: "load" });
        await checkWhole(page, what, title);
      });
      if (width === 640) await checkLink(page, address);
      await page.context().close();
    }
    console.log(`${address} becomes its chart, whole at ${WIDTHS.join(", ")} px`);
  }
} finally {
  await browser.close();
  await site.stop();
  await wordpress.stop();
  rmSync(scratch, { recursive: true, force: true });
}

async function checkWhole(page: Page, what: string, title: string): Promise<void> {
  const element = page.locator("iframe.wp-embedded-content");
  assert.equal(await element.count(), 1, `${what}: no frame`);
  assert.equal(await element.getAttribute("sandbox"), "allow-scripts", what);
  await element.scrollIntoViewIfNeeded();
  const frame = page.frames()[1]!;
  await frame.locator("h1").waitFor();
  const shown = await frame.locator("h1").innerText();
  assert.ok(shown.includes(title), `${what}: 「${shown}」`);
  const measure = () =>
    frame.evaluate(() => ({
      cut: document.scrollingElement!.scrollHeight - innerHeight,
      spare: innerHeight - document.body.getBoundingClientRect().height,
      wide: document.documentElement.scrollWidth - innerWidth,
      visible: getComputedStyle(document.querySelector(".source")!).visibility,
    }));
  let found = await measure();
  // The height comes by a message.
  for (let tries = 0; tries < 150 && (found.cut > 0 || found.spare > MOST_SPARE); tries++) {
    await page.waitForTimeout(100);
    // A browser without a window may draw nothing while nobody looks, and what is not drawn tells no new size.
    if (tries % 10 === 9) await page.screenshot();
    found = await measure();
  }
  const { cut, spare, wide, visible } = found;
  assert.ok(cut <= 0, `${what}: ${cut} px are cut`);
  assert.ok(spare <= MOST_SPARE, `${what}: ${spare} px are empty`);
  assert.ok(wide <= 0, `${what}: ${wide} px too wide`);
  assert.equal(visible, "visible");
}

/** A press on a link leads the post's window there, as WordPress lets frames lead to their own site. */
async function checkLink(page: Page, what: string): Promise<void> {
  const frame = page.frames()[1]!;
  const link = frame.locator(".links a").first();
  const href = new URL((await link.getAttribute("href"))!, site.url).href;
  await Promise.all([page.waitForURL(href, { timeout: 10_000 }), link.click()]).catch(() => assert.fail(`${what}: its link does not lead to ${href}`));
}
