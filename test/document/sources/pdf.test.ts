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

it("is refused as a scan where a picture is all that is on it", async () => {
  const picture = "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n";
  expect((await read(makePdf([picture]))).refusal).toEqual({ rule: "scanned-pdf", args: [] });
  expect((await read(makePdf([""]))).refusal).toEqual({ rule: "no-text", args: [] });
});
