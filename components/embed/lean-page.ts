/** A class in a selector, with the escapes that Tailwind's names have there. */
const CLASS = /\.((?:[\w-]|\\.)+)/g;

/** Parts of a drawing that hold nothing. */
const EMPTY = /><\/(?:rect|line|path)>/g;

/** A text of none, which in markup is no text at all. */
const NO_TEXT = /<text(?: [^<>]*)?><\/text>/g;

/** A pattern that marks may be filled with, and its name. */
const PATTERN = /<defs><pattern id="([^"]+)"(?:(?!<\/defs>)[^])*<\/defs>/g;

/** What a mark is called, by which scripts of the site's own pages find it. */
const MARK_NAME = /( data-mark)="[^"]*"/g;

/** A rule without others in it. */
const RULE = /([^{}]+)(\{[^{}]*\})/g;

const STYLE = /<style>([^]*?)<\/style>/;

/**
 * A page of one chart, written whole, without what says nothing in it: rules of its style for classes that it does not
 * have, classes that no rule is for, patterns that fill nothing, names of marks, the usual end of texts, and what is empty. The drawings of all charts share one
 * style, of which each needs a part.
 */
export function leanPage(html: string): string {
  const style = STYLE.exec(html)?.[1];
  if (style === undefined) return html;
  const body = html.replace(STYLE, "");
  const used = new Set([...body.matchAll(/ class="([^"]*)"/g)].flatMap(([, names]) => names!.split(/\s+/)));
  const known = new Set([...style.matchAll(RULE)].flatMap(([, selectors]) => listClasses(selectors!)));
  const lean = body.replace(/ class="([^"]*)"/g, (_, names: string) => {
    const kept = names.split(/\s+/).filter((name) => known.has(name));
    return kept.length > 0 ? ` class="${kept.join(" ")}"` : "";
  });
  const filled = lean.replace(PATTERN, (pattern, id: string) => (lean.includes(`url(#${id})`) ? pattern : ""));
  const plain = filled.replace(NO_TEXT, "").replace(EMPTY, "/>").replace(MARK_NAME, "$1").replaceAll(' text-anchor="start"', "");
  return plain.replace("</head>", () => `<style>${dropRules(style, used)}</style></head>`);
}

/** The style of a page written whole, which its policy names by its hash. */
export function styleOf(html: string): string {
  return STYLE.exec(html)?.[1] ?? "";
}

function dropRules(style: string, used: ReadonlySet<string>): string {
  const rules = style.replace(RULE, (_, selectors: string, rule: string) => {
    const kept = selectors.split(",").filter((selector) => listClasses(selector).every((name) => used.has(name)));
    return kept.length > 0 ? kept.join(",") + rule : "";
  });
  return rules.replace(/@[^{}]+\{\}/g, "");
}

function listClasses(selectors: string): string[] {
  return [...selectors.matchAll(CLASS)].map(([, name]) => name!.replaceAll("\\", ""));
}
