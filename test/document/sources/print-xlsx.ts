import { strToU8, zipSync } from "fflate";
import { columnName } from "@/lib/document/sources/xlsx-sheet";
import type { Layout } from "../layout";
import { escapeXml } from "./print-docx";
import type { FormBlock, FormCell } from "./print-form";

/** A form as an Excel file: a column a cell, or several merged ones (方眼紙), with hidden rows and sheets. */
export function printXlsx(blocks: readonly FormBlock[], layout: Layout): Uint8Array {
  const unit = layout.pick(1, 1, 2, 4);
  const left = layout.pick(0, 0, 1);
  const most = Math.max(...blocks.map((block) => ("table" in block ? Math.max(...block.table.map(widthOf)) : 1)));
  const strings: string[] = [];
  const merges: string[] = [];
  const lines: string[] = [];
  let number = layout.pick(1, 1, 3);
  const put = (row: readonly FormCell[], style: number, first = 0) => {
    let column = left + first * unit;
    const cells = row.map(({ text, columns = 1, rows = 1 }) => {
      const at = column;
      column += columns * unit;
      if (columns * unit > 1 || rows > 1) merges.push(`<mergeCell ref="${columnName(at)}${number}:${columnName(column - 1)}${number + rows - 1}"/>`);
      return printCell(text, `${columnName(at)}${number}`, style, strings, layout);
    });
    lines.push(`<row r="${number++}">${cells.join("")}</row>`);
    if (layout.chance(20)) lines.push(`<row r="${number++}" hidden="1"><c r="A${number - 1}" t="inlineStr"><is><t>隠した行</t></is></c></row>`);
  };
  for (const block of blocks) {
    if ("lines" in block) for (const text of block.lines) put([{ text, columns: most }], 0);
    else {
      let above = 0;
      for (const row of block.table) {
        put(row, 1, above);
        above = (row[0]?.rows ?? 1) > 1 ? 1 : 0;
      }
    }
    number += layout.pick(1, 0, 2);
  }
  const sheet = `<worksheet><sheetData>${lines.join("")}</sheetData>${merges.length > 0 ? `<mergeCells>${merges.join("")}</mergeCells>` : ""}</worksheet>`;
  const xml = (text: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  return zipSync({
    "xl/workbook.xml": xml(
      `<workbook><sheets><sheet name="様式 1" sheetId="1" r:id="rId1"/><sheet name="隠" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": xml(
      `<Relationships><Relationship Id="rId1" Target="${layout.pick("worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml")}"/><Relationship Id="rId2" Target="worksheets/sheet2.xml"/></Relationships>`,
    ),
    "xl/styles.xml": xml(
      `<styleSheet><borders><border/><border><left style="thin"/></border></borders><cellXfs><xf numFmtId="0" borderId="0"/><xf numFmtId="0" borderId="1"/></cellXfs></styleSheet>`,
    ),
    "xl/sharedStrings.xml": xml(`<sst>${strings.join("")}</sst>`),
    "xl/worksheets/sheet1.xml": xml(sheet),
    "xl/worksheets/sheet2.xml": xml(`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>隠したシート</t></is></c></row></sheetData></worksheet>`),
  });
}

function widthOf(row: readonly FormCell[]): number {
  return row.reduce((sum, { columns = 1 }) => sum + columns, 0);
}

function printCell(text: string, reference: string, style: number, strings: string[], layout: Layout): string {
  if (text === "") return `<c r="${reference}" s="${style}"/>`;
  if (/^[1-9]\d{0,8}$/.test(text) && layout.chance(2)) return `<c r="${reference}" s="${style}"><v>${text}</v></c>`;
  const written = `<t xml:space="preserve">${escapeXml(text)}</t>`;
  switch (layout.pick("shared", "shared", "rich", "inline")) {
    case "inline":
      return `<c r="${reference}" s="${style}" t="inlineStr"><is>${written}</is></c>`;
    case "rich":
      strings.push(`<si><r><rPr><b/></rPr>${written}</r><rPh sb="0" eb="1"><t>フリガナ</t></rPh><phoneticPr/></si>`);
      break;
    default:
      strings.push(`<si>${written}</si>`);
  }
  return `<c r="${reference}" s="${style}" t="s"><v>${strings.length - 1}</v></c>`;
}
