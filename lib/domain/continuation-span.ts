import type { Level, LinkKind } from "./continuation";
import type { ContinuationItem, ContinuationLink } from "./continuation-history";
import type { DecisionRecord, Status } from "./decision";
import type { GapFinding } from "./decision-finding";

/** That an item of one year lives on in one of a later year, by a chain of links or over a gap that a planner decided about. */
export interface SpanLink {
  level: Level;
  predecessorKey: string;
  successorKey: string;
  /** Of a chain, by how many of the later year it became, and how many became it. */
  kind: LinkKind;
  /** Of the weakest link on the way, 0–1. */
  score: number;
  /** Of a chain `confirmed` only where planners decided about every link of it, else `proposed`. */
  status: Exclude<Status, "rejected">;
  /** The links on the way, earliest first: of all ways the surest. */
  path: ContinuationLink[];
}

/** An item of the earlier year that nothing of the later year carries on. */
export interface SpanEnd {
  key: string;
  /** The last year in which something still carries it on; its own where nothing ever does. */
  until: number;
  /** What a planner said of the end, of its own or of what carried it on last. */
  record: DecisionRecord | null;
}

/** An item of the later year that carries nothing of the earlier year on. */
export interface SpanBeginning {
  key: string;
  /** The first year in which there is something that it carries on; its own where there is nothing. */
  since: number;
}

/** What became of a municipality's items of one level from any year to any later one. */
export interface ContinuationSpan {
  from: number;
  to: number;
  level: Level;
  /** The years that there are plans for, from the first to the last; those between that are missing are not held. */
  years: number[];
  /** All items of these years. */
  items: ContinuationItem[];
  links: SpanLink[];
  ended: SpanEnd[];
  begun: SpanBeginning[];
  /** Where what was decided over a gap and the chain of links differ. */
  findings: GapFinding[];
}
