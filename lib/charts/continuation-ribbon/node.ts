import type { ContinuationItem, ContinuationLink } from "@/lib/domain/continuation-history";
import type { DecisionRecord } from "@/lib/domain/decision";
import type { RatingTone } from "@/lib/domain/rating/tone";

/** What became of an item: `new-and-ended` stood in one middle year only. What has no year before is not new, what has none after has not ended. */
export type Fate = "lives-on" | "ended" | "new" | "new-and-ended";

/** An item of one year. `tag` is its number in its department's plan: 4, or 4-1 for an initiative. */
export interface RibbonNode {
  key: string;
  item: ContinuationItem;
  tag: string;
  /** Number of initiatives, at least 1: what its height stands for. */
  size: number;
  fate: Fate;
  /** What a planner said of its end; `null` where nobody did. */
  end: DecisionRecord | null;
  tone: RatingTone;
  /** Index into `lineages`. */
  lineage: number;
  /** It stands out, as the chart was asked for. */
  focused?: true;
  /** Links of it that the filter leaves out, before and after. */
  hiddenLinks: number;
}

/** A fiscal year, its nodes from top to bottom. */
export interface RibbonColumn {
  fiscalYear: number;
  nodes: RibbonNode[];
}

/** A link between two nodes. `from` and `to` are what it takes of its nodes' sizes; nothing for a `related` one. */
export interface RibbonFlow {
  link: ContinuationLink;
  predecessor: RibbonNode;
  successor: RibbonNode;
  /** Where it leaves and enters, in units of size from the node's top. */
  from: { start: number; size: number };
  to: { start: number; size: number };
  /** Of a `related` link: that of its predecessor, which it does not join to its successor's. */
  lineage: number;
  /** The shared phrases that weigh most, at most three. */
  phrases: string[];
}

/** What belongs together: nodes joined by what continues. A node without such a link is one of its own. */
export interface RibbonLineage {
  nodes: RibbonNode[];
  flows: RibbonFlow[];
}
