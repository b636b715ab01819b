import { chartBuilderHref, chartHref } from "@/lib/chart-urls";
import type { Chart } from "@/lib/charts/registry";
import type { View } from "@/lib/parameters/view";
import { embedJa } from "@/lib/texts/embed-ja";

/** A figure as an image, and the page that quotes it. */
export function ChartLinks({ definition, view }: { definition: Chart; view: View }) {
  return (
    <span className="print:hidden">
      <a href={chartHref(definition, view, "png")}>画像</a>　<a href={chartBuilderHref(definition, view)}>{embedJa.title}</a>
    </span>
  );
}
