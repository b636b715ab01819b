import type { ReactNode } from "react";

/** Names and what they name, in two columns where there is room. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-5 gap-y-1 @max-md/page:grid-cols-1 @max-md/page:gap-y-0">{children}</dl>;
}

interface FactProps {
  name: ReactNode;
  children: ReactNode;
}

export function Fact({ name, children }: FactProps) {
  return (
    <>
      <dt className="text-ink-soft">{name}</dt>
      <dd className="@max-md/page:mb-2">{children}</dd>
    </>
  );
}
