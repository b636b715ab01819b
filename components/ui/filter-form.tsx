import type { ReactNode } from "react";

interface FilterFormProps {
  /** The page that answers it. */
  action: string;
  children: ReactNode;
}

/** What narrows a page, as a plain form that stands in the address. */
export function FilterForm({ action, children }: FilterFormProps) {
  return (
    <form action={action} method="get" autoComplete="off" className="flex flex-wrap items-end gap-x-6 gap-y-3 text-sm print:hidden">
      {children}
    </form>
  );
}
