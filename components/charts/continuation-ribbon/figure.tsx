import type { ReactNode } from "react";
import { cutRibbon } from "@/lib/charts/continuation-cut";
import type { ContinuationRibbon } from "@/lib/charts/continuation-ribbon";
import { listRibbonLayouts, type RibbonWidth } from "@/lib/charts/continuation-ribbon-layout";
import { readBasis, readRibbon, titleRibbon } from "@/lib/charts/continuation-sentence";
import { continuationJa as ja } from "@/lib/texts/continuation-ja";
import { Still } from "../../still";
import { OPEN_ON_PAPER, Summary } from "../../ui/disclosure";
import type { RibbonHrefs } from "./hrefs";
import { RibbonKeyList } from "./key-list";
import { RibbonLegend } from "./legend";
import { RibbonReasons } from "./reasons";
import { StaticRibbon } from "./static";
import { RibbonTable } from "./table";

/** The room of the figure that each drawing is for. */
const ROOM: Record<RibbonWidth, string> = {
  narrow: "@max-[40rem]:block",
  middle: "@min-[40rem]:@max-[66rem]:block",
  wide: "@min-[66rem]:block",
};

interface RibbonFigureProps extends RibbonHrefs {
  ribbon: ContinuationRibbon;
  /** Level and filters, above the drawing. */
  controls?: ReactNode;
  /** The source line and the downloads, below it. */
  source: ReactNode;
}

/** The whole figure: title, reading, controls, legend, drawing, table, source. */
export function RibbonFigure({ ribbon: whole, controls, source, ...hrefs }: RibbonFigureProps) {
  const title = titleRibbon(whole);
  const ribbon = cutRibbon(whole);
  const drawings = listRibbonLayouts(ribbon);
  const tagged = drawings.filter(({ layout }) => layout.mode === "tags").flatMap(({ sizes }) => sizes);
  const empty = ribbon.columns.every((column) => column.nodes.length === 0);
  return (
    <figure className="@container" aria-labelledby="ribbon-title">
      <h2 id="ribbon-title" className="mb-2 text-lg">
        {title}
      </h2>
      <p className="mt-3 max-w-prose">{readRibbon(whole)}</p>
      {controls}
      {!empty && (
        <>
          <RibbonLegend ribbon={ribbon} id="ribbon-legend" />
          <RibbonReasons hint={ja.hint} tapHint={ja.tapHint}>
            {drawings.map(({ layout, sizes }) => (
              <Still key={sizes[0]} as="div" className={`-m-1 hidden overflow-x-auto p-1 print:overflow-visible ${showAt(sizes)}`} data-drawing={sizes.join(" ")}>
                <StaticRibbon ribbon={ribbon} layout={layout} id={`ribbon-${sizes[0]}`} title={title} {...hrefs} />
              </Still>
            ))}
          </RibbonReasons>
          {tagged.length > 0 && (
            <Still as="div">
              <RibbonKeyList ribbon={ribbon} className={showAt(tagged)} hrefOfItem={hrefs.hrefOfItem} />
            </Still>
          )}
          <Still as="details" className={OPEN_ON_PAPER}>
            <Summary>{ja.openTable}</Summary>
            <RibbonTable ribbon={ribbon} title={title} {...hrefs} />
          </Still>
        </>
      )}
      <figcaption className="mt-2 text-sm text-ink-soft">
        {ja.scale[ribbon.level]}
        {readBasis(whole)}
        {source}
      </figcaption>
    </figure>
  );
}

/** Shows what is hidden else where the figure has that room. */
function showAt(sizes: readonly RibbonWidth[]): string {
  return sizes.map((size) => ROOM[size]).join(" ");
}
