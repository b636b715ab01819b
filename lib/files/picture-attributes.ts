import { DomUtils } from "htmlparser2";
import { DRAWING_RULES, paint } from "@/lib/charts/drawing-style";
import type { Palette } from "@/lib/charts/palette";
import type { Element, PictureTree } from "./picture-tree";

/**
 * Writes what the drawing's rules set into a picture's elements as attributes, because many programs that open an SVG know
 * no style sheets, or not those whose selectors name an ancestor.
 */
export function writeAttributes(tree: PictureTree, palette: Palette): void {
  const rules = DRAWING_RULES.flatMap(([selectors, set]) =>
    selectors.split(",").map((selector) => ({ ...readSelector(selector), set: Object.entries(set).map(([name, value]) => [name, paint(value, palette)]) })),
  );
  for (const element of DomUtils.findAll(() => true, tree.children) as Element[]) {
    for (const { own, ancestor, set } of rules) {
      if (matches(element, own) && (ancestor === null || hasAncestor(element, ancestor))) Object.assign(element.attribs, Object.fromEntries(set));
    }
  }
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
