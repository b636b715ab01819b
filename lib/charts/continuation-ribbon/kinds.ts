import { isContinuing } from "@/lib/domain/continuing";
import type { Status } from "@/lib/domain/decision";
import type { Language } from "@/lib/texts/language";
import type { RibbonModel } from "./contract";

/** Of what can be drawn, what a ribbon holds: the entries of its legend. */
export interface RibbonKinds {
  /** `decided` where planners stated every end. */
  ended: "guessed" | "decided" | null;
  begun: boolean;
  /** Of the links that continue. */
  statuses: Status[];
  related: boolean;
  language: Language;
}

/** What the drawing of a ribbon holds. */
export function listKinds({ ribbon, counted }: RibbonModel): RibbonKinds {
  const nodes = ribbon.columns.flatMap((column) => column.nodes);
  const fates = new Set(nodes.map(({ fate }) => fate));
  const ends = nodes.filter(({ fate }) => fate === "ended" || fate === "new-and-ended");
  const statuses = counted
    ? new Set(counted.flows.map(({ links, checked }): Status => (checked === links ? "confirmed" : "proposed")))
    : new Set(ribbon.flows.flatMap(({ link }) => (isContinuing(link.kind) ? link.status : [])));
  return {
    ended: ends.length === 0 ? null : ends.every(({ end }) => end !== null) ? "decided" : "guessed",
    begun: fates.has("new") || fates.has("new-and-ended"),
    statuses: (["proposed", "confirmed", "added"] as const).filter((status) => statuses.has(status)),
    language: ribbon.language,
    related: !counted && ribbon.flows.some(({ link }) => link.kind === "related"),
  };
}
