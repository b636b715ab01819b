import { formatExcelNumber } from "./xlsx-format";
import { childrenOf, findChild, isOn, textOf, type XmlElement } from "./xml";

/** The texts that a workbook's cells share. */
export function readSharedStrings(part: XmlElement | null): string[] {
  return childrenOf(findChild(part, "sst"), "si").map(readRichText);
}

/** A text of one or several runs, without the readings above its characters. */
export function readRichText(element: XmlElement): string {
  const texts = childrenOf(element).flatMap((child) => (child.name === "t" ? [child] : child.name === "r" ? childrenOf(child, "t") : []));
  return texts
    .map(textOf)
    .join("")
    .replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, "\n");
}

/** How a workbook's cells show numbers, and which have lines around. */
export class XlsxStyles {
  private readonly formats = new Map<number, string>();
  private readonly cells: { format: number; bordered: boolean }[];

  constructor(
    part: XmlElement | null,
    private readonly date1904: boolean,
  ) {
    const root = findChild(part, "styleSheet");
    for (const { attributes } of childrenOf(findChild(root, "numFmts"), "numFmt")) this.formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
    const borders = childrenOf(findChild(root, "borders"), "border").map((border) =>
      childrenOf(border).some(({ name, attributes }) => name !== "diagonal" && (attributes.style ?? "none") !== "none"),
    );
    this.cells = childrenOf(findChild(root, "cellXfs"), "xf").map(({ attributes }) => ({
      format: Number(attributes.numFmtId ?? 0),
      bordered: borders[Number(attributes.borderId ?? 0)] ?? false,
    }));
  }

  format(value: number, style: number): string {
    const id = this.cells[style]?.format ?? 0;
    return formatExcelNumber(value, id, this.formats.get(id), this.date1904);
  }

  isBordered(style: number): boolean {
    return this.cells[style]?.bordered ?? false;
  }
}

/** Whether a workbook counts days from 1904, as Excel for the Mac did. */
export function isDate1904(workbook: XmlElement): boolean {
  const properties = findChild(workbook, "workbookPr");
  return isOn(properties && { ...properties, attributes: { val: properties.attributes.date1904 ?? "0" } });
}
