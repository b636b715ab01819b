import type { DocxStyles } from "./docx-styles";
import { childrenOf, findChild, isElement, isOn, textOf, type XmlElement } from "./xml";

/** A paragraph's characters, the text boxes that hang on it, and whether its end was deleted, so that the next goes on. */
export interface DocxParagraph {
  text: string;
  boxes: XmlElement[];
  runsOn: boolean;
}

/** What was deleted or moved away while changes were tracked, and what is no text. */
const LEFT_OUT = new Set(["del", "moveFrom", "pPr", "rPr", "instrText", "delText", "delInstrText", "rt", "annotationRef", "sdtPr", "sdtEndPr", "tblPr"]);
/** Wingdings' check marks and boxes, by the last byte of their character. */
const SYMBOLS: Record<string, string> = {
  FE: "☑",
  FD: "☒",
  FC: "✓",
  A8: "☐",
  "6F": "☐",
  "71": "☐",
  "9F": "・",
  "6C": "●",
  "6E": "■",
  "75": "◆",
  A7: "■",
  D8: "・",
};

/** A paragraph as it is printed with all tracked changes accepted: without what is hidden, with its number, check boxes as ☑ and ☐. */
export function readDocxParagraph(paragraph: XmlElement, styles: DocxStyles): DocxParagraph {
  const properties = findChild(paragraph, "pPr");
  const boxes: XmlElement[] = [];
  let text = "";
  const visit = (element: XmlElement): void => {
    if (LEFT_OUT.has(element.name)) return;
    switch (element.name) {
      case "r":
        if (styles.isHidden(findChild(element, "rPr"), properties)) return;
        break;
      case "t":
        text += textOf(element);
        return;
      case "tab":
      case "ptab":
        text += "\t";
        return;
      case "br":
        text += element.attributes.type === "page" || element.attributes.type === "column" ? "" : "\n";
        return;
      case "cr":
        text += "\n";
        return;
      case "noBreakHyphen":
        text += "-";
        return;
      case "sym":
        text += readSymbol(element);
        return;
      case "checkBox":
        text += isOn(findChild(element, "checked") ?? findChild(element, "default")) ? "☑" : "☐";
        return;
      case "txbxContent":
        boxes.push(element);
        return;
      case "AlternateContent": {
        // The same drawn for newer and for older programs.
        const [first] = childrenOf(element);
        if (first) visit(first);
        return;
      }
    }
    for (const child of element.children) if (isElement(child)) visit(child);
  };
  for (const child of childrenOf(paragraph)) visit(child);
  const runsOn = findChild(properties, "rPr", "del") !== null;
  const number = styles.numberParagraph(properties);
  return { text: text.trim() === "" ? number.trim() : number + text, boxes, runsOn };
}

function readSymbol({ attributes: { char = "", font = "" } }: XmlElement): string {
  const code = Number.parseInt(char, 16);
  if (/wingdings/i.test(font)) return SYMBOLS[char.slice(-2).toUpperCase()] ?? "・";
  return Number.isInteger(code) && code >= 0x20 && code < 0xd800 ? String.fromCharCode(code) : "";
}
