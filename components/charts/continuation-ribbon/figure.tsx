import type { ReactNode } from "react";
import { cutRibbon } from "@/lib/charts/continuation-cut";
import type { ContinuationRibbon } from "@/lib/charts/continuation-ribbon";
import { listRibbonLayouts } from "@/lib/charts/continuation-ribbon-layout";
import { readBasis, readRibbon, titleRibbon } from "@/lib/charts/continuation-sentence";
import { continuationJa as ja } from "@/lib/texts/continuation-ja";
import { Still } from "../../still";
import type { RibbonHrefs } from "./hrefs";
import { RibbonKeyList } from "./key-list";
import { RibbonLegend } from "./legend";
import { RibbonReasons } from "./reasons";
import { StaticRibbon } from "./static";
import { RibbonTable } from "./table";

interface RibbonFigureProps extends RibbonHrefs {
  ribbon: ContinuationRibbon;
  /** Level and filters, above the drawing. */
  controls?: ReactNode;
  /** The source line and the downloads, below it. */
  source: ReactNode;
}

/** The whole figure: title, reading, controls, legend, drawing, table, source. Its rules are in app/ribbon.css. */
export function RibbonFigure({ ribbon: whole, controls, source, ...hrefs }: RibbonFigureProps) {
  const title = titleRibbon(whole);
  const ribbon = cutRibbon(whole);
  const drawings = listRibbonLayouts(ribbon);
  const tagged = drawings.filter(({ layout }) => layout.mode === "tags").flatMap(({ sizes }) => sizes);
  const empty = ribbon.columns.every((column) => column.nodes.length === 0);
  return (
    <figure className="figure ribbon-figure" aria-labelledby="ribbon-title">
      <h2 id="ribbon-title" className="figure-title">
        {title}
      </h2>
      <p className="reading">{readRibbon(whole)}</p>
      {controls}
      {!empty && (
        <>
          <RibbonLegend ribbon={ribbon} id="ribbon-legend" />
          <RibbonReasons hint={ja.hint} tapHint={ja.tapHint}>
            {drawings.map(({ layout, sizes }) => (
              <Still key={sizes[0]} as="div" className="ribbon-scroll" data-sizes={sizes.join(" ")}>
                <StaticRibbon ribbon={ribbon} layout={layout} id={`ribbon-${sizes[0]}`} title={title} {...hrefs} />
              </Still>
            ))}
          </RibbonReasons>
          {tagged.length > 0 && (
            <Still as="div">
              <RibbonKeyList ribbon={ribbon} sizes={tagged.join(" ")} hrefOfItem={hrefs.hrefOfItem} />
            </Still>
          )}
          <Still as="details" className="figure-table">
            <summary>{ja.openTable}</summary>
            <RibbonTable ribbon={ribbon} title={title} {...hrefs} />
          </Still>
        </>
      )}
      <figcaption className="figure-source">
        {ja.scale[ribbon.level]}
        {readBasis(whole)}
        {source}
      </figcaption>
    </figure>
  );
}
