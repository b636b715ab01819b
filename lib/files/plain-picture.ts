import { DomUtils, parseDocument } from "htmlparser2";
import { DARK, LIGHT } from "@/lib/charts/palette";
import { writeAttributes } from "./picture-attributes";
import { layHalos } from "./picture-halo";
import { drawStripes } from "./picture-stripes";
import type { Element } from "./picture-tree";

/** A file of its own follows nobody's system. */
export type PictureTheme = "light" | "dark";

/** What draws something where it has a fill or a stroke. */
const SHAPES = ["rect", "path", "line", "circle"];

/**
 * A picture in the plainest SVG there is, so that every program draws it alike: styles as attributes with colours written
 * out, hatching and halos as shapes of their own. No style sheet, pattern or `paint-order`, which LibreOffice draws
 * wrongly or not at all. Throws for a hatched shape of a kind that it cannot hatch.
 */
export function printPlainPicture(svg: string, theme: PictureTheme): string {
  const tree = parseDocument(svg, { xmlMode: true, decodeEntities: false });
  writeAttributes(tree, theme === "dark" ? DARK : LIGHT);
  drawStripes(tree);
  layHalos(tree);
  for (const element of DomUtils.findAll(isUnseen, tree.children) as Element[]) DomUtils.removeElement(element);
  return DomUtils.getOuterHTML(tree, { xmlMode: true, encodeEntities: false });
}

/** What nothing is seen of: areas for pointers, and letters of what has none. */
function isUnseen({ name, attribs, children }: Element): boolean {
  if (name === "text") return children.length === 0;
  return (
    SHAPES.includes(name) && (attribs.fill === "none" || name === "line") && (!attribs.stroke || attribs.stroke === "none" || attribs["stroke-opacity"] === "0")
  );
}
