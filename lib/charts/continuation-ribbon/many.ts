import type { ContinuationItem } from "@/lib/domain/continuation-history";

/** Items of several departments beyond which a drawing counts them by department: one by one they can no longer be read. */
export const MOST_SINGLE_ITEMS = 240;

/** Whether there are too many items, of several departments, to be drawn one by one. */
export function areMany(items: readonly ContinuationItem[]): boolean {
  const [first] = items;
  return (
    items.length > MOST_SINGLE_ITEMS &&
    items.some(({ municipality, departmentId }) => departmentId !== first!.departmentId || municipality !== first!.municipality)
  );
}
