import type { DrawnBar } from "@/lib/charts/continuation-ribbon/drawn";
import { DiagonalLines } from "../diagonal-lines";

/** How far an end cap stands out over its bar. */
const CAP = 4;

/**
 * A node's bar: whole where something comes from before or goes on, outlined where it is new, hatched with a cap
 * where it ends; so fate is told without colour.
 */
export function Bar({ bar: { what, ...box }, id }: { bar: DrawnBar; id: string }) {
  if (what === "on") return <rect className="bar-on" {...box} />;
  if (what === "new") return <rect className="bar-new" x={box.x + 1} y={box.y + 1} width={box.width - 2} height={Math.max(1, box.height - 2)} />;
  const right = box.x + box.width;
  return (
    <>
      <rect className="bar-ended" x={box.x + 0.75} y={box.y + 0.75} width={box.width - 1.5} height={Math.max(1, box.height - 1.5)} fill={`url(#${id}-hatch)`} />
      <line className="bar-cap" x1={right + 1} x2={right + 1} y1={box.y - CAP} y2={box.y + box.height + CAP} />
    </>
  );
}

/** Diagonal lines of what ends. */
export function HatchPattern({ id }: { id: string }) {
  return <DiagonalLines id={`${id}-hatch`} step={5} line="bar-hatch" />;
}
