import { Fragment } from "react";
import { listMoveCounts } from "@/lib/charts/carried-on/sentence";
import { layoutChange } from "@/lib/charts/rating-change/layout";
import { readNotes } from "@/lib/charts/rating-change/sentence";
import type { DescribedChart } from "@/lib/charts/registry";
import { continuationJa } from "@/lib/texts/continuation-ja";
import { MoveCounts } from "../../carried-on/counts";
import { Still } from "../../still";
import { ChartFigure, type FigureProps, legendId } from "../chart-figure";
import { ChartSvg } from "../chart-svg";
import { EnhanceChart } from "../enhance";
import { SentData } from "../sent-data";
import { linkChange } from "./hrefs";
import { listChangeKinds } from "./legend";
import { ChangeMarks } from "./marks";

/** Widths that drawings are laid out for, and the room of the figure that each is for; a band needs no more than the second. */
const LINES = [
  [288, "@min-[28.5rem]:hidden"],
  [456, "hidden @min-[28.5rem]:@max-[44rem]:block"],
  [700, "hidden @min-[44rem]:block"],
] as const;
const NARROW_BANDS = [[288, ""]] as const;
const BANDS = [
  [288, "@min-[28.5rem]:hidden"],
  [456, "hidden @min-[28.5rem]:block"],
] as const;

interface ChangeFigureProps extends FigureProps<DescribedChart<"rating-change">> {
  /** Names its parts in the page. */
  id: string;
  /** It stands beside other figures: one drawing of bands does for all rooms. */
  compact?: boolean;
}

/** The change of ratings in a page: how many moved how, each count a link to just these, then the drawing. Where nothing can be counted so, the sentence says why. */
export function ChangeFigure({ facts, view, id, compact = false, source }: ChangeFigureProps) {
  const { title, model } = facts;
  const { carriedOn } = model;
  const notes = readNotes(model);
  const counted = carriedOn !== null && listMoveCounts(carriedOn).length > 0;
  const counts = counted && (
    <>
      <MoveCounts carriedOn={carriedOn} view={view} />
      {notes && <p className="text-sm text-ink-soft">{notes}</p>}
    </>
  );
  return (
    <ChartFigure
      facts={facts}
      view={view}
      id={id}
      readFirst
      {...(counted && { reading: null })}
      controls={counts}
      openTable={continuationJa.carriedOn.toTable}
      source={source}
    >
      {(model.bands ? (compact ? NARROW_BANDS : BANDS) : LINES).map(([width, shown]) => {
        const drawing = { id: `${id}-${width}`, title, width, dataset: view.dataset };
        const drawn = linkChange(layoutChange(model, width), model.years, view);
        const data = `${drawing.id}-data`;
        return (
          <Fragment key={width}>
            <div className={shown} data-drawing={drawing.id}>
              <EnhanceChart chart="rating-change" data={data} legend={legendId(id)} {...drawing}>
                <Still as="div">
                  <ChartSvg layout={drawn} title={title}>
                    <ChangeMarks drawn={drawn} id={drawing.id} />
                  </ChartSvg>
                </Still>
              </EnhanceChart>
            </div>
            <Still as="div">
              <SentData chart="rating-change" id={data} data={{ drawn, kinds: listChangeKinds(model) }} />
            </Still>
          </Fragment>
        );
      })}
    </ChartFigure>
  );
}
