"use client";

import { useState } from "react";
import { LEGEND } from "./figure-legend";
import { type LegendEntry, LegendList } from "./legend-list";

/** The legend of an interactive chart, in the static one's place: an entry that stands for marks brings them out when it is pressed, for those who cannot point. */
export function LiveLegend({ entries }: { entries: readonly LegendEntry[] }) {
  const [pressed, setPressed] = useState<string | null>(null);
  return (
    <div data-live="">
      <LegendList
        className={LEGEND}
        entries={entries}
        press={({ text }, content) => (
          <button
            type="button"
            className="inline-flex min-h-7 items-center gap-1.5 aria-pressed:font-bold"
            aria-pressed={pressed === text}
            onClick={() => setPressed(pressed === text ? null : text)}
          >
            {content}
          </button>
        )}
      />
    </div>
  );
}
