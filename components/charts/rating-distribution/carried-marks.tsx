import { CARRIED_LINE, type Mark } from "@/lib/charts/rating-distribution/geometry";

/** A line below what was carried on, and a veil over all else where it is to stand out: a row's in one shape each, as there may be very many. */
export function CarriedMarks({ marks, only }: { marks: readonly Mark[]; only: boolean }) {
  const { gap, height } = CARRIED_LINE;
  const lines = marks
    .filter(({ carried }) => carried > 0)
    .map((mark) => drawBox(mark.x, mark.y + mark.height + gap, mark.unit ? mark.carried : Math.max(1, mark.carried - 1), height));
  // With the mark's edge, which is drawn half outside of its box.
  const rest = only
    ? marks
        .filter(({ carried, width }) => carried < width)
        .map(({ x, y, width, height: tall, carried }) => drawBox(x + carried - (carried > 0 ? 0 : 1), y - 1, width - carried + (carried > 0 ? 1 : 2), tall + 2))
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
