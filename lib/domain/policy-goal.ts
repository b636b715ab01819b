import type { PolicyGoal } from "./plan";

/** `{ code: "5", name: "みんなで…" }` as (5) みんなで…. */
export function formatPolicyGoal(policyGoal: PolicyGoal | null): string | null {
  return policyGoal && (policyGoal.code === null ? policyGoal.name : `(${policyGoal.code}) ${policyGoal.name}`);
}
