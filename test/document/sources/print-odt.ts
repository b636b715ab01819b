import { strToU8, zipSync } from "fflate";
import type { Layout } from "../layout";
import { escapeXml } from "./print-docx";
import type { FormBlock, FormCell } from "./print-form";

/** A form as an OpenDocument text. */
export function printOdt(blocks: readonly FormBlock[], layout: Layout): Uint8Array {
  const parts = blocks.map((block) => ("lines" in block ? block.lines.map((line) => printParagraph(line, layout)).join("") : printTable(block.table, layout)));
  const content = `<office:document-content><office:body><office:text><text:tracked-changes><text:p>消した文</text:p></text:tracked-changes>${parts.join("<text:p/>")}</office:text></office:body></office:document-content>`;
  return zipSync({ mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }], "content.xml": strToU8(`<?xml version="1.0"?>${content}`) });
}

function printParagraph(text: string, layout: Layout): string {
  const written = escapeXml(text)
    .replace(/ {2,}/g, (blanks) => ` <text:s text:c="${blanks.length - 1}"/>`)
    .replaceAll("\n", "<text:line-break/>");
  return `<text:p>${layout.pick("|", "<text:span>|</text:span>", "|<office:annotation><text:p>注</text:p></office:annotation>").replace("|", () => written)}</text:p>`;
}

function printTable(rows: readonly (readonly FormCell[])[], layout: Layout): string {
  let above = 0;
  const lines = rows.map((row) => {
    const covered = above ? "<table:covered-table-cell/>" : "";
    above = (row[0]?.rows ?? 1) > 1 ? 1 : 0;
    const cells = row.map(({ text, columns = 1, rows: height = 1 }) => {
      const paragraphs = layout.chance(2)
        ? text
            .split("\n")
            .map((line) => printParagraph(line, layout))
            .join("")
        : printParagraph(text, layout);
      return `<table:table-cell table:number-columns-spanned="${columns}" table:number-rows-spanned="${height}">${paragraphs}</table:table-cell>${"<table:covered-table-cell/>".repeat(columns - 1)}`;
    });
    return `<table:table-row>${covered}${cells.join("")}</table:table-row>`;
  });
  return `<table:table><table:table-column/>${lines.join("")}</table:table>`;
}
