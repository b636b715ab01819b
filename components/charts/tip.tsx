import type { ReactNode } from "react";

/** What stands beside the pointer of an interactive chart. */
export function Tip({ children }: { children: ReactNode }) {
  return (
    <div data-tip="" className="max-w-88 rounded-4 border border-rule-strong bg-paper px-3 py-2 text-sm whitespace-normal text-ink">
      {children}
    </div>
  );
}
