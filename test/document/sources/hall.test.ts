import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDocument } from "@/lib/document/read";
import { readSource } from "@/lib/document/read-source";

const OPTIONS = { municipality: "柏原市" };
const read = (file: string) => readFileSync(new URL(file, import.meta.url));

/** The two real documents in the forms in which a city hall has them in hand. */
const FORMS: [name: string, format: string, place: RegExp][] = [
  ["form-YEAR.docx", "docx", /^(?:段落\d+|表\d+ \d+行)$/],
  ["form-YEAR.xlsx", "xlsx", /^Sheet1![A-Z]+\d+$/],
  ["form-YEAR.html", "html", /^(?:段落\d+|表\d+ \d+行)$/],
  // The same page printed by Chromium, with its lines.
  ["printed-YEAR.pdf", "pdf", /^\d+ページ$/],
  ["excel-YEAR.csv", "csv", /^\d+行$/],
];

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
  });
});

it("a PDF without ruled lines is refused in words", async () => {
  const reading = await readSource(read("fixtures/form-2021.pdf"), OPTIONS);
  expect(reading.messages.map(({ rule, reason }) => [rule, reason])).toEqual([
    ["no-rules", "PDF に表の罫線がなく、欄の区切りが分かりません。もとの Word や Excel のファイルを取り込んでください。"],
  ]);
  expect(reading.plans).toEqual([]);
});
