import type { LinkKind } from "@/lib/domain/continuation";
import type { ContinuationHistory, ContinuationLink } from "@/lib/domain/continuation-history";
import type { Status } from "@/lib/domain/decision";
import { makeHistory, makeItem, makeLink } from "../charts/continuation-ribbon/history";

/** `2021-a` is the goal a of FY2021. */
const item = (key: string) => makeItem(Number(key.slice(0, 4)), "d", 1, { key, goalId: key });

/** Links as `2021-a 2023-b 0.7 confirmed merged`, in any order; what spans other years is over a gap. Items come of links, and of `more`. */
export function tell(links: readonly string[], more: readonly string[] = []): ContinuationHistory {
  const made = links.map((text) => {
    const [predecessor, successor, score = "0.7", status = "proposed", kind = "continued"] = text.split(" ");
    return makeLink(item(predecessor!), item(successor!), { score: Number(score), status: status as Status, kind: kind as LinkKind });
  });
  const keys = [...new Set([...made.flatMap(({ predecessorKey, successorKey }) => [predecessorKey, successorKey]), ...more])].sort();
  const years = [...new Set(keys.map((key) => Number(key.slice(0, 4))))].sort((a, b) => a - b);
  const isOverGap = ({ predecessor, successor }: ContinuationLink) => years.some((year) => year > predecessor.fiscalYear && year < successor.fiscalYear);
  return {
    ...makeHistory(
      keys.map(item),
      made.filter((link) => !isOverGap(link)),
    ),
    overGaps: made.filter(isOverGap),
  };
}
