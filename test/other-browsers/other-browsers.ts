/**
 * `npm run test:browsers [-- --browser firefox|webkit]`: every chart on foreign pages of every kind, and the site's own
 * pages, in Firefox and in WebKitGTK, whose engine is also Safari's.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { CHART_NAMES } from "@/lib/charts/registry";
import { type ForeignSite, serveForeignPages } from "../browser/foreign-site";
import { startSite } from "../browser/start-site";
import { copyChart } from "./copied-chart";
import { type Driver, drive } from "./driver";
import { checkFramed, checkMarks } from "./framed-chart";
import { findBrowsers } from "./programs";
import { type CopiedChart, listSituations } from "./situations";
import { checkPage, listPages, type SitePage } from "./whole-page";

const HOST_WIDTHS = [320, 1200];
const PAGE_WIDTHS = [320, 1280];

const { browser } = parseArgs({ options: { browser: { type: "string" } } }).values;
const browsers = (await findBrowsers()).filter(({ name }) => browser === undefined || name === browser);
const folder = mkdtempSync(path.join(tmpdir(), "ayumi-browsers-"));
const site = await startSite();
const faults: string[] = [];
try {
  const charts = await Promise.all(CHART_NAMES.map((name) => copyChart(site.url, name)));
  const { rows } = (await (await fetch(`${site.url}/api/goals.json?limit=1`)).json()) as { rows: { goal_id: string }[] };
  const pages = listPages(`/goals/${rows[0]!.goal_id}`);
  await Promise.all(
    browsers.map(async ({ start }) => {
      const host = await serveForeignPages();
      try {
        for (const dark of [false, true]) {
          const driver = drive(await start(folder, { dark }));
          const began = Date.now();
          try {
            await driver.takeConsole();
            const tried = await tryAll(driver, host, charts, dark ? [] : pages, dark);
            console.log(`${driver.name}${dark ? ", dark" : ""}: ${tried}, ${Math.round((Date.now() - began) / 1000)} s`);
          } finally {
            await driver.stop();
          }
        }
      } finally {
        host.stop();
      }
    }),
  );
} finally {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
}
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
console.log(`${faults.length} faults`);

/** Tries everything in one browser, notes each fault, and says how much was tried. */
async function tryAll(driver: Driver, host: ForeignSite, charts: readonly CopiedChart[], pages: readonly SitePage[], dark: boolean): Promise<string> {
  const tried = { framed: 0, marks: 0, pages: 0 };
  const note = async (what: string, check: () => Promise<void>) => {
    await check().catch((error: Error) => faults.push(`${driver.name}${dark ? ", dark" : ""}: ${what}: ${error.message}`));
    await driver.leave();
    await driver.takeConsole();
  };
  const situations = listSituations(site.url);
  for (const chart of charts) {
    for (const situation of dark ? situations.slice(0, 1) : situations) {
      for (const width of HOST_WIDTHS) {
        await note(`${chart.source.chart}, ${situation.name}, ${width} px`, () => checkFramed(driver, host, situation, chart, width, dark));
        tried.framed++;
      }
    }
    if (dark) continue;
    await note(`${chart.source.chart}, its marks`, async () => {
      const followed = await checkMarks(driver, host, situations[0]!, chart, HOST_WIDTHS[1]!, site.url);
      // The figures of a summary stand for no goal.
      if (followed === 0 && chart.source.chart !== "headline") assert.fail("there are none");
      tried.marks += followed;
    });
  }
  for (const page of pages) {
    for (const width of PAGE_WIDTHS) {
      await note(`${page[0]} at ${width} px`, () => checkPage(driver, site.url, page, width));
      tried.pages++;
    }
  }
  return `${tried.framed} foreign pages, ${tried.marks} marks followed, ${tried.pages} pages of the site`;
}
