import { listMoveCounts } from "@/lib/charts/carried-on/sentence";
import type { DescribedChart } from "@/lib/charts/registry";
import type { FigureProps } from "../charts/chart-figure";
import { ChangeFigure } from "../charts/rating-change/figure";

/** On the overview: how the ratings of goals that were carried on moved. Not drawn where none is rated in both years. */
export function MovedSection(props: FigureProps<DescribedChart<"rating-change">>) {
  const { carriedOn } = props.facts.model;
  if (!carriedOn || listMoveCounts(carriedOn).length === 0) return null;
  return (
    <section aria-labelledby="moved-title">
      <ChangeFigure {...props} id="moved" compact />
    </section>
  );
}
