import type { PolicyGoal } from "@/lib/domain/plan";

/** The pillar of the city's plan that a stored goal names by code and name; `null` where it names none. */
export function readPolicyGoal(code: string | null, name: string | null): PolicyGoal | null {
  return name === null ? null : { code, name };
}
