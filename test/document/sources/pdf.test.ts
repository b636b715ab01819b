import { deflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { extractText } from "@/lib/document/sources/extract";
import { LIMITS } from "@/lib/domain/limits";
import { makePdf, put, rule } from "./make-pdf";

const read = async (bytes: Uint8Array) => {
  const { text, places, messages, refusal } = (await extractText(bytes))!;
  return { text, places, rules: messages.map(({ rule }) => rule), refusal };
};

/** A table of two columns and two rows, with text in each cell. */
const TABLE = rule([50, 200, 400], [760, 730, 700]) + put(55, 740, "target") + put(205, 740, "achievement") + put(55, 710, "more") + put(205, 710, "done");

it("what stands between ruled lines is a cell", async () => {
  expect(await read(makePdf([TABLE + put(50, 650, "a line below")]))).toEqual({
    text: "target\tachievement\nmore\tdone\na line below\n",
    places: ["1ページ", "1ページ", "1ページ"],
    rules: [],
    refusal: null,
  });
});

it.each([
  ["no line at all", put(50, 700, "a text of nothing but lines"), "a text of nothing but lines\n"],
  ["columns outside of a table", TABLE + put(55, 650, "target") + put(205, 650, "achievement"), "target\tachievement\nmore\tdone\ntarget\tachievement\n"],
  ["no lines between columns", rule([50, 400], [760, 730, 700]) + put(55, 740, "target") + put(205, 740, "done"), "target done\n\n"],
])("with %s it is read by the room between texts, and said to be doubtful", async (_, content, text) => {
  expect(await read(makePdf([content]))).toMatchObject({ text, rules: ["no-rules"], refusal: null });
});

it("letters that are spread over a cell are one heading", async () => {
  const content = rule([50, 200, 400], [760, 730]) + put(60, 740, "a") + put(100, 740, "b") + put(205, 740, "achievement");
  expect(await read(makePdf([content]))).toMatchObject({ text: "a b\tachievement\n", rules: [] });
});

it("says of text that lies on its side that it was not read, and leaves out what is invisible", async () => {
  const sideways = "BT /F1 10 Tf 0 1 -1 0 500 300 Tm (aside) Tj ET\n";
  const invisible = "BT 3 Tr /F1 10 Tf 1 0 0 1 50 600 Tm (recognised) Tj 0 Tr ET\n";
  expect(await read(makePdf([TABLE + sideways + invisible]))).toMatchObject({ text: "target\tachievement\nmore\tdone\n", rules: ["part-not-read"] });
});

it("says of notes that lie over a page that they were not read; a link adds nothing", async () => {
  const note = (text: string) => `<</Type/Annot/Subtype/FreeText/Rect[50 500 200 520]/DA(/F1 10 Tf)/Contents(${text})>>`;
  const link = "<</Type/Annot/Subtype/Link/Rect[50 500 200 520]/A<</S/URI/URI(http://127.0.0.1/)>>>>";
  const script = "<</Type/Annot/Subtype/Link/Rect[50 500 200 520]/A<</S/JavaScript/JS(app.alert\\(1\\))>>>>";
  const annotations = { page: "/Annots[6 0 R 7 0 R 8 0 R]" };
  expect((await read(makePdf([TABLE], { ...annotations, objects: [note("B"), link, script] }))).rules).toEqual(["part-not-read"]);
  expect((await read(makePdf([TABLE], { ...annotations, objects: [note(""), link, script] }))).rules).toEqual([]);
});

it("is refused with too many pages, unread", async () => {
  const { refusal } = await read(makePdf(Array.from({ length: LIMITS.pages + 1 }, () => TABLE)));
  expect(refusal).toEqual({ rule: "too-many-pages", args: [LIMITS.pages + 1, LIMITS.pages] });
});

/** Forms within forms, ten of each in the one around it. */
function nestForms(levels: number): Uint8Array {
  const objects = Array.from({ length: levels }, (_, at) => {
    const content = at === levels - 1 ? put(50, 600, "deep") : "/X Do ".repeat(10);
    const resources = `<</Font<</F1 3 0 R>>/XObject<</X ${7 + at} 0 R>>>>`;
    return `<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources${resources}/Length ${content.length}>>stream\n${content}\nendstream`;
  });
  return makePdf([`/X Do ${TABLE}`], { page: "/Resources<</Font<</F1 3 0 R>>/XObject<</X 6 0 R>>>>", objects });
}

it("is refused where its drawing has no end, and the next is read", { timeout: 60_000 }, async () => {
  expect((await read(nestForms(12))).refusal).toEqual({ rule: "too-complex", args: [] });
  expect((await read(makePdf([TABLE]))).refusal).toBe(null);
});

it("is refused where a packed stream unpacks to more than there may be, one within another too", async () => {
  const zeros = deflateSync(Buffer.alloc(100 * 1024 * 1024));
  for (const packed of [zeros, deflateSync(zeros)]) {
    const pdf = Buffer.concat([Buffer.from("%PDF-1.7\n1 0 obj<<>>stream\n"), packed, Buffer.from("\nendstream\n")]);
    const start = process.cpuUsage();
    expect((await read(pdf)).refusal?.rule).toBe("unpacks-too-large");
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(2);
  }
});

it("is refused with more ruled lines than a page has room for", async () => {
  const lines = Array.from({ length: 2 * LIMITS.rules }, (_, at) => `${at % 590} ${(at * 7) % 790} m ${(at % 590) + 5} ${(at * 7) % 790} l S\n`);
  expect((await read(makePdf([TABLE + lines.join("")]))).refusal?.rule).toBe("too-complex");
});

it("is refused as a scan where a picture is all that is on it", async () => {
  const picture = "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n";
  expect((await read(makePdf([picture]))).refusal).toEqual({ rule: "scanned-pdf", args: [] });
  expect((await read(makePdf([""]))).refusal).toEqual({ rule: "no-text", args: [] });
});
