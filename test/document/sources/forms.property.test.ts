import fc from "fast-check";
import { expect, it } from "vitest";
import { readSource } from "@/lib/document/read-source";
import { runs } from "../../whole";
import { layoutChoices, MUNICIPALITY, type PlanFile, planFile } from "../arbitraries";
import { findPlaceFaults } from "../check-places";
import { Layout } from "../layout";
import { printCsv } from "./print-csv";
import { printDocx } from "./print-docx";
import { type FormBlock, printForm } from "./print-form";
import { printHtml } from "./print-html";
import { printOdt } from "./print-odt";
import { printXlsx } from "./print-xlsx";

const FORMATS: [format: string, print: (blocks: readonly FormBlock[], layout: Layout) => Uint8Array][] = [
  ["docx", printDocx],
  ["xlsx", printXlsx],
  ["html", printHtml],
  ["csv", printCsv],
  ["odt", printOdt],
];

/** A page's hard blanks stand for others, and are read as those. */
function withoutHardBlanks(file: PlanFile): PlanFile {
  return JSON.parse(JSON.stringify(file).replaceAll("\u00a0", "字")) as PlanFile;
}

/** Of those that are read none may differ; the share of them is told by the last assertion. */
it.each(FORMATS)("reads random plans set in random forms of .%s, or says why not", { timeout: 900_000 }, async (format, print) => {
  const count = runs(200);
  let read = 0;
  await fc.assert(
    fc.asyncProperty(planFile, layoutChoices, layoutChoices, async (file, form, layout) => {
      const { blocks, plan } = printForm(withoutHardBlanks(file), new Layout(form));
      const reading = await readSource(print(blocks, new Layout(layout)), { municipality: MUNICIPALITY });
      if (reading.messages.some(({ severity }) => severity === "error")) return;
      expect(reading.source?.format).toBe(format);
      expect(reading.plans.map((each) => each.plan)).toEqual([plan]);
      expect(reading.plans.flatMap((each) => findPlaceFaults(reading.text, each, { tags: false }))).toEqual([]);
      expect(reading.source?.places).toHaveLength(reading.coverage.lines);
      read++;
    }),
    { numRuns: count, endOnFailure: true },
  );
  expect(read / count).toBeGreaterThanOrEqual(0.95);
});
