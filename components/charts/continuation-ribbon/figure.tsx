import { Fragment } from "react";
import type { RibbonModel } from "@/lib/charts/continuation-ribbon/contract";
import { layoutCounted } from "@/lib/charts/continuation-ribbon/counted-layout";
import { type DrawnRibbon, drawRibbon } from "@/lib/charts/continuation-ribbon/drawn";
import { listKinds } from "@/lib/charts/continuation-ribbon/kinds";
import { listRibbonLayouts, RIBBON_WIDTHS, type RibbonWidth } from "@/lib/charts/continuation-ribbon/layout";
import { CHARTS, type DescribedChart } from "@/lib/charts/registry";
import { continuationJa as ja } from "@/lib/texts/continuation-ja";
import { QuoteLink } from "../../embed/chart-links";
import { Still } from "../../still";
import { ChartFigure, type FigureProps, legendId } from "../chart-figure";
import { ChartSvg } from "../chart-svg";
import { EnhanceChart } from "../enhance";
import type { PanelLead } from "../goal-lead";
import { SentData } from "../sent-data";
import { leadOn, linkRibbon } from "./hrefs";
import { RibbonKeyList } from "./key-list";
import { RIBBON, RibbonMarks } from "./marks";
import { RibbonReasons } from "./reasons";

const ID = "ribbon";

/** The room of the figure that each drawing is for. */
const ROOM: Record<RibbonWidth, string> = {
  narrow: "@max-[40rem]:block",
  middle: "@min-[40rem]:@max-[66rem]:block",
  wide: "@min-[66rem]:block",
};

interface RibbonFigureProps extends FigureProps<DescribedChart<"continuation-ribbon">> {
  /** In a page that shows goals beside it. */
  panel?: PanelLead;
}

/** The ribbon in a page, with as many drawings as the widths of rooms need. */
export function RibbonFigure({ facts, view, controls, source, panel }: RibbonFigureProps) {
  const { title, model } = facts;
  const drawings = listDrawings(model);
  const tagged = drawings.filter(({ tags }) => tags).flatMap(({ sizes }) => sizes);
  return (
    <ChartFigure
      facts={facts}
      view={view}
      id={ID}
      readFirst
      reading={
        <p className="mt-3 max-w-prose">
          {facts.reading} {!facts.empty && <QuoteLink definition={CHARTS["continuation-ribbon"]} view={view} />}
        </p>
      }
      controls={controls}
      note={model.counted ? null : ja.scale[model.ribbon.level]}
      openTable={ja.openTable}
      source={source}
    >
      <RibbonReasons hint={ja.hint} tapHint={ja.tapHint}>
        {drawings.map(({ drawn, sizes }) => {
          const drawing = { id: `${ID}-${sizes[0]}`, title, width: drawn.width, dataset: view.dataset };
          const linked = linkRibbon(drawn, view, panel);
          const data = `${drawing.id}-data`;
          return (
            <Fragment key={drawing.id}>
              <div className={`-m-1 hidden overflow-x-auto p-1 print:overflow-visible ${showAt(sizes)}`} data-drawing={sizes.join(" ")}>
                <EnhanceChart chart="continuation-ribbon" data={data} legend={legendId(ID)} {...drawing}>
                  <Still as="div">
                    <ChartSvg layout={drawn} title={title} className={RIBBON}>
                      <RibbonMarks drawn={linked} id={drawing.id} />
                    </ChartSvg>
                  </Still>
                </EnhanceChart>
              </div>
              <Still as="div">
                <SentData chart="continuation-ribbon" id={data} data={{ drawn: linked, kinds: listKinds(model) }} />
              </Still>
            </Fragment>
          );
        })}
      </RibbonReasons>
      {tagged.length > 0 && (
        <Still as="div">
          <RibbonKeyList ribbon={model.ribbon} className={showAt(tagged)} hrefOf={leadOn(view)} />
        </Still>
      )}
    </ChartFigure>
  );
}

/** The different drawings that a page carries, and for which widths of the figure each is shown; `tags`: numbers stand for titles. */
function listDrawings({ ribbon, counted }: RibbonModel): { drawn: DrawnRibbon; sizes: RibbonWidth[]; tags: boolean }[] {
  if (!counted) return listRibbonLayouts(ribbon).map(({ layout, sizes }) => ({ drawn: drawRibbon(ribbon, layout), sizes, tags: layout.mode === "tags" }));
  const [narrow, wide] = [layoutCounted(counted, RIBBON_WIDTHS.narrow), layoutCounted(counted, RIBBON_WIDTHS.wide)];
  if (narrow.width === wide.width) return [{ drawn: wide, sizes: ["narrow", "middle", "wide"], tags: false }];
  return [
    { drawn: narrow, sizes: ["narrow", "middle"], tags: false },
    { drawn: wide, sizes: ["wide"], tags: false },
  ];
}

/** Shows what is hidden else where the figure has that room. */
function showAt(sizes: readonly RibbonWidth[]): string {
  return sizes.map((size) => ROOM[size]).join(" ");
}
