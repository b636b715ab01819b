import { DomUtils } from "htmlparser2";
import { type Element, isElement, type Link, type Node, type Tree } from "./markup";

/** Attributes whose text may quote whole addresses of the site. */
const QUOTING = ["content", "href", "value"] as const;

/**
 * Rewrites whole addresses of the site that a page quotes: what can be copied, citations, and pictures for other sites. One
 * that names its dataset goes on naming it, so that it holds where the site itself answers again.
 */
export function rewriteQuotes(tree: Tree, origin: string, link: Link): void {
  dropLostCharts(tree, origin, link);
  const rewrite = (text: string) => rewriteQuoted(text, origin, link);
  for (const node of DomUtils.filter((each) => each.type === "text" || isElement(each), tree) as Node[]) {
    if (node.type === "text") (node as Node & { data: string }).data = rewrite((node as Node & { data: string }).data);
    else
      for (const name of QUOTING) {
        const { attribs } = node as Element;
        if (attribs[name] !== undefined) attribs[name] = rewrite(attribs[name]);
      }
  }
}

/** The same of a text that is no page: a list of addresses, a feed, a catalogue. */
export function rewriteQuoted(text: string, origin: string, link: Link): string {
  if (!text.includes(origin)) return text;
  return text.replace(matchAddresses(origin), (whole, found: string | undefined) => {
    if (found === undefined) return whole;
    const escaped = found.includes("&#38;");
    const href = readQuoted(found);
    const baked = link(href);
    if (baked === null) return whole;
    const dataset = /[?&](dataset=[0-9a-f]{64})(?=&|#|$)/.exec(href)?.[1];
    const quoted = origin + (dataset ? baked.replace(/(?=#|$)/, `?${dataset}`) : baked);
    return escaped ? quoted.replaceAll("&", "&#38;") : quoted;
  });
}

/** Pictures for other sites, and texts to copy, that quote a chart which is not baked. */
function dropLostCharts(tree: Tree, origin: string, link: Link): void {
  const isLost = (text: string) => listQuoted(text, origin).some((href) => href.startsWith("/embed/") && link(href) === null);
  for (const meta of DomUtils.findAll(({ name, attribs }) => name === "meta" && isLost(attribs.content ?? ""), tree.children)) {
    // A view's preview is its chart's own: one for each view would be without end.
    const plain = meta.attribs.content!.replace(/\?.*?(size=\w+).*$/, "?$1");
    if (isLost(plain)) DomUtils.removeElement(meta);
    else meta.attribs.content = plain;
  }
  for (const entry of DomUtils.findAll(
    ({ name, children }) => name === "div" && children.some((child) => isElement(child) && child.name === "dt"),
    tree.children,
  )) {
    const text = DomUtils.findOne(({ name }) => name === "textarea", entry.children);
    if (text && isLost(DomUtils.textContent(text))) DomUtils.removeElement(entry);
  }
}

/** Addresses under the origin that a text quotes, without it. */
function listQuoted(text: string, origin: string): string[] {
  return text.includes(origin) ? [...text.matchAll(matchAddresses(origin))].flatMap(([, found]) => found ?? []).map(readQuoted) : [];
}

function matchAddresses(origin: string): RegExp {
  return new RegExp(`${origin.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(/[\\w\\-.~:/?#@!$&*+,;=%]*[\\w\\-/=%])?`, "g");
}

function readQuoted(found: string): string {
  return found.replaceAll("&#38;", "&");
}
