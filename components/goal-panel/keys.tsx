"use client";

import { useEffect } from "react";

/** Closes the panel by Esc. */
export function PanelKeys({ closeHref }: { closeHref: string }) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) location.assign(closeHref);
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [closeHref]);
  return null;
}
