import type { DescribedChart } from "@/lib/charts/registry";
import { NARROW, WIDE } from "@/lib/charts/rating-distribution/layout";
import { Still } from "../../still";
import { ChartFigure, legendId, type FigureProps } from "../chart-figure";
import { EnhanceChart } from "../enhance";
import { SentData } from "../sent-data";
import { StaticDistribution } from "./marks";

const ID = "distribution";
const DATA = `${ID}-data`;

/** The distribution in a page, with one drawing for wide and one for narrow rooms. */
export function DistributionFigure({ facts, view, controls, source }: FigureProps<DescribedChart<"rating-distribution">>) {
  const { totals: _, scaleDifference: __, leadingYear: ___, comparison: ____, ...chart } = facts.model;
  return (
    <ChartFigure facts={facts} view={view} id={ID} controls={controls} openTable="数字を表で見る" source={source}>
      {[WIDE, NARROW].map((width) => {
        const drawing = { width, title: facts.title, dataset: view.dataset, id: `${ID}-${width}` };
        return (
          <div key={width} data-drawing={width === WIDE ? "wide" : "narrow"} className={width === WIDE ? "hidden @min-[40rem]:block" : "@min-[40rem]:hidden"}>
            <EnhanceChart chart="rating-distribution" data={DATA} legend={legendId(ID)} {...drawing}>
              <Still as="div">
                <StaticDistribution chart={chart} {...drawing} />
              </Still>
            </EnhanceChart>
          </div>
        );
      })}
      <Still as="div">
        <SentData chart="rating-distribution" id={DATA} data={chart} />
      </Still>
    </ChartFigure>
  );
}
