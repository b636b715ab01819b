import type { ReactNode } from "react";
import { cutDistribution, describeCutGroups } from "@/lib/charts/rating-distribution-cut";
import { nameMeaning } from "@/lib/charts/rating-category";
import type { DrawnDistribution, RatingDistribution } from "@/lib/charts/rating-distribution";
import { NARROW, WIDE } from "@/lib/charts/rating-distribution-layout";
import { readRatings, titleRatings } from "@/lib/charts/rating-sentence";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { ja } from "@/lib/texts/ja";
import { Still } from "../../still";
import { Badge } from "../../ui/badge";
import { OPEN_ON_PAPER, Summary } from "../../ui/disclosure";
import { LEGEND } from "../continuation-ribbon/legend";
import { EnhanceDistribution } from "./enhance";
import { StaticDistribution } from "./static";
import { DistributionTable } from "./table";

interface DistributionFigureProps {
  chart: RatingDistribution;
  dataset: string | null;
  /** The segmented controls, above the drawing. */
  controls: ReactNode;
  /** The source line and the downloads, below it. */
  source: ReactNode;
}

const DATA = "distribution-data";

/** The whole figure: title, controls, legend, drawing, reading, table, source. */
export function DistributionFigure({ chart: whole, dataset, controls, source }: DistributionFigureProps) {
  const title = titleRatings(whole);
  const chart = cutDistribution(whole);
  const { totals, scaleDifference: _, ...drawn } = chart;
  return (
    <figure className="@container print:break-inside-avoid" aria-labelledby="distribution-title">
      <h2 id="distribution-title" className="mb-2 text-lg">
        {title}
      </h2>
      {controls}
      <ul className={LEGEND} aria-label="凡例">
        {chart.categories.map((category) => (
          <li key={category.label} data-legend={category.tone}>
            <Badge tone={category.tone} decorative>
              {category.short ?? category.rating ?? ""}
            </Badge>
            {nameMeaning(category)}
          </li>
        ))}
      </ul>
      {[WIDE, NARROW].map((width) => {
        const drawing = { width, title, dataset, id: `distribution-${width}` };
        return (
          <div key={width} data-drawing={width === WIDE ? "wide" : "narrow"} className={width === WIDE ? "hidden @min-[40rem]:block" : "@min-[40rem]:hidden"}>
            <EnhanceDistribution data={DATA} {...drawing}>
              <Still as="div">
                <StaticDistribution chart={chart} {...drawing} />
              </Still>
            </EnhanceDistribution>
          </div>
        );
      })}
      <Still as="div">
        {/* For the interactive drawing. React would send it within its own data, at twice the length. */}
        <script type="application/json" id={DATA} dangerouslySetInnerHTML={{ __html: JSON.stringify(drawn satisfies DrawnDistribution).replaceAll("<", "\\u003c") }} />
      </Still>
      <p className="mt-3 max-w-prose">{readRatings(whole)}</p>
      <Still as="details" className={OPEN_ON_PAPER}>
        <Summary>数字を表で見る</Summary>
        <DistributionTable chart={chart} title={title} dataset={dataset} />
      </Still>
      <figcaption className="mt-2 text-sm text-ink-soft">
        {ja.measure[chart.measure]}は{ja.unit[chart.unit]}を数えたものです
        {chart.measure === "share" && "（割合の母数は、その行の評価のある件数）"}。n：{totals.map((row) => `${formatFiscalYear(row.fiscalYear)} ${row.total}件`).join("、")}。{describeCutGroups(whole)}{source}
      </figcaption>
    </figure>
  );
}
