import type { ReactNode } from "react";
import { chartPageHref } from "@/lib/chart-urls";
import { CHARTS, type DescribedChart } from "@/lib/charts/registry";
import type { View } from "@/lib/parameters/view";
import { Still } from "../still";
import { OPEN_ON_PAPER, Summary } from "../ui/disclosure";
import { FigureLegend } from "./figure-legend";
import { ChartTable, viewOf } from "./registry";

/** What each figure of the site is given by its page. */
export interface FigureProps<Facts> {
  facts: Facts;
  /** What the chart is asked for. */
  view: View;
  /** Choices and filters, above the drawing. */
  controls?: ReactNode;
  /** The source line and the downloads, below it. */
  source: ReactNode;
}

interface ChartFigureProps extends FigureProps<DescribedChart> {
  /** Names the figure's parts in the page. */
  id: string;
  openTable: string;
  /** The sentence stands before the drawing: where no headline has said it. */
  readFirst?: boolean;
  /** Stands in the sentence's place, where the figure says the same otherwise. */
  reading?: ReactNode;
  /** Said before the basis. */
  note?: ReactNode;
  /** The drawings for each width. */
  children: ReactNode;
}

/** Where a figure's legend stands, for its interactive drawing. */
export const legendId = (id: string) => `${id}-legend`;

/** A chart in a page: title, controls, legend, drawing, reading, table, basis and source. */
export function ChartFigure({
  facts,
  view,
  id,
  controls,
  note,
  openTable,
  readFirst = false,
  reading = <p className="mt-3 max-w-prose">{facts.reading}</p>,
  source,
  children,
}: ChartFigureProps) {
  return (
    <figure className="@container print:break-inside-avoid" aria-labelledby={`${id}-title`}>
      <Still as="div">
        <h2 id={`${id}-title`} className="mb-2 text-lg">
          {facts.title}
        </h2>
        {readFirst && reading}
        {controls}
      </Still>
      {!facts.empty && (
        <>
          <FigureLegend
            entries={viewOf(facts).legend(facts.model, legendId(id), (change) => chartPageHref(CHARTS[facts.name], { ...view, ...change }))}
            id={legendId(id)}
          />
          {children}
        </>
      )}
      {!readFirst && reading}
      {!facts.empty && (
        <Still as="details" className={OPEN_ON_PAPER}>
          <Summary>{openTable}</Summary>
          <ChartTable facts={facts} view={view} />
        </Still>
      )}
      <Still as="figcaption" className="mt-2 text-sm text-ink-soft">
        {note}
        {facts.basis}
        {source}
      </Still>
    </figure>
  );
}
