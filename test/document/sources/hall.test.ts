import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDocument } from "@/lib/document/read";
import { readSource } from "@/lib/document/read-source";
import { judgeReading } from "@/lib/document/verdict";
import type { Reading } from "@/lib/domain/reading";

const OPTIONS = { municipality: "柏原市" };
const read = (file: string) => readFileSync(new URL(file, import.meta.url));

/** The two real documents in the forms in which a city hall has them in hand. */
const FORMS: [name: string, format: string, place: RegExp][] = [
  ["form-YEAR.docx", "docx", /^(?:段落\d+|表\d+ \d+行)$/],
  ["form-YEAR.xlsx", "xlsx", /^Sheet1![A-Z]+\d+$/],
  // As LibreOffice makes it of the Word file.
  ["form-YEAR.odt", "odt", /^(?:段落\d+|表\d+ \d+行)$/],
  ["form-YEAR.html", "html", /^(?:段落\d+|表\d+ \d+行)$/],
  // The same page printed by Chromium, with its lines.
  ["printed-YEAR.pdf", "pdf", /^\d+ページ$/],
  ["excel-YEAR.csv", "csv", /^\d+行$/],
];

/** As where nothing has been taken in yet. */
function judge(reading: Reading) {
  return judgeReading(
    reading,
    reading.plans.map(() => ({ years: [], goalCounts: [], same: null })),
  );
}

describe.each(["2021", "2025"])("the document of %s", (year) => {
  const plans = readDocument(read(`../../../db/documents/${year}-policy-promotion.txt`), OPTIONS).plans.map(({ plan }) => plan);

  it.each(FORMS)("is read from %s as from its text, each line with its place", async (name, format, place) => {
    const reading = await readSource(read(`fixtures/${name.replace("YEAR", year)}`), OPTIONS);
    expect(reading.plans.map(({ plan }) => plan)).toEqual(plans);
    expect(reading.messages).toEqual([]);
    expect(reading.coverage.notUnderstood).toBe(0);
    expect(reading.source?.format).toBe(format);
    expect(reading.source?.places).toHaveLength(reading.lines.length);
    expect(reading.source?.places.filter((each) => !place.test(each))).toEqual([]);
    expect(judge(reading)).toEqual({ verdict: "stored", reasons: [] });
  });

  it.each(["browser-copy-YEAR.txt", "a-cell-a-line-YEAR.txt"])("is read from %s, a text", async (name) => {
    const reading = await readSource(read(`fixtures/${name.replace("YEAR", year)}`), OPTIONS);
    expect(reading.plans.map(({ plan }) => plan)).toEqual(plans);
    expect(judge(reading)).toEqual({ verdict: "stored", reasons: [] });
  });

  it("is held from a PDF without ruled lines, in words that say what to do", async () => {
    const reading = await readSource(read(`fixtures/form-${year}.pdf`), OPTIONS);
    const { verdict, reasons } = judge(reading);
    expect(verdict).toBe("held");
    expect(reasons.find(({ rule }) => rule === "no-rules")?.reason).toBe(
      "罫線のない欄を、文字の間の空きで分けて読みました。もとの Word や Excel のファイルがあれば、そちらを取り込んでください。",
    );
  });
});
