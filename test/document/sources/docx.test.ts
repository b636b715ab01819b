import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { extractText } from "@/lib/document/sources/extract";

/** The rows of a Word file with such a body, as text; and what is said of it. */
async function readBody(body: string, parts: Record<string, string> = {}) {
  const files = { "word/document.xml": `<w:document><w:body>${body}</w:body></w:document>`, ...parts };
  const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
  return (await extractText(bytes))!;
}

const run = (text: string, properties = "") => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const paragraph = (content: string, properties = "") => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const cell = (content: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const table = (...rows: string[][]) => `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join("")}</w:tr>`).join("")}</w:tbl>`;

it("accepts all tracked changes: what was put in stays, what was deleted or moved away is gone", async () => {
  const { text } = await readBody(
    paragraph(
      `${run("A")}<w:ins>${run("B")}</w:ins><w:del><w:r><w:delText>C</w:delText></w:r></w:del><w:moveFrom>${run("D")}</w:moveFrom><w:moveTo>${run("E")}</w:moveTo>`,
    ) +
      paragraph(run("一"), "<w:rPr><w:del/></w:rPr>") +
      paragraph(run("二")),
  );
  expect(text).toBe("ABE\n一二\n");
});

it("leaves out what is hidden by itself or by a style, and readings above signs", async () => {
  const styles = '<w:styles><w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>';
  const { text } = await readBody(
    paragraph(
      run("見") +
        run("隠", "<w:vanish/>") +
        run("隠", '<w:rStyle w:val="b"/>') +
        run("え", '<w:vanish w:val="0"/>') +
        `<w:r><w:ruby><w:rt>${run("よ")}</w:rt><w:rubyBase>${run("読")}</w:rubyBase></w:ruby></w:r>`,
    ) + paragraph(run("隠"), '<w:pStyle w:val="b"/>'),
    { "word/styles.xml": styles },
  );
  expect(text).toBe("見え読\n\n");
});

it("prints the numbers of lists, each counting on, and no bullets", async () => {
  const level = (at: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, "decimalEnclosedCircle", "%1")}${level(1, "decimal", "%1-%2.")}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, "bullet", "l")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
  const item = (text: string, id: number, at = 0) => paragraph(run(text), `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
  const { text } = await readBody(item("防災", 1) + item("訓練", 1, 1) + table([cell(item("広報", 1)), cell(item("点", 2))]), {
    "word/numbering.xml": numbering,
  });
  expect(text).toBe("① 防災\n①-1. 訓練\n② 広報\t点\n");
});

it("reads merged cells as one, small tables within a cell as its lines, and frames as what they frame", async () => {
  const plain = (text: string) => paragraph(run(text));
  const { text, places } = await readBody(
    table(
      [
        cell(plain("1"), '<w:vMerge w:val="restart"/>'),
        cell(plain("目標"), '<w:gridSpan w:val="2"/>'),
        cell(`${table([cell(plain("B")), cell(plain("概ね達成"))])}<w:p/>`),
      ],
      [cell("<w:p/>", "<w:vMerge/>"), cell(plain("甲")), cell(plain("乙") + plain("丙")), cell(plain("丁"))],
    ) + table([cell(`${plain("枠の文") + table([cell(plain("部")), cell(plain("総務部"))], [cell(plain("部長")), cell(plain("甲野"))])}<w:p/>`)]),
  );
  expect(text.trimEnd()).toBe("1\t目標\t\tB 概ね達成\n\t甲\t乙\v丙\t丁\n枠の文\n部\t総務部\n部長\t甲野");
  expect(places.slice(0, 5)).toEqual(["表1 1行", "表1 2行", "表2 1行", "表2 1行 内の表 1行", "表2 1行 内の表 2行"]);
});

it("tells of text boxes, reads check boxes as signs, headers once, and no footers", async () => {
  const box = `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph(run("箱の文"))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph(run("箱の文"))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`;
  const check = (value: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="${value}"/></w:checkBox></w:ffData></w:fldChar></w:r>`;
  const header = `<w:hdr>${paragraph(run("令和7年度 総務部の運営方針"))}</w:hdr>`;
  const { text, messages } = await readBody(paragraph(run("本文") + box) + paragraph(`${check("1")}${run("A")}${check("0")}${run("B")}`), {
    "word/header1.xml": header,
    "word/header2.xml": header,
    "word/footer1.xml": `<w:ftr>${paragraph(run("1 / 2"))}</w:ftr>`,
  });
  expect(text).toBe("令和7年度 総務部の運営方針\n本文\n箱の文\n☑A☐B\n");
  expect(messages.map(({ rule, span }) => [rule, span?.start.line])).toEqual([["text-box", 3]]);
});

it("tells of what another program has drawn or another file holds", async () => {
  const { messages } = await readBody(`${paragraph("<w:r><w:object/></w:r>")}<w:altChunk r:id="a"/>${paragraph(run("本文"))}`);
  expect(messages.map(({ rule, reason }) => [rule, reason.slice(0, 17)])).toEqual([["part-not-read", "埋め込まれた表やファイル（2個）は"]]);
});
