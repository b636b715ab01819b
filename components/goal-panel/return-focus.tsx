"use client";

import { useEffect } from "react";
import { takeLeft } from "./left-mark";

/** In a page that shows goals beside its chart: gives the focus back to the mark whose panel was closed. */
export function ReturnFocus() {
  useEffect(() => {
    const goal = takeLeft();
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
