"use client";

import { Bar, BarChart, Tooltip, XAxis, YAxis, type BarShapeProps, type TooltipContentProps } from "recharts";
import type { DistributionGroup, DrawnDistribution } from "@/lib/charts/rating-distribution";
import { layoutDistribution, type Band } from "@/lib/charts/rating-distribution-layout";
import { listSegments } from "@/lib/charts/rating-sentence";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { ja } from "@/lib/texts/ja";
import { Badge } from "../../ui/badge";
import { CHART } from "../chart-svg";
import { DistributionFrame, markKey, MarkLink, StripePattern } from "./static";

interface InteractiveDistributionProps {
  chart: DrawnDistribution;
  width: number;
  id: string;
  title: string;
  dataset: string | null;
}

/**
 * The rating distribution drawn by Recharts in the static drawing's place, for pointer and arrow keys: the same
 * view model, box and marks, and for each row a list of what is in it.
 */
export function InteractiveDistribution({ chart, width, id, title, dataset }: InteractiveDistributionProps) {
  const layout = layoutDistribution(chart, width);
  const bars = layout.bands.length * layout.band;
  const data = layout.bands.map((band) => ({ band, ...amountsOf(band, chart, layout.domain === 1) }));
  const margin = { left: layout.plot.x, right: layout.width - layout.plot.x - layout.plot.width, top: 0, bottom: layout.height - bars };
  return (
    <BarChart
      layout="vertical"
      data={data}
      width={layout.width}
      height={layout.height}
      margin={margin}
      barSize={layout.mark}
      title={title}
      role="group"
      className={CHART}
      style={{ width: `${layout.width / 16}rem`, height: "auto", aspectRatio: `${layout.width} / ${layout.height}` }}
    >
      <XAxis type="number" domain={[0, layout.domain]} hide allowDataOverflow />
      <YAxis type="category" dataKey={(entry: { band: Band }) => entry.band.y} hide width={0} />
      <StripePattern id={id} />
      <DistributionFrame layout={layout} />
      {chart.categories.map((category) => (
        <Bar
          key={category.label}
          dataKey={category.label}
          stackId="ratings"
          isAnimationActive={false}
          shape={(bar: BarShapeProps) => <BarMarks bar={bar} label={category.label} id={id} dataset={dataset} pitch={layout.pitch} />}
        />
      ))}
      <Tooltip
        cursor={{ className: "chart-cursor" }}
        isAnimationActive={false}
        content={(props) => <RowTip {...props} groups={chart.groups} unit={chart.unit} />}
      />
    </BarChart>
  );
}

/** Amount of each category in a row, in units of the axis. */
function amountsOf(band: Band, chart: DrawnDistribution, shares: boolean): Record<string, number> {
  const amounts = chart.categories.map((category) => {
    const segment = band.row?.segments.find((each) => each.label === category.label);
    const amount = !segment ? 0 : !shares ? segment.count : (segment.share ?? (band.row?.rated === 0 ? 1 : 0));
    return [category.label, amount] as const;
  });
  return Object.fromEntries(amounts);
}

/** The marks of one bar, where Recharts puts it: the bar itself, or one square a unit. */
function BarMarks({ bar, label, id, dataset, pitch }: { bar: BarShapeProps; label: string; id: string; dataset: string | null; pitch: number }) {
  const band = (bar.payload as { band: Band }).band;
  const marks = band.marks.filter((mark) => mark.segment.label === label);
  return (
    <>
      {marks.map((mark, index) => {
        const placed = { x: mark.unit ? bar.x + index * pitch : bar.x, width: mark.width };
        return <MarkLink key={markKey(mark)} mark={{ ...mark, ...placed, y: bar.y, height: bar.height }} band={band} stripes={id} dataset={dataset} />;
      })}
    </>
  );
}

function RowTip({ active, payload, groups, unit }: TooltipContentProps & { groups: DistributionGroup[]; unit: DrawnDistribution["unit"] }) {
  const band = (payload?.[0]?.payload as { band: Band } | undefined)?.band;
  if (!active || !band?.row || band.row.total === 0) return null;
  const units = band.row.segments.flatMap((segment) => segment.units.map((each) => ({ ...each, tone: segment.tone })));
  const shown = units.slice(0, 6);
  return (
    <div data-tip="" className="max-w-88 rounded-4 border border-rule-strong bg-paper px-3 py-2 text-sm whitespace-normal text-ink">
      <p className="font-bold">
        {groups[band.group]?.name ?? ja.none}　{formatFiscalYear(band.row.fiscalYear)}
      </p>
      <p>
        {ja.unit[unit]} {band.row.total}件：{listSegments(band.row)}
      </p>
      <ul>
        {shown.map((each) => (
          <li key={each.mark} className="mt-1">
            <Badge tone={each.tone}>{each.rating ?? "–"}</Badge> {each.name}
          </li>
        ))}
        {band.row.total > shown.length && <li>ほか{band.row.total - shown.length}件</li>}
      </ul>
    </div>
  );
}
