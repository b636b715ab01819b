import type { ReactNode } from "react";
import { DataTable } from "../ui/data-table";

/** Where there is no room, a name and its kind stand beside each other, and below them the rest, what its column is called before the last. */
const STACKED =
  "narrow:rows:grid narrow:rows:grid-cols-[minmax(0,1fr)_auto] narrow:rows:gap-x-4 narrow:rows:border-b narrow:rows:border-rule-strong narrow:rows:py-2.5 narrow:cells:border-0 narrow:cells:p-0 narrow:[&_td:nth-child(n+3)]:col-span-full narrow:[&_td:last-child]:before:content-[attr(data-label)]";
const COLUMNS =
  "[&_td:last-child]:text-ink-soft @min-[44rem]/page:table-fixed @min-[44rem]/page:[&_th:first-child]:w-[26%] @min-[44rem]/page:[&_th:last-child]:w-[24%] @min-[44rem]/page:[&_th:nth-child(2)]:w-30";

/** Names, what kind of thing each is, what it means, and what else is to be said of it. Rows and cells name their roles. */
export function DictionaryTable(props: { caption: string; head: ReactNode; children: ReactNode }) {
  return <DataTable stack="narrow" className={`w-full print:text-xs ${COLUMNS} ${STACKED}`} {...props} />;
}
