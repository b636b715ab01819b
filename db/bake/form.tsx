import { DomUtils } from "htmlparser2";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { NoForm, SearchNote, YearChoice } from "@/components/baked";
import { bakeJa } from "@/lib/texts/bake-ja";
import { type Element, type Node, parseMarkup, type Tree } from "./markup";

/** Puts words, and links to what is baked, in the place of a form that asks the server. */
export function replaceForm(form: Element): void {
  const { action = "" } = form.attribs;
  if (action === "/search" && form.attribs.role === "search") return replace(form, <SearchNote />);
  const { parent } = form;
  const folded = parent && "name" in parent && parent.name === "details" ? (parent as Element) : form;
  const years = action === "/" ? listYears(form) : [];
  replace(folded, years.length > 0 ? <YearChoice options={years} /> : <NoForm words={action === "/embed" ? bakeJa.noEmbedForm : bakeJa.noForm} />);
}

/** Says on the page of search that there is none, in the place of how to search. */
export function sayNoSearch(tree: Tree): void {
  const heading = DomUtils.findOne((element) => element.name === "h1", tree.children);
  if (!heading) return;
  for (let next = heading.next; next; next = heading.next) DomUtils.removeElement(next);
  for (const node of parse(<NoForm words={bakeJa.noSearch} />).reverse()) DomUtils.append(heading, node);
}

/** The overview's years, one link each, with what else the form would send. */
function listYears(form: Element): { label: string; href: string; current: boolean }[] {
  const inputs = DomUtils.findAll((element) => element.name === "input", form.children);
  const years = inputs.filter(({ attribs }) => attribs.name === "year");
  const kept = inputs.filter(({ attribs }) => attribs.type === "hidden").map(({ attribs }): [string, string] => [attribs.name!, attribs.value ?? ""]);
  if (years.length < 2) return [];
  const chosen = years.filter(({ attribs }) => "checked" in attribs);
  const all = chosen.length === 0 || chosen.length === years.length;
  const item = (label: string, query: [string, string][], current: boolean) => ({ label, href: `/?${new URLSearchParams(query)}`.replace(/\?$/, ""), current });
  return [
    item(bakeJa.allYears, kept, all),
    ...years.map((year) => item(DomUtils.textContent(year.parent as Element).trim(), [["year", year.attribs.value!], ...kept], !all && chosen.includes(year))),
  ];
}

function replace(element: Element, tree: ReactElement): void {
  for (const node of parse(tree)) DomUtils.prepend(element, node);
  DomUtils.removeElement(element);
}

/** A component's markup as nodes of a page, so that the copy looks as the site does. */
function parse(tree: ReactElement): Node[] {
  return [...parseMarkup(renderToStaticMarkup(tree)).children];
}
