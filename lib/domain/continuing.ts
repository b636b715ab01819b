import type { LinkKind } from "./continuation";
import type { ReviewedLink } from "./decision";

/** All kinds of links, those that say that something lives on before the one that does not. */
export const LINK_KINDS = ["continued", "merged", "split", "related"] as const satisfies readonly LinkKind[];

/** True for the kinds that say that something lives on: all but `related`. */
export function isContinuing(kind: LinkKind | null): boolean {
  return kind !== null && kind !== "related";
}

/** True for a link that says that something lives on: neither `related` nor rejected. */
export function isStanding({ kind, status }: Pick<ReviewedLink, "kind" | "status">): boolean {
  return isContinuing(kind) && status !== "rejected";
}
