import type { Message } from "./message";
import type { DepartmentPlan } from "./plan";

/** `stored`: taken for what it says; `held`: looks right but may be wrong, a person decides; `refused`: cannot be used. */
export type VerdictKind = "stored" | "held" | "refused";

/** What becomes of a reading, and why it is not simply stored. */
export interface Verdict {
  verdict: VerdictKind;
  reasons: Message[];
}

/** What stands before a plan in the data: of its municipality, and of its own department. */
export interface Standing {
  /** Fiscal years that the municipality has plans for, each once. */
  years: readonly number[];
  /** How many goals the department's plans of other years have. */
  goalCounts: readonly number[];
  /** The plan of the same department and year, which it would stand beside or replace; `null` where there is none. */
  same: DepartmentPlan | null;
}
