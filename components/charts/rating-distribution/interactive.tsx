"use client";

import { Bar, BarChart, type BarShapeProps, Legend, Tooltip, type TooltipContentProps, XAxis, YAxis } from "recharts";
import { tellRowCarried } from "@/lib/charts/rating-distribution/carried-sentence";
import type { Band, DistributionLayout } from "@/lib/charts/rating-distribution/geometry";
import { layoutDistribution } from "@/lib/charts/rating-distribution/layout";
import type { DistributionGroup, DrawnDistribution } from "@/lib/charts/rating-distribution/model";
import { listSegments } from "@/lib/charts/rating-distribution/sentence";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { chartTexts } from "@/lib/texts/chart-texts";
import { Badge } from "../../ui/badge";
import { CHART } from "../chart-svg";
import type { DrawingProps, InteractiveProps, SentDistribution } from "../interactive-props";
import { LiveLegend } from "../live-legend";
import { Tip } from "../tip";
import { InitiativeFigures } from "./initiatives";
import { listDistributionLegend } from "./legend";
import { BandMarks, BandName, DistributionFrame, StripePattern, TickText } from "./marks";

/** A row of the chart as Recharts takes it. */
interface Row {
  band: Band;
  amount: number;
}

/**
 * The rating distribution drawn by Recharts in the static drawing's place, for pointer and arrow keys: the same
 * view model, box and marks, with groups and years as one axis, counts or shares as the other, and for each row a
 * list of what is in it.
 */
export function InteractiveDistribution({
  data: { carriedHref, ...chart },
  drawing: { width, id, title, dataset, panel },
  legend,
}: InteractiveProps<SentDistribution>) {
  const layout = layoutDistribution(chart, width);
  const bars = layout.bands.length * layout.band;
  const rows = layout.bands.map((band): Row => ({ band, amount: amountOf(band, layout) }));
  const counted = layout.ticks.length > 0;
  const matrix = layout.mode === "matrix";
  const below = layout.height - layout.top - bars;
  const margin = { left: 0, right: layout.width - layout.plot.x - layout.plot.width, top: 0, bottom: counted && !matrix ? 0 : below };
  return (
    <BarChart
      layout="vertical"
      data={rows}
      width={layout.width}
      height={layout.height}
      margin={margin}
      barSize={layout.mark}
      title={title}
      role="group"
      className={CHART}
      style={{ width: `${layout.width / 16}rem`, height: "auto", aspectRatio: `${layout.width} / ${layout.height}` }}
    >
      <XAxis
        type="number"
        domain={[0, layout.domain]}
        hide={!counted}
        height={matrix ? layout.top : counted ? below : 0}
        orientation={matrix ? "top" : "bottom"}
        ticks={layout.ticks.map(({ value }) => value)}
        interval={0}
        axisLine={false}
        tickLine={false}
        allowDataOverflow
        tick={({ index }: { index: number }) => <TickText layout={layout} index={index} />}
      />
      <YAxis
        type="category"
        dataKey={({ band }: Row) => band.y}
        width={layout.plot.x}
        interval={0}
        axisLine={false}
        tickLine={false}
        tick={({ index }: { index: number }) => <BandName layout={layout} band={layout.bands[index]!} />}
      />
      <StripePattern id={id} />
      <DistributionFrame layout={layout} axes={false} />
      <InitiativeFigures layout={layout} dataset={dataset} />
      <Bar
        dataKey="amount"
        isAnimationActive={false}
        shape={(bar: BarShapeProps) => <RowMarks bar={bar} layout={layout} id={id} dataset={dataset} panel={panel} />}
      />
      <Tooltip
        cursor={{ className: "chart-cursor" }}
        isAnimationActive={false}
        content={(props) => <RowTip {...props} groups={chart.groups} unit={chart.unit} carried={chart.carried} texts={chartTexts(chart.language)} />}
      />
      {legend && <Legend portal={legend} content={() => <LiveLegend entries={listDistributionLegend(chart, `${id}-legend`, carriedHref)} />} />}
    </BarChart>
  );
}

/** How long a row's bar is, in units of the axis. */
function amountOf({ marks }: Band, { plot, domain }: DistributionLayout): number {
  const end = Math.max(plot.x, ...marks.map((mark) => mark.x + mark.width));
  return ((end - plot.x) / plot.width) * domain;
}

/** A row's bar as its marks, where Recharts puts it. Row by row, as the keyboard goes through the static drawing too. */
function RowMarks({ bar, layout, id, ...lead }: { bar: BarShapeProps; layout: DistributionLayout; id: string } & Pick<DrawingProps, "dataset" | "panel">) {
  const { band } = bar.payload as Row;
  const barTop = band.y + (layout.band - layout.mark) / 2;
  const marks = band.marks.map((mark) => ({ ...mark, x: bar.x + mark.x - layout.plot.x, y: bar.y + mark.y - barTop, height: bar.height }));
  return <BandMarks band={{ ...band, marks }} matrix={layout.mode === "matrix"} carried={layout.carried} language={layout.language} stripes={id} {...lead} />;
}

type RowTipProps = TooltipContentProps & { groups: DistributionGroup[]; texts: ChartTexts } & Pick<DrawnDistribution, "unit" | "carried">;

function RowTip({ active, payload, groups, unit, carried, texts }: RowTipProps) {
  const band = (payload?.[0]?.payload as Row | undefined)?.band;
  const rows = band?.rows.filter(({ total }) => total > 0) ?? [];
  if (!active || !band || rows.length === 0) return null;
  const name = groups[band.group]?.name ?? texts.none;
  const [row] = rows;
  if (band.rows.length > 1) {
    return (
      <Tip>
        <p className="font-bold">{name}</p>
        {rows.map((each) => (
          <p key={each.fiscalYear}>
            {texts.distribution.rowName(each.fiscalYear, each.total, listSegments(each, texts))}
            {tellRowCarried(carried, each, texts)}
          </p>
        ))}
      </Tip>
    );
  }
  const units = row!.segments.flatMap((segment) => segment.units.map((each) => ({ ...each, tone: segment.tone })));
  const shown = units.slice(0, 6);
  return (
    <Tip>
      <p className="font-bold">
        {name}　{texts.year(row!.fiscalYear)}
      </p>
      <p>
        {texts.told(`${texts.unit[unit]} ${texts.count(row!.total)}`, listSegments(row!, texts))}
        {tellRowCarried(carried, row!, texts)}
      </p>
      <ul>
        {shown.map((each) => (
          <li key={each.mark} className="mt-1">
            <Badge tone={each.tone}>{each.rating ?? "–"}</Badge> {each.name}
          </li>
        ))}
        {row!.total > shown.length && <li>{texts.more(row!.total - shown.length)}</li>}
      </ul>
    </Tip>
  );
}
