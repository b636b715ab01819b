import { HtmlReader } from "./html-reader";
import { decodeAny } from "./jis";
import { noteSource, refuseSource, type Source } from "./source-rows";
import { childrenOf, findAll, isElement, parseHtml, type XmlElement } from "./xml";

/** How a file begins that is a web page, and no text with tags left in it. */
const BEGINNING = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta)\b/i;

/** Web pages, saved from a browser or written by Word: what stands around the form is left out. */
export const html: Source = {
  format: "html",
  recognises: (bytes) => BEGINNING.test(readHead(bytes)),
  toCells(bytes) {
    const text = decodeHtml(bytes);
    if (text === null) refuseSource("unknown-encoding");
    const page = parseHtml(text);
    const content = findContent(page);
    const reader = new HtmlReader();
    reader.readBlocks(content, "");
    const left = countText(page) - countText(content);
    return { rows: reader.rows, notes: left > 0 ? [noteSource(null, "page-around", left)] : [] };
  },
};

/** The signs of the beginning, of which a page's first tags are, in whatever encoding. */
function readHead(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 2048)).replace(/\0|^(?:ï»¿|ÿþ|þÿ)/g, "");
}

/** By its mark, by what the page says of itself, else by what it looks like. */
function decodeHtml(bytes: Uint8Array): string | null {
  const head = readHead(bytes);
  const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? /^<\?xml[^>]+encoding=["']([\w-]+)/i.exec(head)?.[1];
  const isWide = bytes.subarray(0, 2048).includes(0);
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb;
  if (!named || isWide || isMarked) return decodeAny(bytes);
  try {
    return new TextDecoder(named, { fatal: true }).decode(bytes);
  } catch {
    // It is not what it says.
    return decodeAny(bytes);
  }
}

/** The innermost part that holds all tables and a heading of the page: a form has both, and menus stand beside it. */
function findContent(page: XmlElement): XmlElement {
  const tables = findAll(page, "table").length;
  let content = page;
  while (tables > 0) {
    const inner = childrenOf(content).find((child) => findAll(child, "table").length === tables);
    if (!inner || inner.name === "table" || !holdsHeading(inner)) return content;
    content = inner;
  }
  return content;
}

function holdsHeading(element: XmlElement): boolean {
  return findAll(element, "h1").length > 0 || (/^(?:main|article)$/.test(element.name) && findAll(element, "h2").length > 0);
}

function countText(element: XmlElement): number {
  if (["script", "style", "head", "noscript", "template"].includes(element.name)) return 0;
  return element.children.reduce((sum, child) => sum + (isElement(child) ? countText(child) : child.replace(/\s/g, "").length), 0);
}
