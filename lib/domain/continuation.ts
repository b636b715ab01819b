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
