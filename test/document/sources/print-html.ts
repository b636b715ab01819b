import iconv from "iconv-lite";
import type { Layout } from "../layout";
import { escapeXml } from "./print-docx";
import type { FormBlock, FormCell } from "./print-form";

/** A form as a web page, as a city's site or Word writes it, with what stands around. */
export function printHtml(blocks: readonly FormBlock[], layout: Layout): Uint8Array {
  const newline = layout.pick("\n", "\r\n");
  const parts = blocks.map((block, index) => {
    if ("table" in block) return printTable(block.table, layout);
    const [first, ...others] = block.lines;
    const heading = index === 0 ? "h1" : layout.pick("h2", "p", "div");
    return [`<${heading}>${printText(first!, layout)}</${heading}>`, ...others.map((line) => `<p>${printText(line, layout)}</p>`)].join(newline);
  });
  const content = parts.join(newline);
  const nav = "<nav><ul><li><a href='/'>ホーム</a></li><li>市政情報</li></ul></nav>";
  const body = layout.pick(
    content,
    `<div id="head"><p>本文へスキップ</p>${nav}</div><div id="main">${content}</div><div id="foot"><p>お問い合わせ 企画課</p></div>`,
    `${nav}<main>${content}<script>var a = "<p>本文</p>";</script></main><footer>© 架空市</footer>`,
    `<div><table><tr><td><table><tr><td>メニュー</td></tr></table></td></tr></table></div><div style="display:none">隠した文</div>${content}`,
  );
  const encoding = layout.pick("utf-8", "utf-8", "utf-8-bom", "utf-16le");
  const charset = layout.pick(`<meta charset="${encoding === "utf-16le" ? "utf-16" : "utf-8"}">`, "");
  const page = `<!DOCTYPE html>${newline}<html lang="ja"><head>${charset}<title>運営方針 | 架空市</title><style>td{color:red}</style></head><body>${body}</body></html>`;
  return encoding === "utf-8"
    ? Buffer.from(page)
    : encoding === "utf-8-bom"
      ? Buffer.from(`\ufeff${page}`)
      : iconv.encode(page, encoding, { addBOM: layout.chance(2) });
}

function printText(text: string, layout: Layout): string {
  // Blanks beside each other are one on a page.
  const escaped = escapeXml(text).replace(/ {2}/g, "&nbsp; ").replaceAll("\n", layout.pick("<br>", "<br />\n"));
  return layout
    .pick("|", "|", "<span>|</span>", "<b>|</b>", "<ins>|</ins>", "|<del>消した文</del>", "<!-- 注 -->|", "<o:p>|</o:p>")
    .replace("|", () => escaped);
}

function printTable(rows: readonly (readonly FormCell[])[], layout: Layout): string {
  const lines = rows.map((row) => {
    const cells = row.map(({ text, columns = 1, rows: height = 1 }) => {
      const span = `${columns > 1 ? ` colspan="${columns}"` : ""}${height > 1 ? ` rowspan=${height}` : ""}`;
      const content = layout.chance(3)
        ? text
            .split("\n")
            .map((line) => `<p class=MsoNormal>${printText(line, layout)}</p>`)
            .join("\n")
        : printText(text, layout);
      return `<td${span}>${content}${layout.pick("</td>", "</td>\n")}`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<table border=1>${layout.pick("", "<tbody>")}${lines.join(layout.pick("", "\n"))}</table>`;
}
