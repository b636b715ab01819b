import { printPart, type Style } from "./word-parts";

/** Fonts that a Windows PC with Word has; others take what stands in their place. */
const MINCHO = '<w:rFonts w:ascii="游明朝" w:hAnsi="游明朝" w:eastAsia="游明朝" w:cs="Times New Roman"/>';
const GOTHIC = '<w:rFonts w:ascii="游ゴシック" w:hAnsi="游ゴシック" w:eastAsia="游ゴシック" w:cs="Times New Roman"/>';

/** What a style adds to the normal paragraph: its English name, its paragraph's and its characters' properties, in the order that the schema wants. */
const STYLES: Record<Style, { name: string; paragraph: string; run: string }> = {
  Heading1: {
    name: "heading 1",
    paragraph: '<w:keepNext/><w:spacing w:before="0" w:after="200"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
    run: `${GOTHIC}<w:b/><w:sz w:val="32"/><w:szCs w:val="32"/>`,
  },
  Heading2: {
    name: "heading 2",
    paragraph: '<w:keepNext/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="1"/>',
    run: `${GOTHIC}<w:b/><w:sz w:val="24"/><w:szCs w:val="24"/>`,
  },
  FieldName: { name: "Field name", paragraph: '<w:spacing w:before="30" w:after="30"/>', run: `${GOTHIC}<w:b/><w:sz w:val="19"/><w:szCs w:val="19"/>` },
  FieldValue: { name: "Field value", paragraph: '<w:spacing w:before="40" w:after="40"/>', run: "" },
  Previous: {
    name: "Previous year",
    paragraph: '<w:spacing w:before="40" w:after="40"/>',
    run: '<w:color w:val="404040"/><w:sz w:val="18"/><w:szCs w:val="18"/>',
  },
  Gap: { name: "Gap", paragraph: '<w:spacing w:before="0" w:after="0" w:line="180" w:lineRule="exact"/>', run: '<w:sz w:val="8"/><w:szCs w:val="8"/>' },
  Seam: { name: "Seam", paragraph: '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>', run: '<w:sz w:val="2"/><w:szCs w:val="2"/>' },
  Scale: { name: "Scale", paragraph: '<w:ind w:left="210"/>', run: '<w:sz w:val="19"/><w:szCs w:val="19"/>' },
  Hint: { name: "Hint", paragraph: '<w:jc w:val="center"/>', run: `${GOTHIC}<w:color w:val="404040"/><w:sz w:val="16"/><w:szCs w:val="16"/>` },
};

/** The part of the file that says how its paragraphs look. */
export function printStyles(): string {
  const styles = Object.entries(STYLES).map(
    ([id, { name, paragraph, run }]) =>
      `<w:style w:type="paragraph"${name.startsWith("heading") ? "" : ' w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${name.startsWith("heading") ? '<w:next w:val="Normal"/>' : ""}<w:qFormat/><w:pPr>${paragraph}</w:pPr>${run && `<w:rPr>${run}</w:rPr>`}</w:style>`,
  );
  const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="595959"/>`;
  return printPart(
    "styles",
    [
      `<w:docDefaults><w:rPrDefault><w:rPr>${MINCHO}<w:kern w:val="2"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/></w:pPr></w:style>',
      '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
      `<w:style w:type="table" w:customStyle="1" w:styleId="FormTable"><w:name w:val="Form table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map(border).join("")}</w:tblBorders></w:tblPr></w:style>`,
      ...styles,
    ].join(""),
  );
}
