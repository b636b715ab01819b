import { DomUtils } from "htmlparser2";
import type { Element, PictureTree } from "./picture-tree";

/** Lays the halo of a text beneath it as an element of its own, where `paint-order` would have it drawn first. */
export function layHalos(tree: PictureTree): void {
  for (const text of DomUtils.getElementsByTagName("text", tree.children) as Element[]) {
    const { "paint-order": order, stroke, "stroke-width": width, "stroke-linejoin": join, ...own } = text.attribs;
    if (order !== "stroke" || text.children.length === 0) continue;
    const halo = text.cloneNode(true) as Element;
    halo.attribs = { ...own, "aria-hidden": "true", fill: "none", stroke: stroke!, "stroke-width": width!, "stroke-linejoin": join! };
    DomUtils.prepend(text, halo);
    text.attribs = own;
  }
}
