import type { CheckResult } from "@/db/check/check-result";

/** All that a check of the store found. */
export function findFaults(results: readonly CheckResult[]): string[] {
  return results.flatMap(({ faults }) => faults);
}
