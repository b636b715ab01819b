import { createHash } from "node:crypto";
import { DomUtils } from "htmlparser2";
import { basePath } from "./address";
import { replaceForm, sayNoSearch } from "./form";
import { type Element, isElement, type Link, type Node, parseMarkup, type Tree } from "./markup";
import { rewriteQuotes } from "./quote";

interface PageOptions {
  /** The page's path at the site. */
  path: string;
  /** Asked for every link of the page. */
  link: Link;
  /** The site's own address, perhaps with a path, as quotations and citations in the page begin. */
  origin: string;
  /** The inline script of an embed that tells its height is kept: it needs no server. */
  keepsScript: boolean;
}

const LINK_ATTRIBUTES = ["href", "src", "srcset", "xlinkHref", "xlink:href"] as const;

/** A page as a file: without scripts, links leading to baked files, forms replaced by words, its policy within. */
export function bakePage(html: string, { path, link, origin, keepsScript }: PageOptions): string {
  const tree = parseMarkup(html);
  const elements = DomUtils.filter(isElement as (node: Node) => boolean, tree) as Element[];
  for (const element of elements) {
    if (isDropped(element, keepsScript)) DomUtils.removeElement(element);
  }
  for (const form of elements) if (form.name === "form") replaceForm(form);
  if (path === "/search") sayNoSearch(tree);
  DomUtils.filter((node) => node.type === "comment", tree).forEach(DomUtils.removeElement);
  rewriteQuotes(tree, origin, link);
  const base = basePath(origin);
  for (const element of DomUtils.filter(isElement as (node: Node) => boolean, tree) as Element[]) rewriteLinks(element, link, base);
  addPolicy(tree);
  return DomUtils.getOuterHTML(tree, { encodeEntities: "utf8" });
}

function isDropped({ name, attribs }: Element, keepsScript: boolean): boolean {
  if (name === "script") return !isData(attribs.type) && !(keepsScript && attribs.src === undefined);
  // Buttons outside forms act by script alone.
  if (name === "button") return attribs.type === "button";
  return name === "link" && (attribs.as === "script" || attribs.rel === "modulepreload" || /oembed/.test(attribs.type ?? ""));
}

/** A block of data, which no browser runs. */
function isData(type: string | undefined): boolean {
  return type === "application/ld+json";
}

function rewriteLinks(element: Element, link: Link, base: string): void {
  for (const name of LINK_ATTRIBUTES) {
    const href = element.attribs[name];
    if (href === undefined || !href.startsWith("/")) continue;
    const baked = link(href);
    if (baked !== null) element.attribs[name] = base + baked;
    else if (isTool(element, href)) DomUtils.removeElement(element);
    else unlink(element, name);
  }
}

/** Whether a link does something and says nothing else: it leads to the page that makes quotable charts, or saves a file. */
function isTool({ attribs }: Element, href: string): boolean {
  return href.startsWith("/embed?") || attribs.download !== undefined;
}

/** What the link said stays, as text or drawing; a picture that is not there goes. */
function unlink(element: Element, attribute: string): void {
  delete element.attribs[attribute];
  if (element.name === "img" || element.name === "source") DomUtils.removeElement(element);
  if (element.name !== "a") return;
  element.name = isInDrawing(element) ? "g" : "span";
  for (const name of ["aria-label", "aria-current", "rel", "target"]) delete element.attribs[name];
}

function isInDrawing(element: Element): boolean {
  for (let node = element.parent; node; node = node.parent) if ("name" in node && node.name === "svg") return true;
  return false;
}

/**
 * The page's own policy, for hosts that send no headers: its styles by their hashes, no script but one it holds.
 * `frame-ancestors` counts in a header alone.
 */
function addPolicy(tree: Tree): void {
  const head = DomUtils.findOne((element) => element.name === "head", tree.children);
  if (!head) return;
  const hashes = (name: string) =>
    DomUtils.findAll((element) => element.name === name && !isData(element.attribs.type), tree.children).map(
      (element) => `'sha256-${createHash("sha256").update(DomUtils.textContent(element)).digest("base64")}'`,
    );
  const sources = (name: string) => [...new Set(hashes(name))].sort().join(" ") || "'none'";
  const policy = [
    "default-src 'none'",
    `script-src ${sources("script")}`,
    `style-src ${sources("style")}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "frame-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");
  const [meta] = parseMarkup(`<meta http-equiv="Content-Security-Policy" content="${policy}">`).children;
  DomUtils.prependChild(head, meta!);
}
