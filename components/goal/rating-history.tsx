import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import { formatFiscalYear, formatFiscalYearShort } from "@/lib/domain/fiscal-year";
import { nameRating } from "@/lib/domain/rating/name";
import { goalJa } from "@/lib/texts/goal-ja";
import { goalHref } from "@/lib/urls";
import { ChartSvg } from "../charts/chart-svg";
import { MarkAnchor } from "../charts/mark-anchor";
import { StripePattern } from "../charts/rating-distribution/marks";
import { layoutRatingHistory, type RatingHistoryLayout, type RatingLine, type RatingMark } from "./rating-history-layout";

interface RatingHistoryProps {
  history: ContinuationHistory;
  /** The goal's key. */
  goal: string;
  dataset: string | null;
}

/** How the rating of a goal, and of what it goes back to and lives on in, went through the years; nothing where there is one year. */
export function RatingHistory({ history, goal, dataset }: RatingHistoryProps) {
  const layout = layoutRatingHistory(history, goal);
  if (!layout) return null;
  return (
    <section aria-labelledby="history-title" className="space-y-1 print:break-inside-avoid">
      <h2 id="history-title" className="text-lg">
        {goalJa.history}
      </h2>
      <ChartSvg layout={layout} title={goalJa.history}>
        <StripePattern id="rating-history" />
        <Axis layout={layout} />
        {layout.lines.map((line) => (
          <Line key={`${line.link.predecessorKey} ${line.link.successorKey}`} line={line} />
        ))}
        {layout.marks.map((mark) => (
          <Mark key={mark.item.key} mark={mark} dataset={dataset} />
        ))}
      </ChartSvg>
      <p className="text-sm text-ink-soft">{explain(layout)}</p>
    </section>
  );
}

/** Years as ticks with their number of the era, whose name stands below its first; years without plans as an opening. */
function Axis({ layout: { axisY, ticks, runs, gaps, marks } }: { layout: RatingHistoryLayout }) {
  const own = marks.find((mark) => mark.own)?.item.fiscalYear;
  const shown = ticks.filter(({ held }) => held).map((tick) => ({ ...tick, ...splitYear(tick.year) }));
  return (
    <g aria-hidden="true">
      {runs.map((run) => (
        <line key={run.x1} className="stroke-rule-strong" {...run} y1={axisY + 0.5} y2={axisY + 0.5} />
      ))}
      {ticks.map(({ year, x, held }) => held && <line key={year} className="stroke-rule-strong" x1={x} x2={x} y1={axisY - 4} y2={axisY + 4} />)}
      {shown.map(({ year, x, era, count }, index) => (
        <text key={year} className={year === own ? "strong" : "soft"} y={axisY + 19} textAnchor="middle">
          <tspan x={x}>{count}</tspan>
          {shown[index - 1]?.era !== era && (
            <tspan x={x} dy={16}>
              {era}
            </tspan>
          )}
        </text>
      ))}
      {gaps.map(
        ({ from, x1, x2 }) =>
          x2 - x1 >= 60 && (
            <text key={from} className="soft" x={(x1 + x2) / 2} y={axisY + 5} textAnchor="middle">
              {goalJa.noDocuments}
            </text>
          ),
      )}
    </g>
  );
}

/** 令和7 as its era and its number; a year before the eras as it is. */
function splitYear(year: number): { era: string; count: string } {
  const [, era, count] = /^(\D*?)(元|\d+)$/.exec(formatFiscalYearShort(year))!;
  return { era: era!, count: count! };
}

/** Dashed where a machine guessed it. */
function Line({ line: { link, ...ends } }: { line: RatingLine }) {
  const status = link.status === "proposed" ? "proposed" : "confirmed";
  return (
    <g className={`status-${status}`}>
      <line className="ribbon-edge" {...ends} />
    </g>
  );
}

function Mark({ mark: { item, own, x, y, size }, dataset }: { mark: RatingMark; dataset: string | null }) {
  const { rating } = item;
  const tone = rating?.tone ?? "none";
  const box = { x: x - size / 2, y: y - size / 2, width: size, height: size, rx: 3 };
  return (
    <MarkAnchor href={own ? null : goalHref(item.goalId, dataset)} mark={item.key} className={`mark mark-${tone}`}>
      <title>{`${formatFiscalYear(item.fiscalYear)} ${goalJa.numbered(item.goalNumber)} ${item.text}：${nameRating(rating)}`}</title>
      <rect className="mark-box" {...box} />
      {tone === "e" && <rect {...box} fill="url(#rating-history-stripes)" />}
      <text x={x} y={y} dy="0.36em" textAnchor="middle" aria-hidden="true">
        {rating?.short}
      </text>
    </MarkAnchor>
  );
}

/** What the drawing cannot say by itself, as one text. */
function explain({ lines, gaps, marks, hidden }: RatingHistoryLayout): string {
  const proposed = lines.filter(({ link }) => link.status === "proposed").length;
  const parts = [
    proposed > 0 && goalJa.dashed,
    proposed < lines.length && goalJa.solid,
    marks.some(({ item }) => item.rating === null) && goalJa.blank,
    ...gaps.map(({ from, to }) => goalJa.missing(from, to)),
    hidden > 0 && goalJa.notDrawn(hidden),
  ];
  return parts.filter((part) => part !== false).join("");
}
