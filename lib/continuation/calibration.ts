import type { Evidence } from "@/lib/domain/continuation";

/** How texts of one kind go from year to year, and so how they are weighed and what their likeness is worth. */
export interface Manner {
  /** How much a pair of letters with a hiragana in it counts beside others: it is how a sentence is put, not what it says. */
  joints: number;
  /** Of a logistic regression: the intercept, then the terms in the order of `toTerms`. */
  coefficients: readonly [number, number, number, number, number, number];
}

/** Texts that are copied, then edited: programme sheets. docs/continuations.md says what it was fitted on. */
export const COPIED: Manner = { joints: 1, coefficients: [2.9, 1.71, -2.81, -7.58, 1.23, -0.18] };

/** Texts that are written anew: a plan's. Fitted on the same programmes, each told in other words (docs/continuations.md). */
export const REWORDED: Manner = { joints: 0.5, coefficients: [1.85, 1.64, -9.45, -12.32, 2.53, -0.13] };

/** Keeps the logarithm of a similarity finite; texts that are less alike share next to nothing, and score about 0.01. */
export const FLOOR = 0.02;

/** The evidence as the terms of the regression. */
export function toTerms(evidence: Evidence): number[] {
  const { similarity, predecessorLead, successorLead, unit, candidates } = evidence;
  return [Math.log(similarity + FLOOR), predecessorLead, successorLead, unit, Math.log(candidates)];
}

/** The chance (0–1) that the successor carries the predecessor on. Logistic calibration after Platt 1999. */
export function scoreEvidence(evidence: Evidence, coefficients: readonly number[]): number {
  const logit = toTerms(evidence).reduce((sum, term, i) => sum + term * coefficients[i + 1]!, coefficients[0]!);
  return 1 / (1 + Math.exp(-logit));
}

/** `scoreEvidence` of the fields of an evidence, without an object for each of many pairs; of the candidates, the logarithm. */
export function scoreTerms(
  { coefficients: c }: Manner,
  similarity: number,
  predecessorLead: number,
  successorLead: number,
  unit: number,
  logCandidates: number,
): number {
  const logit = c[0] + Math.log(similarity + FLOOR) * c[1] + predecessorLead * c[2] + successorLead * c[3] + unit * c[4] + logCandidates * c[5];
  return 1 / (1 + Math.exp(-logit));
}
