import type { GoalSketch } from "../make-plan";

/** Two years of a department of a city that does not exist (架空), with what a reader says became of each initiative. */
export interface MadeUpCity {
  municipality: string;
  department: string;
  before: GoalSketch[];
  after: GoalSketch[];
  /** Predecessor, successor and kind, by goal and initiative from 1: `1.1 → 1.2 continued`. */
  links: string[];
  ended: string[];
  begun: string[];
}
