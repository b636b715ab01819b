import { strToU8, zipSync } from "fflate";
import { PRINTED_HEADINGS } from "@/lib/document/labels";
import { ja } from "@/lib/texts/ja";
import type { FormKind } from "./form-name";
import { printBody } from "./template-body";
import { paragraph, printPart } from "./word-parts";
import { printStyles } from "./word-styles";

/** The time that every part bears, so that the same form is the same bytes: the first that a ZIP file can hold. */
export const TIME = new Date(1980, 0, 1);

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What the foot of the first page tells who fills the form in; feet are not read. */
const HINT = "白い欄に記入します。達成目標や取組を増やすときは、見出しと欄を表ごとコピーして、すぐ下に貼り付けます。";
const HINT_BEFORE = `灰色の「${PRINTED_HEADINGS.ignored}」は{previous.fiscalYear}の記載で、取り込まれません。`;

/** The project's own template of a form, a Word file with tags in braces. */
export function makeTemplate(kind: FormKind): Uint8Array {
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${TYPE}.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="${TYPE}.footer+xml"/><Override PartName="/word/footer2.xml" ContentType="${TYPE}.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    "docProps/core.xml": `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:creator>${ja.site.name}</dc:creator><dc:language>ja-JP</dc:language></cp:coreProperties>`,
    "word/_rels/document.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${["styles", "settings"].map((name, index) => `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${name}" Target="${name}.xml"/>`).join("")}<Relationship Id="rId3" Type="${RELATIONS}/footer" Target="footer1.xml"/><Relationship Id="rId4" Type="${RELATIONS}/footer" Target="footer2.xml"/></Relationships>`,
    "word/styles.xml": printStyles(),
    "word/settings.xml": printPart(
      "settings",
      '<w:zoom w:percent="100"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/>',
    ),
    "word/footer1.xml": printPart("ftr", paragraph(HINT, "Hint") + (kind === "previous" ? paragraph(HINT_BEFORE, "Hint") : "") + printPageNumber()),
    "word/footer2.xml": printPart("ftr", printPageNumber()),
    "word/document.xml": printPart(
      "document",
      `<w:body>${printBody(kind)}<w:sectPr><w:footerReference w:type="first" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr></w:body>`,
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { mtime: TIME });
}

/** 令和8年度 政策推進部　1 / 4, and behind it that an invented city is one. */
function printPageNumber(): string {
  const field = (code: string) => `<w:fldSimple w:instr=" ${code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  return `<w:p><w:pPr><w:pStyle w:val="Hint"/></w:pPr><w:r><w:t xml:space="preserve">{fiscalYear} {department}　</w:t></w:r>${field("PAGE")}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${field("NUMPAGES")}<w:r><w:t xml:space="preserve">　{notice}</w:t></w:r></w:p>`;
}
