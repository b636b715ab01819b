import type { Layout } from "../document/layout";
import { escapeXml } from "../document/sources/print-docx";
import type { FormBlock, FormCell } from "../document/sources/print-form";

/** A form as a page to be printed: every cell of its tables has lines around. */
export function printPage(blocks: readonly FormBlock[], layout: Layout): string {
  const parts = blocks.map((block) => ("table" in block ? printTable(block.table) : block.lines.map((line) => `<p>${printText(line)}</p>`).join("")));
  const size = layout.pick("10pt", "9pt", "12pt");
  const border = layout.pick("1px solid #000", "0.5pt solid #333", "1px solid #999");
  const font = layout.pick('"Noto Sans CJK JP", sans-serif', '"Noto Serif CJK JP", serif');
  const cut = layout.pick("tr{break-inside:avoid}", "");
  const style = `body{font:${size}/1.4 ${font};margin:0}p{margin:0 0 6pt}table{border-collapse:collapse;width:100%;margin:6pt 0}td{border:${border};padding:3pt;vertical-align:${layout.pick("top", "middle")}}${cut}`;
  return `<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><style>${style}</style><body>${parts.join("")}</body></html>`;
}

function printText(text: string): string {
  return escapeXml(text).replace(/ {2}/g, "&nbsp; ").replaceAll("\n", "<br>");
}

function printTable(rows: readonly (readonly FormCell[])[]): string {
  const lines = rows.map((row) => {
    const cells = row.map(({ text, columns = 1, rows: height = 1 }) => `<td colspan="${columns}" rowspan="${height}">${printText(text)}</td>`);
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<table>${lines.join("")}</table>`;
}
