/**
 * `npm run test:pdf [-- --count N --seed S]`: random plans set in random forms, printed by Chromium as PDF with ruled
 * lines, and read. None may be stored otherwise than it was set; nine of ten are to come out so, and without a doubt of the file.
 */
import { parseArgs } from "node:util";
import fc from "fast-check";
import { readSource } from "@/lib/document/read-source";
import { HOLDING_MESSAGES, judgeReading } from "@/lib/document/verdict";
import { launchChromium } from "../browser/chromium";
import { layoutChoices, MUNICIPALITY, planFile } from "../document/arbitraries";
import { Layout } from "../document/layout";
import { printForm } from "../document/sources/print-form";
import { printPage } from "./print-page";

const { values } = parseArgs({ options: { count: { type: "string" }, seed: { type: "string" } } });
const count = Number(values.count ?? 200);
const seed = Number(values.seed ?? 14);

/** Where a line is full, nobody sees whether the next one is a new one, or whether a blank stood between. */
function withoutBreaks(value: unknown): string {
  return JSON.stringify(value).replace(/\\n|\s/g, "");
}

/** Of characters that the fonts of a city hall have. */
function printable<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replace(/[^\x20-\x7e²é§○×㎡㈱―…‘’“”、-〟ぁ-んァ-ヶー一-龥！-ﾟ①-⑳]/gu, "字")) as T;
}

const browser = await launchChromium();
const page = await browser.newPage();
const found = { read: 0, held: 0, refused: 0, different: 0 };
let slowest = 0;
try {
  for (const [index, [file, form, more]] of fc.sample(fc.tuple(planFile, layoutChoices, layoutChoices), { numRuns: count, seed }).entries()) {
    const layout = new Layout(more);
    const { blocks, plan } = printForm(printable(file), new Layout(form));
    await page.setContent(printPage(blocks, layout));
    const bytes = await page.pdf({
      format: layout.pick("A4", "A3"),
      landscape: layout.chance(3),
      margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" },
    });
    const start = performance.now();
    const reading = await readSource(bytes, { municipality: MUNICIPALITY });
    const { plans, messages } = reading;
    slowest = Math.max(slowest, performance.now() - start);
    const isRead = withoutBreaks(plans.map((each) => each.plan)) === withoutBreaks([plan]);
    const { verdict, reasons } = judgeReading(
      reading,
      plans.map(() => ({ years: [], goalCounts: [], same: null })),
    );
    // Random plans are held for their random numbers and titles, too.
    const isDoubtful = messages.some(({ rule }) => HOLDING_MESSAGES.some((each) => each === rule));
    const outcome = isRead && !isDoubtful ? "read" : verdict === "stored" ? "different" : verdict;
    found[outcome]++;
    if (outcome !== "read") console.error(`case ${index}: ${outcome} ${[...new Set(reasons.map(({ rule }) => rule))].join(" ")}`);
    if (!isRead && process.env.AYUMI_TEST_SHOW) {
      const [set, got] = [plan, plans[0]?.plan].map((each) => JSON.stringify(each ?? null, null, 1).split("\n"));
      for (const [at, line] of set!.entries())
        if (line !== got![at]) {
          console.error(`  ${line}\n  ${got![at]}`);
          break;
        }
    }
  }
} finally {
  await browser.close();
}
console.log(
  `${count} PDF files (seed ${seed}): ${found.read} as set, ${found.held} held, ${found.refused} refused, ${found.different} stored otherwise; slowest ${Math.round(slowest)} ms`,
);
process.exitCode = found.different > 0 || found.read < count * 0.9 ? 1 : 0;
