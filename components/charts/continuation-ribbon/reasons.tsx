"use client";

import { type MouseEvent, type ReactNode, type SyntheticEvent, useRef, useState } from "react";

interface RibbonReasonsProps {
  /** What to do, before anything is pointed at; and what a second tap does. */
  hint: string;
  tapHint: string;
  children: ReactNode;
}

/**
 * Tells beneath the drawing what is pointed at or focused: the name of the link, with its reasons. By touch the
 * first tap brings it out and the second follows it. Without JavaScript the names and the table say the same.
 */
export function RibbonReasons({ hint, tapHint, children }: RibbonReasonsProps) {
  const [told, setTold] = useState<string | null>(null);
  const [touched, setTouched] = useState(false);
  const pointed = useRef<Element | null>(null);

  function point(event: SyntheticEvent): boolean {
    const mark = (event.target as Element).closest("a[data-mark]");
    if (!mark || mark === pointed.current) return false;
    pointed.current = mark;
    setTold(mark.querySelector("title")?.textContent ?? null);
    return true;
  }
  function tap(event: MouseEvent) {
    const byTouch = (event.nativeEvent as PointerEvent).pointerType === "touch";
    setTouched(byTouch);
    if (byTouch && point(event)) event.preventDefault();
  }

  return (
    <div
      onPointerOver={(event) => event.pointerType === "mouse" && point(event)}
      onFocus={(event) => event.target.matches(":focus-visible") && point(event)}
      onClick={tap}
    >
      {children}
      <p
        data-told={told === null ? undefined : ""}
        className="mt-2 min-h-14 border-t border-rule bg-paper py-1 text-sm @max-[40rem]:min-h-24 data-told:sticky data-told:bottom-0 noscript:hidden print:hidden"
      >
        {told ?? hint}
        {told && touched && <span className="text-ink-soft"> {tapHint}</span>}
      </p>
    </div>
  );
}
