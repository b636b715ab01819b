import { printListNumber } from "./list-number";
import type { SourceRow } from "./source-rows";
import { joinLines, layOutRows } from "./table-rows";
import { childrenOf, findAll, isElement, textOf, type XmlElement } from "./xml";

/** What a page holds beside what it says, and what is crossed out. */
const LEFT_OUT = new Set(
  "head script style noscript template nav aside footer object iframe svg canvas audio video button input select textarea option datalist rt rp del".split(" "),
);
const ROLES = /^(?:navigation|search|contentinfo|complementary|dialog|alert)$/;
const BLOCKS = new Set(
  "address article blockquote body caption center dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu ol p pre section summary ul".split(
    " ",
  ),
);
const LIST_TYPES: Record<string, string> = { A: "upperLetter", a: "lowerLetter", I: "upperRoman", i: "lowerRoman" };

/** Reads a page's blocks into rows. */
export class HtmlReader {
  readonly rows: SourceRow[] = [];
  private paragraphs = 0;
  private tables = 0;
  private line = "";

  /** The blocks within an element; `within` is the place that they stand in, empty for the page. */
  readBlocks(element: XmlElement, within: string): void {
    this.visit(element, within, false);
    this.endLine(within);
  }

  private visit(element: XmlElement, within: string, preserved: boolean): void {
    for (const child of element.children) {
      if (!isElement(child)) this.line += preserved ? child.replace(/\r\n?/g, "\n") : child.replace(/[ \t\r\n\f]+/g, " ");
      else if (child.name === "br") this.line += "\n";
      else if (child.name === "input") this.line += readCheckBox(child);
      else if (child.name === "select") this.line += readSelected(child);
      else if (isHidden(child)) continue;
      else if (child.name === "table") {
        this.endLine(within);
        this.readTable(child, within);
      } else if (BLOCKS.has(child.name)) {
        this.endLine(within);
        if (child.name === "li") this.line += numberItem(child, element);
        this.visit(child, within, preserved || child.name === "pre");
        this.endLine(within);
      } else this.visit(child, within, preserved);
    }
  }

  private endLine(within: string): void {
    const lines = this.line.split("\n").map((line) =>
      line
        .replace(/[ \t]+/g, " ")
        .trim()
        .replaceAll("\u00a0", " "),
    );
    this.line = "";
    if (lines.every((line) => line === "")) return;
    const place = within || `段落${++this.paragraphs}`;
    for (const line of lines) this.rows.push({ place, cells: line === "" ? [] : [line] });
  }

  private readTable(table: XmlElement, within: string): void {
    const name = within ? `${within} 内の表` : `表${++this.tables}`;
    for (const caption of childrenOf(table, "caption")) this.readBlocks(caption, name);
    const rows = findRows(table).map((row, at) => {
      const place = `${name} ${at + 1}行`;
      const cells = childrenOf(row).filter((cell) => (cell.name === "td" || cell.name === "th") && !isHidden(cell));
      return { place, before: 0, cells: cells.map((cell) => this.readCell(cell, place)) };
    });
    this.rows.push(...layOutRows(rows));
  }

  private readCell(cell: XmlElement, place: string) {
    const own = new HtmlReader();
    own.readBlocks(cell, place);
    const rows = joinLines(own.rows) === "" ? [] : own.rows;
    const framing = findAll(cell, "table").some((table) => findRows(table).length > 1);
    return { rows, columns: readSpan(cell.attributes.colspan), height: readSpan(cell.attributes.rowspan), framing };
  }
}

function findRows(table: XmlElement): XmlElement[] {
  return childrenOf(table).flatMap((child) => {
    if (isHidden(child)) return [];
    return child.name === "tr" ? [child] : /^(?:thead|tbody|tfoot)$/.test(child.name) ? findRows(child) : [];
  });
}

/** What no reader of the page sees, and what Word writes before a bullet's text. */
function isHidden({ name, attributes }: XmlElement): boolean {
  const style = attributes.style ?? "";
  return (
    LEFT_OUT.has(name) ||
    attributes.hidden !== undefined ||
    ROLES.test(attributes.role ?? "") ||
    /(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(style) ||
    /font-family\s*:\s*["']?(?:wingdings|symbol)/i.test(style)
  );
}

function readCheckBox({ attributes: { type, checked } }: XmlElement): string {
  return /^(?:checkbox|radio)$/i.test(type ?? "") ? (checked === undefined ? "☐" : "☑") : "";
}

function readSelected(select: XmlElement): string {
  const chosen = findAll(select, "option").find(({ attributes }) => attributes.selected !== undefined);
  return chosen ? textOf(chosen) : "";
}

/** The number before an item of a numbered list. */
function numberItem(item: XmlElement, list: XmlElement): string {
  if (list.name !== "ol" || /list-style(?:-type)?\s*:\s*none/i.test(list.attributes.style ?? "")) return "";
  const before = childrenOf(list, "li");
  const number = Number(item.attributes.value ?? Number(list.attributes.start ?? 1) + before.indexOf(item));
  return Number.isInteger(number) ? `${printListNumber(number, LIST_TYPES[list.attributes.type ?? ""] ?? "decimal")}. ` : "";
}

function readSpan(value: string | undefined): number {
  const span = Number.parseInt(value ?? "1", 10);
  return span >= 1 ? Math.min(span, 1000) : 1;
}
