import { chartBuilderHref, chartHref, type ChartView } from "@/lib/chart-urls";
import type { ChartDefinition } from "@/lib/charts/registry";
import { embedJa } from "@/lib/texts/embed-ja";

/** A figure as an image, and the page that quotes it. */
export function ChartLinks({ definition, view }: { definition: ChartDefinition; view: ChartView }) {
  return (
    <span className="no-print">
      <a href={chartHref(definition, view, "png")}>画像</a>　<a href={chartBuilderHref(definition, view)}>{embedJa.title}</a>
    </span>
  );
}
