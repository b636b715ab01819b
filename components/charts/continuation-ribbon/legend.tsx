import type { RibbonKinds } from "@/lib/charts/continuation-ribbon/kinds";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { LegendEntry } from "../legend-list";
import { HatchPattern } from "./bars";

/** What bars, ribbons and edges stand for, each with a swatch of 32 × 16 pixels; only what the drawing holds. */
export function listRibbonLegend({ ended, begun, statuses, related, language }: RibbonKinds, id: string): LegendEntry[] {
  const { ribbon } = chartTexts(language);
  return [
    { text: ribbon.fate["lives-on"], swatch: <rect className="bar-on" x={11} y={1} width={10} height={14} /> },
    ...(ended ? [{ text: ended === "decided" ? ribbon.endDecided : ribbon.fate.ended, swatch: <EndedSwatch id={id} /> }] : []),
    ...(begun ? [{ text: ribbon.fate.new, swatch: <rect className="bar-new" x={12} y={2} width={8} height={12} /> }] : []),
    ...statuses.map((status) => ({
      text: ribbon.statusInFull[status],
      className: `ribbon-flow status-${status}`,
      swatch: (
        <>
          <rect className="ribbon-fill" x={0} y={3} width={32} height={10} />
          <path className="ribbon-edge" d="M0,3H32M0,13H32" />
        </>
      ),
    })),
    ...(related ? [{ text: ribbon.related, className: "ribbon-flow kind-related status-proposed", swatch: <path className="ribbon-edge" d="M0,8H32" /> }] : []),
  ];
}

function EndedSwatch({ id }: { id: string }) {
  return (
    <>
      <HatchPattern id={id} />
      <rect className="bar-ended" x={11} y={3} width={10} height={10} fill={`url(#${id}-hatch)`} />
      <line className="bar-cap" x1={22} x2={22} y1={0} y2={16} />
    </>
  );
}
