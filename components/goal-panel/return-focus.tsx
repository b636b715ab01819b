"use client";

import { useEffect } from "react";

/** In a page that shows goals beside its chart: gives the focus back to the mark whose panel was closed, by whatever means. */
export function ReturnFocus() {
  useEffect(() => {
    const goal = findLeft();
    if (goal === null) return;
    const name = CSS.escape(goal);
    // Its own mark, else one of its targets or initiatives, else a link to it.
    for (const selector of [`[data-mark="${name}"]`, `[data-mark^="${name}-"]`, `[data-mark$="/${name}"]`]) {
      const mark = [...document.querySelectorAll<HTMLElement>(selector)].find((each) => each.getClientRects().length > 0);
      if (mark) return mark.focus();
    }
  }, []);
  return null;
}

/** The goal of the page that led here, where that was this page with a panel and nothing else changed. */
function findLeft(): string | null {
  const arrival = performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming | undefined;
  if (arrival?.type !== "navigate" || !document.referrer) return null;
  const before = new URL(document.referrer);
  const goal = before.searchParams.get("goal");
  before.searchParams.delete("goal");
  return before.origin + before.pathname === location.origin + location.pathname && `${before.searchParams}` === `${new URLSearchParams(location.search)}`
    ? goal
    : null;
}
