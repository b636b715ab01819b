import type { ReactNode } from "react";

interface MarkAnchorProps {
  href: string | null;
  mark: string;
  className: string;
  /** In a chart that other pages hold: its page cannot be framed, and `<base target>` does not count for links of SVG. */
  newTab?: boolean | undefined;
  /** What it stands for is told beside the chart. */
  current?: boolean;
  /** The place that its parts are drawn from; what marks of one kind have in common is then written alike, which packs well. */
  from?: { x: number; y: number };
  children: ReactNode;
}

/** What is told beside the chart: a mark with two edges, dark and light, a node with a line under its title, a band that is fuller. */
const CURRENT =
  "[&_.mark-box]:stroke-ink [&_.mark-box]:stroke-3 [&_.mark-box]:outline-2 [&_.mark-box]:-outline-offset-4 [&_.mark-box]:outline-rating-ink [&_.ribbon-area]:fill-mark [&_.ribbon-title]:underline [&_.ribbon-fill]:[fill-opacity:0.45]";

/** A mark of a chart that leads somewhere, or a plain group where it has nowhere to lead. */
export function MarkAnchor({ href, mark, className, newTab = false, current = false, from, children }: MarkAnchorProps) {
  // React's types know no SVG attributes at links.
  const placed = from && { transform: `translate(${from.x},${from.y})` };
  if (href === null)
    return (
      <g className={className} {...placed}>
        {children}
      </g>
    );
  return (
    <a
      href={href}
      data-mark={mark}
      aria-current={current || undefined}
      className={current ? `${className} ${CURRENT}` : className}
      {...placed}
      {...(newTab && { target: "_blank", rel: "noopener" })}
    >
      {children}
    </a>
  );
}
