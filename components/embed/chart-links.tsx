import { chartBuilderHref, chartHref } from "@/lib/chart-urls";
import type { Chart } from "@/lib/charts/registry";
import type { View } from "@/lib/parameters/view";
import { embedJa } from "@/lib/texts/embed-ja";

/** A chart, as it is asked for. */
interface QuotedChart {
  definition: Chart;
  view: View;
}

/** A figure as a picture for slides, saved or copied, and the page that quotes it. */
export function ChartLinks({ definition, view, quote = embedJa.title }: QuotedChart & { quote?: string }) {
  return (
    <span className="inline-flex flex-wrap gap-x-3 print:hidden">
      <PictureButtons definition={definition} view={view} />
      <a href={chartBuilderHref(definition, view)}>{quote}</a>
    </span>
  );
}

/** The page that quotes a chart, beside the numbers that it states. */
export function QuoteLink({ definition, view }: QuotedChart) {
  return (
    <a className="whitespace-nowrap print:hidden" href={chartBuilderHref(definition, view)}>
      {embedJa.quote}
    </a>
  );
}

/**
 * A chart's picture of 1920 × 1080 (`size=16x9`): a link that saves it under the name that its answer gives, and a button
 * that copies it where scripts run, for which the page holds a `PictureCopier`.
 */
export function PictureButtons({ definition, view }: { definition: Chart; view: Partial<View> }) {
  const href = chartHref(definition, { ...view, width: null, height: null, scale: 1, size: "16x9" }, "png");
  return (
    <>
      <a href={href} download="">
        {embedJa.picture.save}
      </a>
      <button
        type="button"
        className="cursor-pointer text-link underline decoration-1 underline-offset-[0.2em] hover:decoration-3 noscript:hidden"
        data-picture={href}
      >
        <span aria-live="polite">{embedJa.picture.copy}</span>
      </button>
    </>
  );
}
