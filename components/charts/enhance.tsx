"use client";

import { type ComponentType, type FocusEvent, type PointerEvent, type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ChartName } from "@/lib/charts/registry";
import type { DrawingProps, InteractiveProps } from "./interactive-props";
import { INTERACTIVES } from "./interactives";

interface EnhanceProps extends DrawingProps {
  chart: ChartName;
  /** Id of the `<script type="application/json">` that holds what the interactive version takes. */
  data: string;
  /** Id of the element where its legend goes. */
  legend: string;
  /** The static drawing, which is the first paint. */
  children: ReactNode;
}

/** Pixels from the window's top left. */
type Point = { x: number; y: number };
type Interactive = ComponentType<Omit<InteractiveProps<unknown>, "data">>;

/**
 * Puts a chart's interactive version in its static drawing's box: when the browser is idle and the chart in view, or
 * at once when a reader points at, focuses or touches it. What fails to come leaves the static drawing as it is.
 */
export function EnhanceChart({ chart, data, legend, children, ...drawing }: EnhanceProps) {
  const [Chart, setChart] = useState<Interactive | null>(null);
  const [shown, setShown] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const focused = useRef<string | null>(null);
  const held = useRef<Element | null>(null);
  const wanted = useRef(false);
  const resting = useRef<Point | null>(null);

  async function load() {
    if (wanted.current) return;
    wanted.current = true;
    try {
      const Version = (await INTERACTIVES[chart]!()) as ComponentType<InteractiveProps<unknown>>;
      const read: unknown = JSON.parse(document.getElementById(data)!.textContent!);
      focused.current = box.current?.querySelector<HTMLElement>("[data-mark]:focus")?.dataset.mark ?? focused.current;
      setChart(() => (props: Omit<InteractiveProps<unknown>, "data">) => <Version data={read} {...props} />);
    } catch {
      wanted.current = false; // The static chart says the same; the next touch tries again.
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on arrival; what it loads does not change.
  useEffect(() => {
    // The reader may have been here before the script was, and have moved nothing since that it could hear of.
    if (box.current?.matches(":hover, :focus-within")) {
      resting.current ??= findCentre([...box.current.querySelectorAll("[data-mark]:hover")].at(-1));
      void load();
    }
    let idle = 0;
    const observer = new IntersectionObserver((entries) => {
      const inView = entries.at(-1)!.isIntersecting;
      setShown(inView || (box.current?.getClientRects().length ?? 0) > 0);
      if (inView && idle === 0) idle = whenIdle(load);
    });
    observer.observe(box.current!);
    return () => observer.disconnect();
  }, []);

  // Recharts draws its marks some commits after it is mounted: what waits for them is told then, and a pointer until it is heard.
  useLayoutEffect(() => {
    if (!Chart || !box.current) return;
    const observer = new MutationObserver(tellMarks);
    function tellMarks() {
      if (!box.current?.querySelector("[data-mark]")) return;
      // Between two marks the focus is nowhere too: it is lost only where its mark is gone.
      if (!held.current?.isConnected) giveFocusBack(box.current, focused);
      tellResting(box.current, resting);
    }
    observer.observe(box.current, { childList: true, subtree: true });
    tellMarks();
    const again = setInterval(tellMarks, 200);
    function end() {
      clearInterval(again);
      clearTimeout(ending);
      observer.disconnect();
    }
    const ending = setTimeout(end, 2000);
    return end;
  }, [Chart]);

  function noteFocus({ target }: FocusEvent<Element>) {
    held.current = target.closest("[data-mark]");
    focused.current = held.current?.getAttribute("data-mark") ?? null;
    void load();
  }

  function notePointer({ pointerType, type, clientX: x, clientY: y }: PointerEvent) {
    if (pointerType !== "mouse") return;
    resting.current = Chart && type === "pointermove" ? null : { x, y };
    if (Chart && type === "pointerover" && box.current) tellResting(box.current, resting);
  }

  return (
    <div
      ref={box}
      className="relative w-fit max-w-full"
      data-interactive={Chart !== null}
      onPointerEnter={load}
      onPointerOver={notePointer}
      onPointerMove={notePointer}
      onFocus={noteFocus}
      onTouchStart={load}
    >
      {Chart ? <Chart drawing={drawing} legend={shown ? document.getElementById(legend) : null} /> : children}
    </div>
  );
}

/** The middle of what is pointed at. */
function findCentre(element: Element | undefined): Point | null {
  if (!element) return null;
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** Focuses the mark that had the focus last, in the static drawing or since, where Recharts drew it anew; not where the reader has gone elsewhere. */
function giveFocusBack(box: Element, focused: RefObject<string | null>): void {
  if (focused.current === null) return;
  const mark = box.querySelector<HTMLElement>(`[data-mark="${CSS.escape(focused.current)}"]`);
  const { activeElement, body } = document;
  if (activeElement === body) mark?.focus();
  else if (!box.contains(activeElement)) focused.current = null;
}

/** Tells the chart of a pointer that came before it and does not move, as it shows a tip only where one moves. */
function tellResting(box: Element, resting: RefObject<Point | null>): void {
  if (box.querySelector("[data-tip]")) resting.current = null;
  if (!resting.current || !box.matches(":hover") || !box.querySelector("[data-mark]")) return;
  const { x: clientX, y: clientY } = resting.current;
  const target = document.elementFromPoint(clientX, clientY);
  for (const type of ["mouseover", "mousemove"]) target?.dispatchEvent(new MouseEvent(type, { bubbles: true, clientX, clientY }));
}

/** Runs it when the browser has nothing else to do; Safari, which does not say when, is given a moment. */
function whenIdle(run: () => void): number {
  return typeof requestIdleCallback === "function" ? requestIdleCallback(() => run(), { timeout: 5000 }) : window.setTimeout(run, 300);
}
