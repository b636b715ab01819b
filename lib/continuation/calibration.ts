import type { Evidence } from "@/lib/domain/continuation";
/** Logistic regression: see README, "How continuations are scored", for what it was fitted on. */
const COEFFICIENTS = {
  intercept: 2.9,
  similarity: 1.71,
  predecessorLead: -2.81,
  successorLead: -7.58,
  unit: 1.23,
  candidates: -0.18,
};

/** Keeps the logarithm of a similarity finite; texts that share nothing score about 0.01. */
const FLOOR = 0.02;

/** The evidence as the terms of the regression, in the order of `COEFFICIENTS` after the intercept. */
export function toTerms(evidence: Evidence): number[] {
  const { similarity, predecessorLead, successorLead, unit, candidates } = evidence;
  return [Math.log(similarity + FLOOR), predecessorLead, successorLead, unit, Math.log(candidates)];
}

/**
 * The chance (0–1) that the successor carries the predecessor on. Logistic calibration after Platt 1999.
 * `coefficients` are for fitting alone.
 */
export function scoreEvidence(evidence: Evidence, coefficients?: readonly number[]): number {
  if (!coefficients) return scoreTerms(evidence.similarity, evidence.predecessorLead, evidence.successorLead, evidence.unit, Math.log(evidence.candidates));
  const logit = toTerms(evidence).reduce((sum, term, i) => sum + term * coefficients[i + 1]!, coefficients[0]!);
  return 1 / (1 + Math.exp(-logit));
}

/** `scoreEvidence` of the fields of an evidence, without an object for each of many pairs; of the candidates, the logarithm. */
export function scoreTerms(similarity: number, predecessorLead: number, successorLead: number, unit: number, logCandidates: number): number {
  const c = COEFFICIENTS;
  const logit =
    c.intercept + Math.log(similarity + FLOOR) * c.similarity + predecessorLead * c.predecessorLead + successorLead * c.successorLead + unit * c.unit + logCandidates * c.candidates;
  return 1 / (1 + Math.exp(-logit));
}
