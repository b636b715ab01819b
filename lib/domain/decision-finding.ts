/** A decision over a gap of years that the chain of links through these years contradicts; items by their keys. */
export type GapFinding =
  /** It was confirmed or added. `reached`: where the chain leads in that year; `until`: the last year that it reaches. */
  | { rule: "decision-not-in-chain"; args: [predecessor: string, successor: string, reached: string[], until: number] }
  /** It was rejected. `through`: the items by which the chain leads there all the same. */
  | { rule: "rejection-in-chain"; args: [predecessor: string, successor: string, through: string[]] };

/** A decision in force that planners should look at again: it changes nothing, or the chain of links contradicts it. */
export type DecisionFinding =
  /** No plan holds this item. */
  | { rule: "decision-without-item"; args: [missing: string] }
  /** The two are of one year, in the wrong order, or of two municipalities; or over a gap, in a dataset of before such were kept. */
  | { rule: "decision-without-comparison"; args: [predecessor: string, successor: string] }
  /** There is no link to confirm or to reject. */
  | { rule: "decision-without-link"; args: [predecessor: string, successor: string] }
  /** There was nothing to undo. */
  | { rule: "undo-without-decision"; args: [predecessor: string, successor: string | null] }
  | GapFinding;
