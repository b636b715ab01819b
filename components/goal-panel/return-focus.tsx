"use client";

import { useEffect } from "react";
import { takeLeft } from "./left-mark";

/** In a page that shows goals beside its chart: gives the focus back to the mark whose panel was closed. */
export function ReturnFocus() {
  useEffect(() => {
    const goal = takeLeft();
    if (goal === null) return;
    const marks = document.querySelectorAll<HTMLElement>(`[data-mark="${CSS.escape(goal)}"], [data-mark^="${CSS.escape(goal)}-"], [data-mark$="/${CSS.escape(goal)}"]`);
    [...marks].find((mark) => mark.getClientRects().length > 0)?.focus();
  }, []);
  return null;
}
