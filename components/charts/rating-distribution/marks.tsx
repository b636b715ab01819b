import { tellCarried, tellRowCarried, tellUnitCarried } from "@/lib/charts/rating-distribution/carried-sentence";
import type { Band, DistributionLayout, Mark } from "@/lib/charts/rating-distribution/geometry";
import { layoutDistribution } from "@/lib/charts/rating-distribution/layout";
import { FONT } from "@/lib/charts/rating-distribution/mark-text";
import type { DistributionRow, DrawnDistribution } from "@/lib/charts/rating-distribution/model";
import { listSegments } from "@/lib/charts/rating-distribution/sentence";
import { centreText, fitFontSize, measureText } from "@/lib/charts/text-fit";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { Language } from "@/lib/texts/language";
import { goalHref, goalsHref } from "@/lib/urls";
import { ChartSvg } from "../chart-svg";
import { DiagonalLines } from "../diagonal-lines";
import { isShown, leadMark, type PanelLead } from "../goal-lead";
import { MarkAnchor } from "../mark-anchor";
import { CarriedMarks } from "./carried-marks";
import { InitiativeFigures } from "./initiatives";

interface StaticDistributionProps {
  chart: DrawnDistribution;
  /** Width in pixels that the drawing is laid out for. */
  width: number;
  /** Names the drawing's parts in the page; different for each drawing on it. */
  id: string;
  title: string;
  dataset: string | null;
  /** In a page that shows goals beside the chart. */
  panel?: PanelLead | undefined;
}

/** The rating distribution as SVG, drawn on the server: first paint, print, no JavaScript. Each mark is a link. */
export function StaticDistribution({ chart, width, id, title, dataset, panel }: StaticDistributionProps) {
  const layout = layoutDistribution(chart, width);
  return (
    <ChartSvg layout={layout} title={title}>
      <DistributionMarks layout={layout} id={id} dataset={dataset} panel={panel} />
    </ChartSvg>
  );
}

/** All that the drawing holds; `linked` is false where it stands in a file of its own, which has no page to lead to. */
export function DistributionMarks({
  layout,
  id,
  dataset,
  panel,
  linked = true,
  newTab,
}: {
  layout: DistributionLayout;
  id: string;
  dataset: string | null;
  panel?: PanelLead | undefined;
  linked?: boolean;
  newTab?: boolean | undefined;
}) {
  return (
    <>
      <StripePattern id={id} />
      <DistributionFrame layout={layout} />
      <InitiativeFigures layout={layout} dataset={dataset} linked={linked} newTab={newTab} />
      {layout.bands.map((band) => (
        <BandMarks
          key={band.y}
          band={band}
          matrix={layout.mode === "matrix"}
          carried={layout.carried}
          language={layout.language}
          focused={layout.focused}
          stripes={id}
          dataset={dataset}
          panel={panel}
          linked={linked}
          newTab={newTab}
        />
      ))}
    </>
  );
}

/** Everything but the marks: names, years, counts, rules and axis. The interactive drawing has axes of its own. */
export function DistributionFrame({ layout, axes = true }: { layout: DistributionLayout; axes?: boolean }) {
  const bottom = layout.bands.length * layout.band;
  return (
    <>
      {layout.ticks.map((tick, index) => (
        <g key={tick.text} aria-hidden="true">
          {layout.mode === "bars" && <line className="chart-rule" x1={tick.x} x2={tick.x} y1={0} y2={bottom} />}
          {axes && <TickText layout={layout} index={index} />}
        </g>
      ))}
      {layout.gaps.map((line) => (
        <line key={`${line.x1} ${line.y1}`} className="chart-gap" {...line} />
      ))}
      {layout.bands.map((band) => (
        <g key={band.y}>
          {band.opensGroup && band.group > 0 && <line className="chart-rule" x1={0} x2={layout.width} y1={band.y + 0.5} y2={band.y + 0.5} />}
          {axes && <BandName layout={layout} band={band} />}
          {band.notes.map((note) => (
            <text key={note.x} className="chart-note" x={note.x} y={band.y + layout.band / 2 + 5}>
              {note.text}
            </text>
          ))}
        </g>
      ))}
    </>
  );
}

/** What a row stands for: its group, where it opens it, and its year. */
export function BandName({ layout, band }: { layout: DistributionLayout; band: Band }) {
  return (
    <>
      {band.name.map((line, index) => (
        <text
          key={index}
          className="chart-name"
          x={0}
          y={band.y + layout.band / 2 + 5 + (band.rows.length === 1 ? index : index - (band.name.length - 1) / 2) * 18}
        >
          {line}
        </text>
      ))}
      <text className="chart-year" x={layout.yearX} y={band.y + layout.band / 2 + 5}>
        {band.year}
      </text>
    </>
  );
}

