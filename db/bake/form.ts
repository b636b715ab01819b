import { DomUtils } from "htmlparser2";
import { bakeJa } from "@/lib/texts/bake-ja";
import { isElement, parseMarkup, type Element, type Node, type Tree } from "./page";

/** Puts words, and links to what is baked, in the place of a form that asks the server. */
export function replaceForm(form: Element): void {
  const { action = "" } = form.attribs;
  if (action === "/search") return replace(form, `<p class="search-box no-print"><a href="/search">${bakeJa.search}</a></p>`);
  const words = say(action === "/embed" ? bakeJa.noEmbedForm : bakeJa.noForm);
  const { parent } = form;
  const folded = parent && "name" in parent && parent.name === "details" ? (parent as Element) : form;
  // The overview's years are all there, so that little is missing.
  replace(folded, action === "/" ? printYears(form) + words.replace("notice", "soft") : words);
}

/** Says on the page of search that there is none, in the place of how to search. */
export function sayNoSearch(tree: Tree): void {
  const heading = DomUtils.findOne((element) => element.name === "h1", tree.children);
  if (!heading) return;
  for (let next = heading.next; next; next = heading.next) DomUtils.removeElement(next);
  for (const node of parseMarkup(say(bakeJa.noSearch)).children.reverse()) DomUtils.append(heading, node);
}

function say(words: string): string {
  return `<p class="notice small no-print">${words} <a href="/data">${bakeJa.tables}</a></p>`;
}

/** The overview's years, one link each, with what else the form would send. */
function printYears(form: Element): string {
  const inputs = DomUtils.findAll((element) => element.name === "input", form.children);
  const years = inputs.filter(({ attribs }) => attribs.name === "year");
  const kept = inputs.filter(({ attribs }) => attribs.type === "hidden").map(({ attribs }): [string, string] => [attribs.name!, attribs.value ?? ""]);
  if (years.length < 2) return "";
  const chosen = years.filter(({ attribs }) => "checked" in attribs);
  const all = chosen.length === 0 || chosen.length === years.length;
  const item = (label: string, query: [string, string][], current: boolean) => {
    const address = `/?${new URLSearchParams(query)}`.replace(/\?$/, "").replaceAll("&", "&amp;");
    return `<li><a href="${address}"${current ? ' aria-current="true"' : ""}>${label}</a></li>`;
  };
  const items = [
    item(bakeJa.allYears, kept, all),
    ...years.map((year) => item(DomUtils.textContent(year.parent as Element).trim(), [["year", year.attribs.value!], ...kept], !all && chosen.includes(year))),
  ];
  return `<div class="choices"><div role="group" aria-label="${bakeJa.year.replace("：", "")}"><span class="soft">${bakeJa.year}</span><ul>${items.join("")}</ul></div></div>`;
}

function replace(element: Element, markup: string): void {
  const nodes: Node[] = parseMarkup(markup).children.filter(isElement);
  for (const node of nodes) DomUtils.prepend(element, node);
  DomUtils.removeElement(element);
}
