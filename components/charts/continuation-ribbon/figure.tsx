import type { ReactNode } from "react";
import type { ContinuationRibbon } from "@/lib/charts/continuation-ribbon";
import { readRibbon, titleRibbon } from "@/lib/charts/continuation-sentence";
import type { RibbonHrefs } from "./hrefs";

interface RibbonFigureProps extends RibbonHrefs {
  ribbon: ContinuationRibbon;
  /** Level and filters, above the drawing. */
  controls?: ReactNode;
  /** The source line and the downloads, below it. */
  source: ReactNode;
}

/** The whole figure: title, reading, controls, legend, drawing, table, source. */
export function RibbonFigure({ ribbon, controls, source }: RibbonFigureProps) {
  return (
    <figure className="figure" aria-labelledby="ribbon-title">
      <h2 id="ribbon-title" className="figure-title">
        {titleRibbon(ribbon)}
      </h2>
      <p className="reading">{readRibbon(ribbon)}</p>
      {controls}
      <figcaption className="figure-source">{source}</figcaption>
    </figure>
  );
}
