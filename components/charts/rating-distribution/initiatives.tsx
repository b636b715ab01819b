import { tellInitiatives } from "@/lib/charts/rating-distribution/carried-sentence";
import type { DistributionLayout } from "@/lib/charts/rating-distribution/geometry";
import { chartTexts } from "@/lib/texts/chart-texts";
import { carriedOnHref } from "@/lib/urls";
import { MarkAnchor } from "../mark-anchor";

/** Pixels of a figure that can be pressed. */
const WIDTH = 66;

interface InitiativeFiguresProps {
  layout: DistributionLayout;
  dataset: string | null;
  linked?: boolean | undefined;
  newTab?: boolean | undefined;
}

/** How many initiatives of each department go on; each leads to just these. */
export function InitiativeFigures({ layout: { carried, initiatives, head, band, language }, dataset, linked = true, newTab }: InitiativeFiguresProps) {
  if (!carried || initiatives.length === 0) return null;
  const { from, to } = carried;
  const texts = chartTexts(language);
  return (
    <>
      {head && (
        <text className="chart-note" x={head.x} y={15} textAnchor="end">
          {head.text}
        </text>
      )}
      {initiatives.map(({ x, y, label, counts, filter }) => (
        <MarkAnchor
          key={y}
          href={linked ? carriedOnHref({ from, to, level: "initiative", fate: "continuing", filter, dataset }) : null}
          mark={`i${y}`}
          className="entry"
          newTab={newTab}
        >
          <title>{tellInitiatives(carried, counts, texts)}</title>
          <rect className="ribbon-area" x={x - WIDTH} y={y + 2} width={WIDTH} height={band - 4} pointerEvents="all" />
          <text x={x} y={y + band / 2 + 5} textAnchor="end">
            {label && `${label} `}
            {linked ? <tspan className="go">{counts.continuing}</tspan> : counts.continuing} / {texts.count(counts.before)}
          </text>
        </MarkAnchor>
      ))}
    </>
  );
}
