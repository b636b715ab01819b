"use client";

import { useEffect, useLayoutEffect, useRef, useState, type ComponentType, type ReactNode } from "react";
import type { DrawnDistribution } from "@/lib/charts/rating-distribution";

interface DrawingProps {
  width: number;
  id: string;
  title: string;
  dataset: string | null;
}

interface EnhanceProps extends DrawingProps {
  /** Id of the `<script type="application/json">` that holds the chart. */
  data: string;
  /** The static drawing, which stays until a reader points at, focuses or touches it. */
  children: ReactNode;
}

/** Fetches the interactive chart on the reader's first sign of interest and puts it in the static one's box. */
export function EnhanceDistribution({ data, children, ...props }: EnhanceProps) {
  const [Chart, setChart] = useState<ComponentType<DrawingProps> | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const focused = useRef<string | null>(null);
  const wanted = useRef(false);

  async function load() {
    if (wanted.current) return;
    wanted.current = true;
    try {
      const { InteractiveDistribution } = await import("./interactive");
      focused.current = box.current?.querySelector<HTMLElement>("[data-mark]:focus")?.dataset.mark ?? null;
      const chart = JSON.parse(document.getElementById(data)!.textContent!) as DrawnDistribution;
      setChart(() => (drawing: DrawingProps) => <InteractiveDistribution chart={chart} {...drawing} />);
    } catch {
      wanted.current = false; // The static chart says the same; the next touch tries again.
    }
  }

  // The reader may have been here before the script was.
  useEffect(() => {
    if (box.current?.matches(":hover, :focus-within")) void load();
  }, []);

  // Recharts draws its bars some commits after it is mounted, so the mark to give the focus back to is awaited.
  useLayoutEffect(() => {
    const selector = focused.current && `[data-mark="${CSS.escape(focused.current)}"]`;
    if (!Chart || !selector || !box.current) return;
    const observer = new MutationObserver(giveBack);
    function giveBack() {
      const mark = box.current?.querySelector<HTMLElement>(selector as string);
      if (!mark) return;
      observer.disconnect();
      mark.focus();
    }
    observer.observe(box.current, { childList: true, subtree: true });
    giveBack();
    return () => observer.disconnect();
  }, [Chart]);

  return (
    <div ref={box} className="relative w-fit max-w-full" data-interactive={Chart !== null} onPointerEnter={load} onFocus={load} onTouchStart={load}>
      {Chart ? <Chart {...props} /> : children}
    </div>
  );
}
