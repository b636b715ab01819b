import type { ReactNode } from "react";

/** A list with its bullets, within what is read. */
export function Bullets({ children }: { children: ReactNode }) {
  return <ul className="max-w-prose list-disc pl-[1.1em]">{children}</ul>;
}
