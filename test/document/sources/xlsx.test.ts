import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { extractText } from "@/lib/document/sources/extract";
import { formatExcelNumber } from "@/lib/document/sources/xlsx-format";

/** The rows of an Excel file with such sheets, as text; and what is said of it. */
async function readSheets(sheets: Record<string, string>, states: Record<string, string> = {}, parts: Record<string, string> = {}) {
  const names = Object.keys(sheets);
  const files: Record<string, string> = {
    "xl/workbook.xml": `<workbook><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" state="${states[name] ?? "visible"}" r:id="r${at}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${names.map((_, at) => `<Relationship Id="r${at}" Target="worksheets/sheet${at}.xml"/>`).join("")}</Relationships>`,
    ...Object.fromEntries(Object.values(sheets).map((sheet, at) => [`xl/worksheets/sheet${at}.xml`, `<worksheet>${sheet}</worksheet>`])),
    ...parts,
  };
  return (await extractText(zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])))))!;
}

const text = (reference: string, value: string) => `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (number: number, cells: string, more = "") => `<row r="${number}" ${more}>${cells}</row>`;

it("reads visible sheets one after the other, each beginning apart, without hidden rows and columns, and says what it left out", async () => {
  const {
    text: read,
    places,
    messages,
  } = await readSheets(
    {
      総務部: `<cols><col min="2" max="2" hidden="1"/></cols><sheetData>${row(1, text("A1", "部") + text("B1", "隠") + text("C1", "総務部"))}${row(2, text("A2", "隠"), 'hidden="1"')}${row(5, text("A5", "甲\n乙") + text("C5", "丙"))}</sheetData>`,
      控え: `<sheetData>${row(1, text("A1", "隠"))}</sheetData>`,
      "R7 財務": `<sheetData>${row(3, text("B3", "部"))}</sheetData>`,
    },
    { 控え: "hidden" },
  );
  expect(read).toBe("部\t総務部\n\n甲\v乙\t丙\n\f\n部\n");
  expect(places).toEqual(["総務部!A1", "総務部!A2", "総務部!A5", "'R7 財務'!B3", "'R7 財務'!B3"]);
  expect(messages.map(({ rule, severity }) => [rule, severity])).toEqual([
    ["hidden-sheets", "note"],
    ["hidden-rows", "note"],
  ]);
});

it("tells of formulas that nobody has calculated", async () => {
  const { messages } = await readSheets({ 表: `<sheetData>${row(1, `${text("A1", "甲")}<c r="B1"><f>A1</f></c>`)}</sheetData>` });
  expect(messages.map(({ rule }) => rule)).toEqual(["not-calculated"]);
});

it("tells of formulas that give an error, and of texts in shapes", async () => {
  const drawing = "<xdr:wsDr><xdr:sp><xdr:txBody><a:p><a:r><a:t>吹き出し</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>";
  const { messages } = await readSheets(
    { 表: `<sheetData>${row(1, `${text("A1", "甲")}<c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>`)}</sheetData>` },
    {},
    {
      "xl/worksheets/_rels/sheet0.xml.rels": '<Relationships><Relationship Id="d" Target="../drawings/drawing1.xml"/></Relationships>',
      "xl/drawings/drawing1.xml": drawing,
    },
  );
  expect(messages.map(({ rule, reason }) => [rule, reason.slice(0, 20)])).toEqual([
    ["not-calculated", "シート「表」に、計算されていないか誤りに"],
    ["part-not-read", "シート「表」の図形の文字「吹き出し」は読"],
  ]);
});

it.each<[number, number, string | undefined, string]>([
  [45_988, 0, undefined, "45988"],
  [0.7, 9, undefined, "70%"],
  [0.855, 10, undefined, "85.50%"],
  [1234.5, 3, undefined, "1,235"],
  [45_988, 14, undefined, "2025/11/27"],
  [45_988, 58, undefined, "令和7年11月27日"],
  [43_586, 57, undefined, "R1.5.1"],
  [43_585, 57, undefined, "H31.4.30"],
  [45_988, 176, '[$-411]ggge"年度"', "令和7年度"],
  [45_988, 176, 'yyyy"年"m"月"d"日"\\ aaa', "2025年11月27日 木"],
  [7, 176, '"令和"0"年度"', "令和7年度"],
  [-3, 176, '#,##0;"▲"#,##0', "▲3"],
  [12, 176, '0"件"', "12件"],
  [1.5, 0, undefined, "1.5"],
  [0.1 + 0.2, 0, undefined, "0.3"],
])("shows %d in format %d (%s) as Excel does: %s", (value, id, code, shown) => {
  expect(formatExcelNumber(value, id, code, false)).toBe(shown);
});
