import { DomUtils, parseDocument } from "htmlparser2";
import { DRAWING_RULES, darkStyle, paint, type Theme } from "@/lib/charts/drawing-style";
import { DARK, LIGHT } from "@/lib/charts/palette";

type Element = Extract<ReturnType<typeof parseDocument>["children"][number], { attribs: Record<string, string> }>;

/**
 * Writes a picture's style sheet into its elements as attributes, because many programs that open an SVG know no style
 * sheets, or not those whose selectors name an ancestor. What is left of the sheet is what follows the reader's
 * system, where the theme does.
 */
export function writeAttributes(svg: string, theme: Theme): string {
  const tree = parseDocument(svg, { xmlMode: true, decodeEntities: false });
  const palette = theme === "dark" ? DARK : LIGHT;
  const rules = DRAWING_RULES.flatMap(([selectors, set]) =>
    selectors.split(",").map((selector) => ({ ...readSelector(selector), set: Object.entries(set).map(([name, value]) => [name, paint(value, palette)]) })),
  );
  for (const element of DomUtils.findAll(() => true, tree.children) as Element[]) {
    for (const { own, ancestor, set } of rules) {
      if (matches(element, own) && (ancestor === null || hasAncestor(element, ancestor))) Object.assign(element.attribs, Object.fromEntries(set));
    }
    if (element.name === "style")
      theme === "auto" ? (element.children = parseDocument(darkStyle(), { xmlMode: true }).children) : DomUtils.removeElement(element);
  }
  return DomUtils.getOuterHTML(tree, { xmlMode: true, encodeEntities: false });
}

/** `.mark text` and `.paper`: at most one ancestor, each a tag or a class. */
function readSelector(selector: string): { own: string; ancestor: string | null } {
  const [own, ancestor = null] = selector.split(" ").reverse();
  return { own: own!, ancestor };
}

function matches({ name, attribs }: Element, simple: string): boolean {
  return simple.startsWith(".") ? (attribs.class ?? "").split(" ").includes(simple.slice(1)) : name === simple;
}

function hasAncestor(element: Element, simple: string): boolean {
  for (let parent = element.parent; parent; parent = parent.parent) {
    if ("attribs" in parent && matches(parent as Element, simple)) return true;
  }
  return false;
}
