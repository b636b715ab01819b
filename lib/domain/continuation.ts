import type { AreaPlace, DepartmentPlace } from "./department";
import type { PolicyGoal } from "./plan";
import type { RatingValue } from "./rating/value";

/** Goals are linked to goals, initiatives to initiatives. */
export type Level = "goal" | "initiative";

/** A goal or an initiative of a plan: `pointer` is a JSON Pointer into it, `/priorityGoals/0/initiatives/1`. */
export interface ItemRef {
  municipality: string;
  department: string;
  fiscalYear: number;
  pointer: string;
}

/** Where a phrase stands in a value of the plan: offsets from 0, in UTF-16 code units, `end` exclusive. */
export interface TextPlace {
  pointer: string;
  start: number;
  end: number;
}

/** A phrase that both texts hold, as the predecessor writes it, with all its places in both. */
export interface SharedPhrase {
  phrase: string;
  /** Its share of all that the two texts have in common, 0–1, by rarity: 消防団 weighs more than 推進. */
  share: number;
  predecessor: TextPlace[];
  successor: TextPlace[];
}

/** What an item is said to be besides its texts. */
export type Attribute = "department" | "responsibleUnit" | "policyArea" | "policyGoal";

/**
 * Why two items are linked, or why not. Only phrases, the unit, goals and initiatives, and the rivals are part of the
 * score; area and pillar are told, so that a city may rename them and break nothing.
 */
export type Reason =
  | ({ what: "phrase" } & SharedPhrase)
  /** Both say the same of themselves. */
  | { what: "same"; attribute: Attribute; value: string }
  /** Initiatives of these goals that are linked to each other, best first. */
  | { what: "initiatives"; pairs: { predecessor: ItemRef; successor: ItemRef; score: number }[] }
  /** The goals of these two initiatives are likely to be one, by their titles and targets: `chance`, 0–1. */
  | { what: "goals"; predecessor: ItemRef; successor: ItemRef; chance: number }
  /** `item` is more like the other one of this pair than this `side` is, by `lead` (difference of cosines, 0–1). */
  | { what: "rival"; side: "predecessor" | "successor"; item: ItemRef; lead: number };

/** What both items have, but not alike: a renamed area, a unit that moved. Does not break a link. */
export interface Change {
  what: Attribute;
  from: string;
  to: string;
}

/**
 * `continued`: one became one. `merged`: the successor took in several predecessors. `split`: the predecessor
 * went on in several successors. `related`: they have much in common, but neither carries the other on.
 */
export type LinkKind = "continued" | "merged" | "split" | "related";

/** What is known of a pair: all that its score is made of. */
export interface Evidence {
  /** Cosine of the two texts, 0–1. */
  similarity: number;
  /** By how much the successor is more similar to its best other predecessor; 0 where it is not. */
  predecessorLead: number;
  /** By how much the predecessor is more similar to its best other successor; 0 where it is not. */
  successorLead: number;
  /** Likeness of the responsible units, 0–1. */
  unit: number;
  /** Among how many successors the pair was found. */
  candidates: number;
}

/** What a pair's score is made of. */
export interface ScoreParts extends Evidence {
  /** 0–1, to four decimals. 1 for a pair that came through word for word, and for no other. */
  score: number;
  /**
   * `pair`: these two came through word for word. `elsewhere`: one of them did, with another; what is unchanged
   * took nothing in and gave nothing off, so this pair scores 0.
   */
  unchanged: "pair" | "elsewhere" | null;
  /** What the texts, the units and the competition say by themselves, 0–1. */
  own: number;
  /** How likely the goal of one initiative, by its title and targets, lives on in the other's, 0–1; `null` for goals. Not stored before engine 2. */
  goals?: number | null;
  /** How far the initiatives of one goal live on in the other's, 0–1; `null` for initiatives and goals without. */
  initiatives: number | null;
}

/** What two items of different years have to do with each other, and what speaks for and against it. */
export interface Explanation {
  level: Level;
  predecessor: ItemRef;
  successor: ItemRef;
  /** `null` where they are not linked. */
  kind: LinkKind | null;
  /** The chance that one carries the other on, 0–1, to four decimals; README says what it was calibrated on. */
  score: number;
  parts: ScoreParts;
  reasons: Reason[];
  changes: Change[];
}

/** What became of an item of the earlier year in the later one. */
export interface Link extends Explanation {
  kind: LinkKind;
}

/** An item that no link but a `related` one leads on from (`ended`) or to (`new`). */
export interface Outcome {
  level: Level;
  item: ItemRef;
  outcome: "ended" | "new";
}

/** All that became of one year's items in another year, in the order of predecessors, goals before initiatives. */
export interface Continuations {
  links: Link[];
  outcomes: Outcome[];
}

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

/** A goal or an initiative as pages and charts show it. */
export interface ContinuationItem extends DepartmentPlace, AreaPlace {
  /** `2025-policy-promotion-4` for a goal, `2025-policy-promotion-4-i1` for its first initiative. */
  key: string;
  level: Level;
  ref: ItemRef;
  goalId: string;
  goalNumber: number;
  goalTitle: string;
  /** The goal's title, or the initiative's text. */
  text: string;
  fiscalYear: number;
  policyGoal: PolicyGoal | null;
  responsibleUnits: string[];
  /** How many initiatives it holds; 1 for an initiative. */
  initiatives: number;
  /** The goal's rating. */
  rating: RatingValue | null;
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

/**
 * A link with the keys of its items and the decision about it, if any. Where why it stands was not asked for, `parts`
 * is `null`, and `reasons` and `changes` are empty.
 */
export interface ContinuationLink extends Omit<ReviewedLink, "parts"> {
  parts: ScoreParts | null;
  predecessorKey: string;
  successorKey: string;
  record: DecisionRecord | null;
}

/**
 * What became of one year's items in the next year that there are plans for. `ended` and `begun` hold keys, `endRecords`
 * those of `ended` whose end a planner stated.
 */
export interface YearComparison {
  from: number;
  to: number;
  links: ContinuationLink[];
  ended: string[];
  begun: string[];
  endRecords?: Readonly<Record<string, DecisionRecord>>;
}

/**
 * All items of a dataset's current plans and what became of them, years in order. `overGaps`: what planners decided
 * between years that have others between them.
 */
export interface ContinuationHistory {
  items: ContinuationItem[];
  comparisons: YearComparison[];
  overGaps?: ContinuationLink[];
}
