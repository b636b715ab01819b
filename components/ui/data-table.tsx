import type { ReactNode } from "react";

const CELLS =
  "border-collapse text-sm tabular-nums cells:border-b cells:border-rule cells:py-1.5 cells:pr-3 cells:text-left cells:align-top cells:font-normal heads:border-b-2 heads:border-rule-strong heads:align-bottom heads:font-bold print:cells:py-0.5 print:[&_tr]:break-inside-avoid";

/** A figure's cell, and its head. */
export const NUMERIC = "text-right whitespace-nowrap";

/** Rows below each other, and of each its cells, where there is no room for more; that takes the elements' own roles away. */
const STACKS = { narrow: "narrow:block", compact: "compact:block" };
const STACKED_HEADS = { narrow: "narrow:sr-only", compact: "compact:sr-only" };

interface DataTableProps {
  /** Said to those who do not see what the table stands under. */
  caption: string;
  /** Cells of the head. */
  head: ReactNode;
  /** How little room makes its rows stand below each other; rows and cells then name their roles. */
  stack?: keyof typeof STACKS;
  className?: string;
  /** Rows. */
  children: ReactNode;
}

/** A table of data. */
export function DataTable({ caption, head, stack, className = "", children }: DataTableProps) {
  const stacked = stack ? STACKS[stack] : undefined;
  const role = (name: string) => (stack ? name : undefined);
  return (
    <table role={role("table")} className={`${CELLS} ${stacked ?? ""} ${className}`.trim()}>
      <caption className="sr-only">{caption}</caption>
      <thead role={role("rowgroup")} className={stack && STACKED_HEADS[stack]}>
        <tr role={role("row")}>{head}</tr>
      </thead>
      <tbody role={role("rowgroup")} className={stacked}>
        {children}
      </tbody>
    </table>
  );
}

/** Room for what may be wider than the page, scrolled by itself. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="region" aria-label={label} tabIndex={0} className="max-w-full overflow-x-auto print:overflow-visible">
      {children}
    </div>
  );
}
