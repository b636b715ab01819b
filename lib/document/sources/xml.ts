import { Parser } from "htmlparser2";
import { LIMITS } from "@/lib/domain/limits";
import { refuseSource } from "./source-rows";

/** An element; names of elements and attributes are without their prefixes. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
}

/**
 * A part of an office file as a tree. No declaration is followed: of entities there are XML's own five and numbers.
 * Refuses what ends early, as a damaged file does, and what is nested as no office writes it.
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  return parseMarkup(decodeXml(bytes), true);
}

/** A web page as a tree, as browsers mend it. */
export function parseHtml(text: string): XmlElement {
  return parseMarkup(text, false);
}

function parseMarkup(text: string, xmlMode: boolean): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  let count = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length > LIMITS.xmlDepth || ++count > LIMITS.tokens) refuseSource("too-complex");
        const element: XmlElement = { name: xmlMode ? localName(name) : name, attributes: {}, children: [] };
        for (const [key, value] of Object.entries(attributes)) element.attributes[xmlMode ? localName(key) : key] = value;
        open.at(-1)!.children.push(element);
        open.push(element);
      },
      ontext(text) {
        open.at(-1)!.children.push(text);
      },
      onclosetag() {
        open.pop();
      },
    },
    { xmlMode, decodeEntities: true },
  );
  parser.write(text);
  const isWhole = open.length === 1;
  parser.end();
  if (xmlMode && !isWhole) refuseSource("broken-file");
  return root;
}

function decodeXml(bytes: Uint8Array): string {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(isWide ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8").decode(bytes);
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

export function isElement(node: XmlElement | string): node is XmlElement {
  return typeof node !== "string";
}

/** The elements directly within one, of a name or of any. */
export function childrenOf(element: XmlElement | null | undefined, name?: string): XmlElement[] {
  return (element?.children ?? []).filter((child): child is XmlElement => isElement(child) && (name === undefined || child.name === name));
}

/** The first element on a path of names. */
export function findChild(element: XmlElement | null | undefined, ...path: string[]): XmlElement | null {
  let found: XmlElement | null = element ?? null;
  for (const name of path) found = childrenOf(found, name)[0] ?? null;
  return found;
}

/** All elements of a name within one, outermost first, none within another of them. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).flatMap((child) => (child.name === name ? [child] : findAll(child, name)));
}

/** The characters within an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (isElement(child) ? textOf(child) : child)).join("");
}

/** Whether an element is there and not said to be off, as `<w:vanish/>`. */
export function isOn(element: XmlElement | null): boolean {
  return element !== null && !["0", "false", "off"].includes(element.attributes.val ?? "");
}
