import type { ReactNode } from "react";

interface MarkAnchorProps {
  href: string | null;
  mark: string;
  className: string;
  /** In a chart that other pages hold: its page cannot be framed, and `<base target>` does not count for links of SVG. */
  newTab?: boolean | undefined;
  children: ReactNode;
}

/** A mark of a chart that leads somewhere, or a plain group where it has nowhere to lead. */
export function MarkAnchor({ href, mark, className, newTab = false, children }: MarkAnchorProps) {
  if (href === null) return <g className={className}>{children}</g>;
  return (
    <a href={href} data-mark={mark} className={className} {...(newTab && { target: "_blank", rel: "noopener" })}>
      {children}
    </a>
  );
}
