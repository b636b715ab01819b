import type { RatingHistoryLayout, RatingLine, RatingMark } from "@/lib/charts/goal/rating-history-layout";
import type { ContinuationItem } from "@/lib/domain/continuation-history";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { Language } from "@/lib/texts/language";
import { MarkAnchor } from "../mark-anchor";
import { Badge } from "../text-drawing";

interface HistoryMarksProps {
  layout: RatingHistoryLayout;
  /** Names the pattern of E (`StripePattern`). */
  id: string;
  /** Where a goal's mark leads; nowhere for `null`. */
  hrefOf(item: ContinuationItem, own: boolean): string | null;
  newTab?: boolean;
  /** Japanese where it is not said. */
  language?: Language;
}

/** A goal's ratings through the years, and of what it goes back to and lives on in: axis, links, letters. */
export function HistoryMarks({ layout, id, hrefOf, newTab, language = "ja" }: HistoryMarksProps) {
  const texts = chartTexts(language);
  return (
    <>
      <Axis layout={layout} texts={texts} />
      {layout.lines.map((line) => (
        <Line key={`${line.link.predecessorKey} ${line.link.successorKey}`} line={line} />
      ))}
      {layout.marks.map((mark) => (
        <Mark key={mark.item.key} mark={mark} id={id} texts={texts} href={hrefOf(mark.item, mark.own)} newTab={newTab} />
      ))}
    </>
  );
}

/** Years as ticks with their number of the era, whose name stands below its first; years without plans as an opening. */
function Axis({ layout: { axisY, ticks, runs, gaps, marks }, texts }: { layout: RatingHistoryLayout; texts: ChartTexts }) {
  const own = marks.find((mark) => mark.own)?.item.fiscalYear;
  const shown = ticks.filter(({ held }) => held).map((tick) => ({ ...tick, ...texts.goal.axis(tick.year) }));
  return (
    <g aria-hidden="true">
      {runs.map((run) => (
        <line key={run.x1} className="chart-axis" {...run} y1={axisY + 0.5} y2={axisY + 0.5} />
      ))}
      {shown.map(({ year, x }) => (
        <line key={year} className="chart-axis" x1={x} x2={x} y1={axisY - 4} y2={axisY + 4} />
      ))}
      {shown.map(({ year, x, era, count }, index) => (
        <g key={year} textAnchor="middle">
          <text className={year === own ? "strong" : "soft"} x={x} y={axisY + 19}>
            {count}
          </text>
          {shown[index - 1]?.era !== era && (
            <text className={year === own ? "strong" : "soft"} x={x} y={axisY + 35}>
              {era}
            </text>
          )}
        </g>
      ))}
      {gaps.map(
        ({ from, x1, x2 }) =>
          x2 - x1 >= 60 && (
            <text key={from} className="soft" x={(x1 + x2) / 2} y={axisY + 5} textAnchor="middle">
              {texts.goal.noDocuments}
            </text>
          ),
      )}
    </g>
  );
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

function Mark({
  mark: { item, x, y, size },
  id,
  texts,
  href,
  newTab,
}: {
  mark: RatingMark;
  id: string;
  texts: ChartTexts;
  href: string | null;
  newTab?: boolean | undefined;
}) {
  const { rating } = item;
  const badge = { x: x - size / 2, y: y - size / 2, size, tone: rating?.tone ?? "none", text: rating?.short ?? "" } as const;
  return (
    <MarkAnchor href={href} mark={item.key} className="entry" newTab={newTab}>
      <title>{texts.goal.inYear(item.fiscalYear, item.goalNumber, item.text, texts.rating(rating))}</title>
      <Badge badge={badge} id={id} />
    </MarkAnchor>
  );
}
