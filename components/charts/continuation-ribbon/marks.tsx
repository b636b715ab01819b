import { CHART } from "../chart-svg";
import { MarkAnchor } from "../mark-anchor";
import { Bar, HatchPattern } from "./bars";
import type { LinkedMark, LinkedRibbon } from "./hrefs";
import { drawArea, drawEdges } from "./path";

/** How its drawing stands in a page: never smaller than it is laid out, and on a very wide screen larger. */
export const RIBBON = `${CHART} max-w-none @min-[84rem]:w-[84rem]!`;

interface MarksProps {
  drawn: LinkedRibbon;
  /** Names the drawing's parts; different for each drawing of a page. */
  id: string;
  newTab?: boolean | undefined;
}

/**
 * All that the drawing holds. Each node and each ribbon is a link; those of one lineage are one group, so that style
 * sheets alone bring it out, and the keyboard follows it from year to year.
 */
export function RibbonMarks({ drawn, id, newTab }: MarksProps) {
  return (
    <>
      <RibbonFrame drawn={drawn} id={id} />
      {drawn.lineages.map((marks, index) => (
        <g key={index} className={drawn.dimmed?.includes(index) ? "lineage dim" : "lineage"}>
          {marks.map((mark) => (
            <RibbonMark key={mark.key} mark={mark} id={id} newTab={newTab} />
          ))}
        </g>
      ))}
    </>
  );
}

/** Everything but the marks: rules, departments and, where no axis tells them, years. */
export function RibbonFrame({ drawn: { width, rules, headings }, id, years = true }: { drawn: LinkedRibbon; id: string; years?: boolean }) {
  return (
    <>
      <defs>
        <HatchPattern id={id} />
      </defs>
      {rules.map((y) => (
        <line key={y} className="chart-rule" x1={0} x2={width} y1={y} y2={y} />
      ))}
      {headings
        .filter(({ what }) => years || what !== "year")
        .map((heading) => (
          <text key={`${heading.x} ${heading.y}`} className={`ribbon-${heading.what}`} x={heading.x} y={heading.y} textAnchor={heading.anchor}>
            {heading.text}
          </text>
        ))}
    </>
  );
}

interface MarkProps<What> {
  mark: Extract<LinkedMark, { what: What }>;
  id: string;
  newTab?: boolean | undefined;
}

/** One node or one ribbon. */
export function RibbonMark({ mark, ...rest }: MarkProps<LinkedMark["what"]>) {
  return mark.what === "node" ? <NodeLink mark={mark} {...rest} /> : <FlowLink mark={mark} {...rest} />;
}

function NodeLink({ mark: { key, name, href, current, area, joined, bars, label }, id, newTab }: MarkProps<"node">) {
  return (
    <MarkAnchor href={href} className="ribbon-node" mark={key} newTab={newTab} current={current ?? false} from={area}>
      <title>{name}</title>
      <rect className="ribbon-area" x={-3} y={-2} width={area.width + 6} height={area.height + 4} rx={3} />
      {joined && <rect className="ribbon-body" width={area.width} height={area.height} />}
      {bars.map((bar) => (
        <Bar key={`${bar.x} ${bar.y}`} bar={{ ...bar, x: bar.x - area.x, y: bar.y - area.y }} id={id} />
      ))}
      <g aria-hidden="true">
        {label.lines.map((line, index) => (
          <text key={index} className={`ribbon-${line.what}`} x={label.x - area.x} y={line.y - area.y} textAnchor={label.anchor}>
            {line.text}
          </text>
        ))}
      </g>
    </MarkAnchor>
  );
}

function FlowLink({ mark, newTab }: MarkProps<"flow">) {
  return (
    <MarkAnchor
      href={mark.href}
      className={`ribbon-flow kind-${mark.kind} status-${mark.status}`}
      mark={mark.key}
      newTab={newTab}
      current={mark.current ?? false}
    >
      <title>{mark.name}</title>
      <path className="ribbon-fill" d={drawArea(mark)} />
      <path className="ribbon-edge" d={drawEdges(mark)} />
    </MarkAnchor>
  );
}
