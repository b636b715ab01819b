import type { PlacedBadge, TextDrawing } from "@/lib/charts/text-drawing";
import { centreText, fitFontSize } from "@/lib/charts/text-fit";
import { goalHref } from "@/lib/urls";
import type { DrawingOptions, PlacedDrawing } from "./chart-view";
import { MarkAnchor } from "./mark-anchor";
import { StripePattern } from "./rating-distribution/marks";

interface TextMarksProps {
  drawing: TextDrawing;
  /** Names the pattern of E; different for each drawing of a page. */
  id: string;
  hrefOfGoal: ((goalId: string, pointer?: string) => string) | null;
  newTab?: boolean | undefined;
}

/** Marks of a drawing of texts. */
export function placeTexts(drawing: TextDrawing, { id, view }: DrawingOptions): PlacedDrawing {
  return {
    width: drawing.width,
    height: drawing.height,
    content: (
      <>
        <StripePattern id={id} />
        <TextMarks drawing={drawing} id={id} hrefOfGoal={view ? (goalId, pointer) => goalHref(goalId, view.dataset, pointer) : null} newTab />
      </>
    ),
  };
}

/** Badges and lines of text; an entry that stands for a goal leads to it. */
function TextMarks({ drawing, id, hrefOfGoal, newTab }: TextMarksProps) {
  return (
    <>
      {drawing.entries.map(({ key, goalId, pointer, name, badge, lines, dimmed }) => (
        <MarkAnchor
          key={key}
          href={goalId === null ? null : (hrefOfGoal?.(goalId, pointer) ?? null)}
          mark={key}
          className={dimmed ? "entry dim" : "entry"}
          newTab={newTab}
        >
          {name && <title>{name}</title>}
          {badge && <Badge badge={badge} id={id} />}
          {lines.map((line) => (
            <text key={`${line.x} ${line.y}`} className={line.what} x={line.x} y={line.y} fontSize={line.size}>
              {line.stretches?.map(({ text, look }, at) =>
                look ? (
                  <tspan key={at} className={look}>
                    {text}
                  </tspan>
                ) : (
                  text
                ),
              ) ?? line.text}
            </text>
          ))}
        </MarkAnchor>
      ))}
    </>
  );
}

/** A rating's letter on its colour, as the charts' marks have it. */
export function Badge({ badge: { x, y, size, tone, text }, id }: { badge: PlacedBadge; id: string }) {
  const fontSize = fitFontSize(text, size - 1, size > 30 ? 20 : size < 20 ? 11 : 13);
  return (
    <g className={`mark mark-${tone}`}>
      <rect className="mark-box" x={x} y={y} width={size} height={size} rx={3} />
      {tone === "e" && <rect className="mark-stripes" x={x} y={y} width={size} height={size} fill={`url(#${id}-stripes)`} />}
      <text x={x + size / 2} y={centreText(y + size / 2, fontSize)} textAnchor="middle" fontSize={fontSize}>
        {text}
      </text>
    </g>
  );
}
