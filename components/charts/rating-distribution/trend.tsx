import type { DescribedChart } from "@/lib/charts/registry";
import { CHARTS } from "@/lib/charts/registry";
import type { View } from "@/lib/parameters/view";
import { ChartLinks } from "../../embed/chart-links";
import { Still } from "../../still";
import { StaticDistribution } from "./marks";

/** Pixels: one drawing for wide and narrow rooms, as it stands beside another of the same ratings. */
const WIDTH = 360;

/** The years in short, beside the drawing whose legend and basis hold for it too. */
export function TrendFigure({ facts, view }: { facts: DescribedChart<"rating-by-year">; view: View }) {
  const { title, model } = facts;
  return (
    <figure className="print:break-inside-avoid" aria-labelledby="trend-title">
      <h2 id="trend-title" className="mb-2 text-lg">
        {title}
      </h2>
      <Still as="div">
        <StaticDistribution chart={model} width={WIDTH} id="trend" title={title} dataset={view.dataset} />
      </Still>
      <figcaption className="mt-1 text-sm text-ink-soft">
        <ChartLinks definition={CHARTS[facts.name]} view={view} />
      </figcaption>
    </figure>
  );
}