/** What a rule of the plot stands for. */
export function TickText({ layout, index }: { layout: DistributionLayout; index: number }) {
  const { x, text } = layout.ticks[index]!;
  return (
    <text
      className="chart-note"
      x={x}
      y={layout.mode === "matrix" ? 15 : layout.bands.length * layout.band + 16}
      textAnchor={layout.mode === "matrix" ? "start" : "middle"}
    >
      {text}
    </text>
  );
}

interface BandMarksProps {
  band: Band;
  matrix: boolean;
  carried: DistributionLayout["carried"];
  language: Language;
  focused?: boolean;
  stripes: string;
  dataset: string | null;
  panel?: PanelLead | undefined;
  linked?: boolean | undefined;
  newTab?: boolean | undefined;
}

/** A row's marks: each by itself, or of a matrix a link for each year; and what of them was carried on. */
export function BandMarks({ band, matrix, focused = false, ...rest }: BandMarksProps) {
  return (
    <>
      {matrix
        ? band.rows.filter(({ total }) => total > 0).map((row) => <CellLink key={row.fiscalYear} row={row} band={band} {...rest} />)
        : band.marks.map((mark) => <MarkLink key={markKey(mark)} mark={mark} {...rest} />)}
      {(rest.carried || focused) && (
        <CarriedMarks marks={band.marks} told={rest.carried !== null} bright={focused ? "focused" : rest.carried?.only ? "carried" : null} />
      )}
    </>
  );
}

/** A year of a matrix as one link, to all its goals. */
function CellLink({ row, band, carried, language, stripes, dataset, linked = true, newTab }: Omit<BandMarksProps, "matrix"> & { row: DistributionRow }) {
  const marks = band.marks.filter(({ segment }) => row.segments.includes(segment));
  const href = goalsHref({ filter: row.filter, dataset });
  const texts = chartTexts(language);
  return (
    <MarkAnchor href={linked ? href : null} mark={`${row.fiscalYear}-${band.y}`} className="cell" newTab={newTab}>
      <title>{texts.distribution.rowName(row.fiscalYear, row.total, listSegments(row, texts)) + tellRowCarried(carried, row, texts)}</title>
      {marks.map((mark) => (
        <MarkBox key={mark.x} mark={mark} stripes={stripes} flat />
      ))}
    </MarkAnchor>
  );
}

/** One mark with its letter; leads to the goal, or to the goals of the segment. */
function MarkLink({ mark, carried, language, stripes, dataset, panel, linked = true, newTab }: Omit<BandMarksProps, "band" | "matrix"> & { mark: Mark }) {
  const { segment, unit } = mark;
  const href = unit ? leadMark(panel, unit.goalId, goalHref(unit.goalId, dataset)) : goalsHref({ filter: segment.filter, dataset });
  const texts = chartTexts(language);
  const year = segment.filter.fiscalYears?.[0] ?? 0;
  const name = unit ? texts.distribution.unitName(unit.name, segment.label, year) : texts.distribution.segmentName(year, segment.label, segment.count);
  const told = unit ? tellUnitCarried(carried, unit.carried, texts) : tellCarried(carried, segment, texts);
  return (
    <MarkAnchor
      href={linked ? href : null}
      mark={markKey(mark)}
      className={`mark mark-${segment.tone}`}
      newTab={newTab}
      current={unit !== null && isShown(panel, unit.goalId)}
    >
      <title>{name + told}</title>
      <MarkBox mark={mark} stripes={stripes} />
    </MarkAnchor>
  );
}

/** A mark's box and letter; `flat` where nothing around them says its tone, as cells of very many have no room for more elements. */
function MarkBox({ mark: { x, y, width, height, text, segment, unit }, stripes, flat = false }: { mark: Mark; stripes: string; flat?: boolean }) {
  const fontSize = unit && measureText(text) > 1 ? fitFontSize(text, width - 1, FONT) : FONT;
  return (
    <>
      <rect className={flat ? `mark-box box-${segment.tone}` : "mark-box"} x={x} y={y} width={width} height={height} rx={unit ? 3 : 0} />
      {segment.tone === "e" && <rect className="mark-stripes" x={x} y={y} width={width} height={height} fill={`url(#${stripes}-stripes)`} />}
      {text !== "" && (
        <text
          className={flat ? `on-${segment.tone}` : undefined}
          x={x + width / 2}
          y={centreText(y + height / 2, fontSize)}
          textAnchor="middle"
          fontSize={fontSize === FONT ? undefined : fontSize}
          aria-hidden="true"
        >
          {text}
        </text>
      )}
    </>
  );
}

/** Diagonal stripes that tell E from the other ratings without colour. */
export function StripePattern({ id }: { id: string }) {
  return (
    <defs>
      <DiagonalLines id={`${id}-stripes`} step={6} line="mark-stripe" />
    </defs>
  );
}

/** Names a mark in the page: its unit, or its segment's place. Unique within one drawing. */
function markKey(mark: Mark): string {
  return mark.unit?.mark ?? `${mark.segment.filter.fiscalYears?.join()}-${mark.y}-${mark.segment.rating}${mark.segment.variant ?? ""}`;
}
