import type { Status } from "@/lib/domain/continuation";
import { isContinuing } from "@/lib/domain/continuing";
import type { RibbonModel } from "./contract";

/** Of what can be drawn, what a ribbon holds: the entries of its legend. */
export interface RibbonKinds {
  ended: boolean;
  begun: boolean;
  /** Of the links that continue. */
  statuses: Status[];
  related: boolean;
}

/** What the drawing of a ribbon holds. */
export function listKinds({ ribbon, counted }: RibbonModel): RibbonKinds {
  const fates = new Set(ribbon.columns.flatMap(({ nodes }) => nodes.map(({ fate }) => fate)));
  const statuses = counted
    ? new Set(counted.flows.map(({ links, checked }): Status => (checked === links ? "confirmed" : "proposed")))
    : new Set(ribbon.flows.flatMap(({ link }) => (isContinuing(link.kind) ? link.status : [])));
  return {
    ended: fates.has("ended") || fates.has("new-and-ended"),
    begun: fates.has("new") || fates.has("new-and-ended"),
    statuses: (["proposed", "confirmed", "added"] as const).filter((status) => statuses.has(status)),
    related: !counted && ribbon.flows.some(({ link }) => link.kind === "related"),
  };
}
