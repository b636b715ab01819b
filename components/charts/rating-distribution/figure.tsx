import { chartPageHref } from "@/lib/chart-urls";
import { NARROW, WIDE } from "@/lib/charts/rating-distribution/layout";
import { CHARTS, type DescribedChart } from "@/lib/charts/registry";
import { Still } from "../../still";
import { ChartFigure, type FigureProps, legendId } from "../chart-figure";
import { EnhanceChart } from "../enhance";
import type { PanelLead } from "../goal-lead";
import { SentData } from "../sent-data";
import { toggleCarried } from "./legend";
import { StaticDistribution } from "./marks";

interface DistributionFigureProps extends FigureProps<DescribedChart<"rating-distribution" | "rating-by-year">> {
  /** Names its parts in the page. */
  id: string;
  /** In a page that shows goals beside it. */
  panel?: PanelLead;
}

/** The distribution in a page, with one drawing for wide and one for narrow rooms. */
export function DistributionFigure({ facts, view, id, controls, source, panel }: DistributionFigureProps) {
  const data = `${id}-data`;
  const carriedHref = chartPageHref(CHARTS[facts.name], { ...view, ...toggleCarried(facts.model.carried) });
  const { totals: _, scaleDifference: __, leadingYear: ___, comparison: ____, ...chart } = facts.model;
  return (
    <ChartFigure facts={facts} view={view} id={id} controls={controls} openTable="数字を表で見る" source={source}>
      {[WIDE, NARROW].map((width) => {
        const drawing = { width, title: facts.title, dataset: view.dataset, id: `${id}-${width}`, panel };
        return (
          <div key={width} data-drawing={width === WIDE ? "wide" : "narrow"} className={width === WIDE ? "hidden @min-[40rem]:block" : "@min-[40rem]:hidden"}>
            <EnhanceChart chart={facts.name} data={data} legend={legendId(id)} {...drawing}>
              <Still as="div">
                <StaticDistribution chart={chart} {...drawing} />
              </Still>
            </EnhanceChart>
          </div>
        );
      })}
      <Still as="div">
        <SentData chart={facts.name} id={data} data={{ ...chart, carriedHref }} />
      </Still>
    </ChartFigure>
  );
}
