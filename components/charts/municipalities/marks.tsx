import type { PlacedPanel, PlacedRow } from "@/lib/charts/municipalities/layout";
import type { MunicipalitiesChart } from "@/lib/charts/municipalities/model";
import { tellPanel } from "@/lib/charts/municipalities/sentence";
import type { PlacedLine } from "@/lib/charts/text-drawing";
import type { View } from "@/lib/parameters/view";
import { overviewHref } from "@/lib/urls";
import { MarkAnchor } from "../mark-anchor";
import { Badge } from "../text-drawing";

interface MunicipalityMarksProps {
  placed: PlacedPanel;
  chart: MunicipalitiesChart;
  /** Names the pattern of what stands outside an order. */
  id: string;
  view: View | null;
}

/** One municipality: its name, its year, and its own scale with a bar for each rating; all of it leads to its overview. */
export function MunicipalityMarks({ placed: { panel, x, y, width, name, notes, rows }, chart, id, view }: MunicipalityMarksProps) {
  return (
    <>
      <line className="chart-rule" x1={x} x2={x + width} y1={y + 0.5} y2={y + 0.5} />
      <MarkAnchor href={view && overviewHref({ filter: { municipalities: [panel.id] }, dataset: view.dataset })} mark={panel.id} className="entry" newTab>
        <title>{tellPanel(panel, chart)}</title>
        {name.map((line) => (
          <Line key={line.y} line={line} className={view ? "strong go" : "strong"} />
        ))}
        {notes.map((line) => (
          <Line key={line.y} line={line} />
        ))}
        {rows.map((row) => (
          <Row key={row.badge.y} row={row} id={id} />
        ))}
      </MarkAnchor>
    </>
  );
}

function Row({ row: { badge, label, bar, amount }, id }: { row: PlacedRow; id: string }) {
  return (
    <>
      <Badge badge={badge} id={id} />
      {label.text !== "" && <Line line={label} />}
      {bar && (
        <g className={`mark mark-${badge.tone}`}>
          <rect className="mark-box" {...bar} />
          {badge.tone === "e" && <rect className="mark-stripes" {...bar} fill={`url(#${id}-stripes)`} />}
        </g>
      )}
      <Line line={amount} />
    </>
  );
}

/** Plain text is as texts of drawings are. */
export function Line({
  line: { x, y, size, text, what },
  className = what === "plain" ? undefined : what,
}: {
  line: PlacedLine;
  className?: string | undefined;
}) {
  return (
    <text className={className} x={x} y={y} fontSize={size}>
      {text}
    </text>
  );
}
