import { CARRIED_LINE, type Mark } from "@/lib/charts/rating-distribution/geometry";

interface CarriedMarksProps {
  marks: readonly Mark[];
  /** The marks tell what was carried on. */
  told: boolean;
  /** What stands out, as a share of each mark from the left; `null` where nothing is dimmed. */
  bright: "carried" | "focused" | null;
}

/** A line below what was carried on, and a veil over all but what is to stand out: a row's in one shape each, as there may be very many. */
export function CarriedMarks({ marks, told, bright }: CarriedMarksProps) {
  const { gap, height } = CARRIED_LINE;
  const lines = marks
    .filter(({ carried }) => told && carried > 0)
    .map((mark) => drawBox(mark.x, mark.y + mark.height + gap, mark.unit ? mark.carried : Math.max(1, mark.carried - 1), height));
  // With the mark's edge, which is drawn half outside of its box.
  const rest = bright
    ? marks
        .filter((mark) => mark[bright] < mark.width)
        .map(({ x, y, width, height: tall, [bright]: own }) => drawBox(x + own - (own > 0 ? 0 : 1), y - 1, width - own + (own > 0 ? 1 : 2), tall + 2))
    : [];
  return (
    <>
      {rest.length > 0 && <path className="veil" d={rest.join("")} />}
      {lines.length > 0 && <path className="carried" d={lines.join("")} />}
    </>
  );
}

function drawBox(x: number, y: number, width: number, height: number): string {
  const round = (value: number) => Math.round(value * 10) / 10;
  return `M${round(x)} ${round(y)}h${round(width)}v${height}h${-round(width)}z`;
}
