/** One thing that was checked; `faults` is empty where it is sound. */
export interface CheckResult {
  name: string;
  checked: number;
  faults: string[];
  /** What is wrong is such that nothing else can be read safely. */
  isFatal?: boolean;
}
