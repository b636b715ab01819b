import type { ReactNode } from "react";
import type { RatingTone } from "@/lib/domain/rating/tone";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { Language } from "@/lib/texts/language";

/** One entry of a legend: a swatch of `width` (32) × 16 pixels, and what it stands for. */
export interface LegendEntry {
  text: string;
  className?: string;
  /** Tone of the marks that pointing at it brings out. */
  tone?: RatingTone;
  width?: number;
  swatch: ReactNode;
  /** What it can be asked to do. */
  link?: { href: string; text: string };
}

const SWATCH = 32;

/** The entries' texts, and how wide each one's swatch is in pixels. */
export function measureLegend(entries: readonly LegendEntry[]): { text: string; width: number }[] {
  return entries.map(({ text, width = SWATCH }) => ({ text, width }));
}

interface LegendListProps {
  entries: readonly LegendEntry[];
  className: string;
  language?: Language;
  /** Wraps an entry that stands for marks, to be pressed. */
  press?: (entry: LegendEntry, content: ReactNode) => ReactNode;
}

/** A legend as a list beside its drawing. What it leads to takes the drawing's own place, also in another site's page. */
export function LegendList({ entries, className, language = "ja", press = (_, content) => content }: LegendListProps) {
  return (
    <ul className={className} aria-label={chartTexts(language).legend}>
      {entries.map((entry) => {
        const { text, className: kind, tone, width = SWATCH, swatch, link } = entry;
        const content = (
          <>
            <svg width={width} height={16} viewBox={`0 0 ${width} 16`} className={kind} aria-hidden="true">
              {swatch}
            </svg>
            {text}
          </>
        );
        return (
          <li key={text} data-legend={tone}>
            {tone ? press(entry, content) : content}
            {link && (
              <a className="inline-flex min-h-7 items-center whitespace-nowrap print:hidden" href={link.href} target="_self">
                {link.text}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
