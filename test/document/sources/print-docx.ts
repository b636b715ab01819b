import { strToU8, zipSync } from "fflate";
import type { Layout } from "../layout";
import type { FormBlock, FormCell } from "./print-form";

/** A form as a Word file: paragraphs and tables, with what an office leaves in them. */
export function printDocx(blocks: readonly FormBlock[], layout: Layout): Uint8Array {
  const parts = blocks.map((block) => ("lines" in block ? block.lines.map((line) => printParagraph(line, layout)).join("") : printTable(block.table, layout)));
  const gap = layout.pick("<w:p/>", "<w:p/><w:p><w:r><w:br w:type='page'/></w:r></w:p>");
  const body = layout.chance(6) ? `<w:tbl><w:tr><w:tc>${parts.join(gap)}<w:p/></w:tc></w:tr></w:tbl>` : parts.join(gap);
  const wrapped = layout.chance(4) ? `<w:sdt><w:sdtPr/><w:sdtContent>${body}</w:sdtContent></w:sdt>` : body;
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "word/document.xml": strToU8(`<?xml version="1.0"?><w:document><w:body>${wrapped}<w:sectPr/></w:body></w:document>`),
    "word/styles.xml": strToU8('<w:styles><w:style w:styleId="Hidden"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'),
    "word/footer1.xml": strToU8("<w:ftr><w:p><w:r><w:t>- 1 -</w:t></w:r></w:p></w:ftr>"),
  });
}

function printParagraph(text: string, layout: Layout): string {
  const properties = layout.pick("", '<w:pPr><w:pStyle w:val="a"/><w:jc w:val="left"/></w:pPr>', "<w:pPr><w:rPr><w:ins/></w:rPr></w:pPr>");
  return `<w:p>${properties}${text
    .split("\n")
    .map((line) => printRuns(line, layout))
    .join("<w:r><w:br/></w:r>")}</w:p>`;
}

function printRuns(text: string, layout: Layout): string {
  if (text === "") return "";
  const run = (part: string) => `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${escapeXml(part)}</w:t></w:r>`;
  const characters = [...text];
  const cut = layout.pick(0, 1, 3, 7) % characters.length;
  const [first, second] = [characters.slice(0, cut).join(""), characters.slice(cut).join("")];
  switch (layout.pick("plain", "plain", "cut", "inserted", "deleted", "hidden", "ruby", "bookmark")) {
    case "cut":
      return (first && run(first)) + run(second);
    case "inserted":
      return `${first && run(first)}<w:ins w:author="甲">${run(second)}</w:ins>`;
    case "deleted":
      return `${first && run(first)}<w:del w:author="甲"><w:r><w:delText>旧い文</w:delText></w:r></w:del>${run(second)}`;
    case "hidden":
      return `${first && run(first)}<w:r><w:rPr>${layout.pick("<w:vanish/>", '<w:rStyle w:val="Hidden"/>')}</w:rPr><w:t>隠し文字</w:t></w:r>${run(second)}`;
    case "ruby":
      return `<w:r><w:ruby><w:rt><w:r><w:t>ふりがな</w:t></w:r></w:rt><w:rubyBase>${run(text)}</w:rubyBase></w:ruby></w:r>`;
    case "bookmark":
      return `<w:bookmarkStart w:id="0"/><w:hyperlink r:id="rId9">${run(text)}</w:hyperlink><w:bookmarkEnd w:id="0"/><w:proofErr w:type="spellStart"/>`;
    default:
      return run(text);
  }
}

function printTable(rows: readonly (readonly FormCell[])[], layout: Layout): string {
  let below: FormCell | null = null;
  const lines = rows.map((row) => {
    const goesOn: string = below ? printCell({ ...below, text: "" }, "<w:vMerge/>", layout) : "";
    below = null;
    const cells = row.map((cell, index) => {
      if (index === 0 && (cell.rows ?? 1) > 1) below = cell;
      return printCell(cell, (cell.rows ?? 1) > 1 ? '<w:vMerge w:val="restart"/>' : "", layout);
    });
    const deleted = layout.chance(8)
      ? "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:del><w:r><w:delText>消した行</w:delText></w:r></w:del></w:p></w:tc></w:tr>"
      : "";
    return `${deleted}<w:tr><w:trPr><w:cantSplit/></w:trPr>${goesOn}${cells.join("")}</w:tr>`;
  });
  return `<w:tbl><w:tblPr/><w:tblGrid/>${lines.join("")}</w:tbl>`;
}

function printCell({ text, columns = 1 }: FormCell, merge: string, layout: Layout): string {
  const paragraphs = layout.chance(2) ? text.split("\n").map((line) => printParagraph(line, layout)) : [printParagraph(text, layout)];
  return `<w:tc><w:tcPr>${columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : ""}${merge}</w:tcPr>${paragraphs.join("")}</w:tc>`;
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]!);
}
