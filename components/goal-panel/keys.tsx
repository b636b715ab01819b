"use client";

import { useEffect, useRef } from "react";
import { keepLeft } from "./left-mark";

/** Closes the panel by Esc, and notes on closing which goal it told of, so that its mark has the focus again. */
export function PanelKeys({ closeHref, goal }: { closeHref: string; goal: string }) {
  const own = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const panel = own.current!.parentElement!;
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      keepLeft(goal);
      location.assign(closeHref);
    };
    const clicked = (event: MouseEvent) => {
      if ((event.target as Element).closest("[data-close]")) keepLeft(goal);
    };
    document.addEventListener("keydown", pressed);
    panel.addEventListener("click", clicked);
    return () => {
      document.removeEventListener("keydown", pressed);
      panel.removeEventListener("click", clicked);
    };
  }, [closeHref, goal]);
  return <span ref={own} hidden />;
}
