"use client";

import { Legend, Scatter, ScatterChart, Tooltip, type TooltipContentProps, XAxis, YAxis } from "recharts";
import type { InteractiveData, InteractiveProps } from "../interactive-props";
import { LiveLegend } from "../live-legend";
import { Tip } from "../tip";
import type { LinkedMark } from "./hrefs";
import { listRibbonLegend } from "./legend";
import { RIBBON, RibbonFrame, RibbonMark } from "./marks";

/** Height in pixels of the line of years. */
const AXIS = 32;

/** One lineage as Recharts plots it: its marks stand where they are drawn. */
interface Point {
  x: number;
  y: number;
  mark: LinkedMark;
}

/**
 * The ribbon drawn by Recharts in the static drawing's place, from the same marks: years as its axis, every item and
 * link as a point with a tip. Why not its `Sankey`: docs/decisions/ribbon-by-scatter.md.
 */
export function InteractiveRibbon({ data: { drawn, kinds }, drawing: { id, title }, legend }: InteractiveProps<InteractiveData["continuation-ribbon"]>) {
  const years = drawn.headings.filter(({ what }) => what === "year");
  const { width, height } = drawn;
  return (
    <ScatterChart
      width={width}
      height={height}
      margin={{ left: 0, right: 0, top: 0, bottom: 0 }}
      title={title}
      role="group"
      className={RIBBON}
      style={{ width: `${width / 16}rem`, height: "auto", aspectRatio: `${width} / ${height}` }}
    >
      <XAxis
        type="number"
        dataKey="x"
        orientation="top"
        height={AXIS}
        domain={[0, width]}
        allowDataOverflow
        axisLine={false}
        tickLine={false}
        interval={0}
        ticks={years.map(({ x }) => x)}
        tick={({ index }: { index: number }) => (
          <text className="ribbon-year" x={years[index]!.x} y={years[index]!.y} textAnchor={years[index]!.anchor}>
            {years[index]!.text}
          </text>
        )}
      />
      <YAxis type="number" dataKey="y" domain={[AXIS, height]} reversed hide allowDataOverflow />
      <RibbonFrame drawn={drawn} id={id} years={false} />
      {drawn.lineages.map((marks, index) => (
        <Scatter
          key={index}
          className="lineage"
          data={marks.map((mark): Point => ({ ...placeOf(mark), mark }))}
          isAnimationActive={false}
          shape={(point: { cx?: number | undefined; cy?: number | undefined; payload?: unknown }) => <PlacedMark point={point} id={id} />}
        />
      ))}
      <Tooltip cursor={false} isAnimationActive={false} content={(props) => <MarkTip {...props} />} />
      {legend && <Legend portal={legend} content={() => <LiveLegend entries={listRibbonLegend(kinds, `${id}-legend`)} />} />}
    </ScatterChart>
  );
}

/** Where a mark's tip stands: below it, so that it hides neither the mark nor its label. */
function placeOf(mark: LinkedMark): { x: number; y: number } {
  if (mark.what === "node") return { x: mark.label.x, y: mark.area.y + mark.area.height };
  return { x: (mark.x0 + mark.x1) / 2, y: (mark.start[1] + mark.end[1]) / 2 };
}

/** A mark where Recharts puts its point. */
function PlacedMark({
  point: { cx = 0, cy = 0, payload },
  id,
}: {
  point: { cx?: number | undefined; cy?: number | undefined; payload?: unknown };
  id: string;
}) {
  const { x, y, mark: own } = payload as Point;
  const [dx, dy] = [cx - x, cy - y].map((distance) => Math.round(distance * 100) / 100);
  const mark = <RibbonMark mark={own} id={id} />;
  return dx || dy ? <g transform={`translate(${dx} ${dy})`}>{mark}</g> : mark;
}

function MarkTip({ active, payload }: TooltipContentProps) {
  const mark = (payload?.[0]?.payload as Point | undefined)?.mark;
  return active && mark ? <Tip>{mark.name}</Tip> : null;
}
