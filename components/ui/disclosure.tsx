import type { ReactNode } from "react";

/** The line that opens what is folded away. */
export function Summary({ children }: { children: ReactNode }) {
  return <summary className="cursor-pointer py-1 text-link">{children}</summary>;
}

interface DisclosureProps {
  summary: string;
  open?: boolean;
  children: ReactNode;
}

/** What most readers do without, folded away until wanted; not on paper. */
export function Disclosure({ summary, open = false, children }: DisclosureProps) {
  return (
    <details open={open} className="print:hidden">
      <Summary>{summary}</Summary>
      {children}
    </details>
  );
}

/** For `details` whose content is on paper, folded away or not, without the line that opens it. */
export const OPEN_ON_PAPER =
  "print:*:[summary]:hidden print:details-content:block print:details-content:h-auto print:details-content:[content-visibility:visible]";
