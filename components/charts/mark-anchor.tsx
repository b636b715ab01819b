import type { ReactNode } from "react";

/** A mark of a chart that leads somewhere, or a plain group where it has nowhere to lead. */
export function MarkAnchor({ href, mark, className, children }: { href: string | null; mark: string; className: string; children: ReactNode }) {
  if (href === null) return <g className={className}>{children}</g>;
  return (
    <a href={href} data-mark={mark} className={className}>
      {children}
    </a>
  );
}
