import { DomUtils, parseDocument } from "htmlparser2";

/** What `parseDocument` makes of a page. */
export type Tree = ReturnType<typeof parseDocument>;
export type Node = Tree["children"][number];
export type Element = Extract<Node, { attribs: Record<string, string> }>;

/** Where an address of the site leads in the baked copy: a new address, or `null` where it is not baked. */
export type Link = (href: string) => string | null;

/** Stands for `textarea` while it is parsed: the parser would leave its text encoded, and the printer encode it again. */
const TEXT_AREA = "x-textarea";

/** Reads markup without changing the case of SVG's names. */
export function parseMarkup(html: string): Tree {
  const tree = parseDocument(html.replace(/(<\/?)textarea\b/g, `$1${TEXT_AREA}`), { lowerCaseTags: false, lowerCaseAttributeNames: false });
  for (const element of DomUtils.findAll(({ name }) => name === TEXT_AREA, tree.children)) element.name = "textarea";
  return tree;
}

export function isElement(node: Node): node is Element {
  return "attribs" in node;
}
