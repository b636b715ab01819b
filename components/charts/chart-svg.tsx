import type { ReactNode } from "react";

interface ChartSvgProps {
  /** Natural size in pixels. */
  layout: { width: number; height: number };
  title: string;
  className?: string;
  children: ReactNode;
}

/** What every drawing of the site's pages is, the interactive ones too. */
export const CHART = "block h-auto max-w-full overflow-visible text-[13px] tabular-nums print:max-w-full";

/** A page's drawing: its width is in rem, so that it grows with the text, up to the room there is. */
export function ChartSvg({ layout: { width, height }, title, className = CHART, children }: ChartSvgProps) {
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      style={{ width: `${width / 16}rem` }}
      className={className}
      role="group"
      aria-label={title}
    >
      {children}
    </svg>
  );
}
