"use client";

import { useState } from "react";
import { Legend, Line, LineChart, Tooltip, type TooltipContentProps, XAxis, YAxis } from "recharts";
import { CHART } from "../chart-svg";
import type { InteractiveData, InteractiveProps } from "../interactive-props";
import { LiveLegend } from "../live-legend";
import { Tip } from "../tip";
import type { LinkedMark } from "./hrefs";
import { listChangeLegend } from "./legend";
import { ChangeFrame, ChangeMark, RowBadges, YearText } from "./marks";

/** A year as Recharts plots it: its place, and the height of each mark there by its key. */
type Row = { x: number; year: string } & Record<string, number | string | undefined>;

/** Marks that a tip of a year tells of. */
const MOST_TOLD = 6;

/**
 * The change of ratings drawn by Recharts in the static drawing's place, from the same marks: years as one axis, ratings
 * as the other, each line or band with a tip, and for the keyboard one for each year.
 */
export function InteractiveChange({ data: { drawn, kinds }, drawing: { id, title }, legend }: InteractiveProps<InteractiveData["rating-change"]>) {
  const [pointed, setPointed] = useState<LinkedMark | null>(null);
  const { width, height, head, plot, years, rows, marks } = drawn;
  const data = years.map(({ x, text }, at): Row => ({ x, year: text, ...Object.fromEntries(marks.map((mark) => [mark.key, heightAt(mark, x, at)])) }));
  return (
    <LineChart
      data={data}
      width={width}
      height={height}
      margin={{ left: 0, right: width - plot.right, top: 0, bottom: 0 }}
      title={title}
      role="group"
      className={CHART}
      style={{ width: `${width / 16}rem`, height: "auto", aspectRatio: `${width} / ${height}` }}
    >
      <XAxis
        type="number"
        dataKey="x"
        orientation="top"
        height={head}
        domain={[plot.left, plot.right]}
        allowDataOverflow
        axisLine={false}
        tickLine={false}
        interval={0}
        ticks={years.map(({ x }) => x)}
        tick={({ index }: { index: number }) => <YearText drawn={drawn} index={index} />}
      />
      <YAxis
        type="number"
        domain={[head, height]}
        width={plot.left}
        reversed
        allowDataOverflow
        axisLine={false}
        tickLine={false}
        interval={0}
        ticks={rows.map(({ y, height: own }) => y + own / 2)}
        tick={({ index }: { index: number }) => <RowBadges drawn={drawn} index={index} id={id} />}
      />
      <ChangeFrame drawn={drawn} id={id} />
      {marks.map((mark) => (
        <Line
          key={mark.key}
          dataKey={mark.key}
          dot={false}
          activeDot={false}
          connectNulls
          isAnimationActive={false}
          shape={({ points }: { points?: readonly { x: number | null; y: number | null }[] }) => (
            <g onMouseEnter={() => setPointed(mark)} onMouseLeave={() => setPointed(null)}>
              <PlacedMark mark={mark} points={points ?? []} id={id} />
            </g>
          )}
        />
      ))}
      <Tooltip cursor={false} isAnimationActive={false} content={(props) => <ChangeTip {...props} marks={marks} pointed={pointed} />} />
      {legend && <Legend portal={legend} content={() => <LiveLegend entries={listChangeLegend(kinds, `${id}-legend`)} />} />}
    </LineChart>
  );
}

function heightAt({ points }: LinkedMark, x: number, at: number): number | undefined {
  return (points.find((point) => point.x === x) ?? (at === 0 ? points[0] : undefined))?.y;
}

/** A mark where Recharts puts its first point. */
function PlacedMark({ mark, points, id }: { mark: LinkedMark; points: readonly { x: number | null; y: number | null }[]; id: string }) {
  const at = points.find(({ x, y }) => x !== null && y !== null);
  const [dx, dy] = [(at?.x ?? mark.points[0]!.x) - mark.points[0]!.x, (at?.y ?? mark.points[0]!.y) - mark.points[0]!.y].map(
    (distance) => Math.round(distance * 100) / 100,
  );
  const drawn = <ChangeMark mark={mark} id={id} />;
  return dx || dy ? <g transform={`translate(${dx} ${dy})`}>{drawn}</g> : drawn;
}

/** What is pointed at; beside the marks, and by the keyboard, what passes through a year. */
function ChangeTip({ active, payload, marks, pointed }: TooltipContentProps & { marks: readonly LinkedMark[]; pointed: LinkedMark | null }) {
  if (pointed) return <Tip>{pointed.name}</Tip>;
  const row = payload?.[0]?.payload as Row | undefined;
  if (!active || !row) return null;
  const here = marks.filter(({ key }) => row[key] !== undefined);
  return (
    <Tip>
      <p className="font-bold">{row.year}</p>
      <ul>
        {here.slice(0, MOST_TOLD).map(({ key, name }) => (
          <li key={key}>{name}</li>
        ))}
        {here.length > MOST_TOLD && <li>ほか{here.length - MOST_TOLD}件</li>}
      </ul>
    </Tip>
  );
}
