import type { ReactNode } from "react";
import { continuationJa } from "@/lib/texts/continuation-ja";

/** One entry of a legend: a swatch of `width` (32) × 16 pixels, and what it stands for. */
export interface LegendEntry {
  text: string;
  className?: string;
  width?: number;
  swatch: ReactNode;
}

/** A legend as a list beside its drawing. */
export function LegendList({ entries, className }: { entries: readonly LegendEntry[]; className: string }) {
  return (
    <ul className={className} aria-label={continuationJa.legend}>
      {entries.map(({ text, className: kind, width = 32, swatch }) => (
        <li key={text}>
          <svg width={width} height={16} viewBox={`0 0 ${width} 16`} className={kind} aria-hidden="true">
            {swatch}
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
