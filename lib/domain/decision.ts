import type { ItemRef, Level, Link, LinkKind } from "./continuation";

/** `proposed` by the engine; `confirmed` or `rejected` by a planner; `added` where a planner saw one that it did not. */
export type Status = "proposed" | "confirmed" | "rejected" | "added";

/**
 * What a planner's event says: of a pair (`confirm`, `reject`, `add`), of an item that nothing carries on (`end`), or that
 * nothing is decided about either any more (`undo`).
 */
export type DecisionVerb = "confirm" | "reject" | "add" | "end" | "undo";

/** How an item ended: 達成して終了, 定例業務へ, 統合, 取りやめ, 不明. */
export type EndKind = "achieved" | "routine" | "merged" | "cancelled" | "unknown";

/** What a planner says of one pair. `kind` corrects that of a link, or says what an added one is (`continued`). */
export interface Decision {
  level: Level;
  predecessor: ItemRef;
  successor: ItemRef;
  decision: "confirm" | "reject" | "add";
  kind?: LinkKind;
}

/** What a planner says of an item that nothing carries on. */
export interface EndDecision {
  level: Level;
  item: ItemRef;
  decision: "end";
}

/** A link with what planners decided about it. */
export interface ReviewedLink extends Link {
  status: Status;
}

/** Who decided, why and when, as the event says. Of a link that an `end` rejects, that end. */
export interface DecisionRecord {
  decision: Exclude<DecisionVerb, "undo">;
  /** Of an `end`, how. */
  endKind?: EndKind;
  decidedBy: string;
  reason: string;
  /** ISO date. */
  decidedOn: string;
}

/** A link with the decision about it, if any, as it is stored. */
export interface RecordedLink extends ReviewedLink {
  record: DecisionRecord | null;
}
