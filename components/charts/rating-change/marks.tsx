import { THINNEST } from "@/lib/charts/rating-change/measure";
import type { Course } from "@/lib/charts/rating-change/model";
import { DiagonalLines } from "../diagonal-lines";
import { MarkAnchor } from "../mark-anchor";
import { StripePattern } from "../rating-distribution/marks";
import { Badge } from "../text-drawing";
import type { LinkedChange, LinkedMark } from "./hrefs";
import { drawBand, drawWay } from "./path";

interface MarksProps {
  drawn: LinkedChange;
  /** Names the drawing's parts; different for each drawing of a page. */
  id: string;
  newTab?: boolean | undefined;
}

/** All that the drawing holds. Each line and each band is a link. */
export function ChangeMarks({ drawn, id, newTab }: MarksProps) {
  return (
    <>
      <ChangeFrame drawn={drawn} id={id} />
      {drawn.years.map((_, index) => (
        <YearText key={index} drawn={drawn} index={index} />
      ))}
      {drawn.rows.map((_, index) => (
        <RowBadges key={index} drawn={drawn} index={index} id={id} />
      ))}
      {drawn.marks.map((mark) => (
        <ChangeMark key={mark.key} mark={mark} id={id} newTab={newTab} />
      ))}
    </>
  );
}

/** Everything but the marks and the axes: rules, and whose scale the rows are of. */
export function ChangeFrame({ drawn: { width, rows, captions }, id }: MarksProps) {
  return (
    <>
      <defs>
        <StripePattern id={id} />
        <FallPattern id={id} />
      </defs>
      <path className="chart-rule" d={drawRules(rows, false, width)} />
      <path className="chart-rule" strokeWidth={2} d={drawRules(rows, true, width)} />
      {captions.map(({ x, y, text }) => (
        <text key={y} className="chart-note" x={x} y={y}>
          {text}
        </text>
      ))}
    </>
  );
}

function drawRules(rows: LinkedChange["rows"], strong: boolean, width: number): string {
  return rows.flatMap(({ rule }) => (rule.strong === strong ? `M0,${rule.y}H${width}` : [])).join("");
}

/** Diagonal lines of bands that fall, which tell them without colour. */
export function FallPattern({ id }: { id: string }) {
  return <DiagonalLines id={`${id}-fall`} step={5} line="change-hatch" />;
}

/** A year over its place. */
export function YearText({ drawn: { years, head }, index }: { drawn: LinkedChange; index: number }) {
  const { x, text, anchor } = years[index]!;
  return (
    <text className="chart-year" x={x} y={head - 11} textAnchor={anchor}>
      {text}
    </text>
  );
}

/** A row's rating, on one side or on both. */
export function RowBadges({ drawn: { rows }, index, id }: { drawn: LinkedChange; index: number; id: string }) {
  const { name, badges } = rows[index]!;
  return (
    <g>
      <title>{name}</title>
      {badges.map((badge) => (
        <Badge key={badge.x} badge={badge} id={id} />
      ))}
    </g>
  );
}

/** Neither a rise nor a fall, nor the same: all of these are drawn alike. */
function isLoose(course: Course): boolean {
  return course === "outside" || course === "not-rated" || course === "incomparable";
}

/** Class names of a mark, by its course. */
export function classOf(course: Course): string {
  return `change change-${isLoose(course) ? "loose" : course}`;
}

/** A line, or a band, hatched where it falls; of what is neither a rise nor a fall nor the same, a faint one along a dotted line. */
export function ChangeShape({ mark, id }: { mark: Pick<LinkedMark, "points" | "thickness" | "course">; id: string }) {
  const { course, thickness } = mark;
  return (
    <>
      {thickness > 0 && <path className="change-band" d={drawBand(mark)} {...(course === "down" && { fill: `url(#${id}-fall)` })} />}
      {(thickness === 0 || isLoose(course)) && <path className="change-line" d={drawWay(mark)} />}
    </>
  );
}

/** One line, or one band with its count. */
export function ChangeMark({ mark, id, newTab }: { mark: LinkedMark; id: string; newTab?: boolean | undefined }) {
  const { key, name, href, course, points, thickness, labels, bright = 1 } = mark;
  return (
    <MarkAnchor href={href} className={bright > 0 ? classOf(course) : `${classOf(course)} dim`} mark={key} newTab={newTab}>
      <title>{name}</title>
      {thickness === 0 && <path className="change-area" d={drawWay(mark)} />}
      {bright > 0 && bright < 1 ? (
        <>
          <g className="dim">
            <ChangeShape mark={mark} id={id} />
          </g>
          <ChangeShape mark={{ ...mark, thickness: Math.max(THINNEST, thickness * bright) }} id={id} />
        </>
      ) : (
        <ChangeShape mark={mark} id={id} />
      )}
      {thickness === 0 && points.map(({ x, y }, index) => <circle key={index} className="change-dot" cx={x} cy={y} r={4} />)}
      {labels.map(({ x, y, text, anchor }, index) => (
        <text key={index} className="change-label" x={x} y={y} textAnchor={anchor}>
          {text}
        </text>
      ))}
    </MarkAnchor>
  );
}
