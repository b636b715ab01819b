/** WordprocessingML (ECMA-376), as far as the form needs it. Lengths are twentieths of a point; texts hold no signs of XML. */

/** Width between the margins of an A4 page. */
export const PAGE_WIDTH = 9638;

/** Styles of `word-styles.ts`. */
export type Style = "Heading1" | "Heading2" | "FieldName" | "FieldValue" | "Previous" | "Gap" | "Seam" | "Scale" | "Hint";

export interface Cell {
  /** Each a paragraph. */
  texts: string[];
  style: Style;
  width: number;
  columns?: number;
  /** Whether a cell over two rows begins here or goes on. */
  merge?: "begins" | "goes-on";
  centred?: boolean;
  /** Whether it stands in the middle of its row's height, as what has one line does. */
  middle?: boolean;
  /** Whether it is a heading of the whole document, too. */
  outlined?: boolean;
}

export interface Row {
  cells: Cell[];
  /** Headings of the rows below, repeated on each further page. */
  heads?: boolean;
  /** Least height. */
  height?: number;
  /** Whether it stays on one page with the row below. */
  keepsNext?: boolean;
}

export function paragraph(text: string, style: Style, more = ""): string {
  const run = text === "" ? "" : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${run}</w:p>`;
}

/** A table over the whole width; `caption` is what a screen reader says of it. */
export function table(caption: string, widths: readonly number[], rows: readonly Row[]): string {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  return `<w:tbl><w:tblPr><w:tblStyle w:val="FormTable"/><w:tblW w:w="${whole}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="${caption}"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.map(printRow).join("")}</w:tbl>`;
}

/** No row is parted by a page's end unless it is longer than a page. */
function printRow({ cells, heads = false, height, keepsNext = heads }: Row): string {
  const properties = ["<w:cantSplit/>", height === undefined ? "" : `<w:trHeight w:val="${height}" w:hRule="atLeast"/>`, heads ? "<w:tblHeader/>" : ""].join(
    "",
  );
  return `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((cell) => printCell(cell, keepsNext)).join("")}</w:tr>`;
}

function printCell({ texts, style, width, columns = 1, merge, centred = false, middle = false, outlined = false }: Cell, keepsNext: boolean): string {
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : "",
    merge === undefined ? "" : merge === "begins" ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>",
    style === "FieldName"
      ? '<w:shd w:val="clear" w:color="auto" w:fill="E8EDF2"/>'
      : style === "Previous"
        ? '<w:shd w:val="clear" w:color="auto" w:fill="F6F6F6"/>'
        : "",
    style === "FieldName" || centred || middle ? '<w:vAlign w:val="center"/>' : "",
  ].join("");
  const more = (keepsNext ? "<w:keepNext/>" : "") + (centred ? '<w:jc w:val="center"/>' : "") + (outlined ? '<w:outlineLvl w:val="1"/>' : "");
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${texts.map((text) => paragraph(text, style, more)).join("")}</w:tc>`;
}

/** A whole part of the file with the names that its elements need. */
export function printPart(element: string, body: string): string {
  const names =
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${element} ${names}>${body}</w:${element}>`;
}
