import { toTerms } from "@/lib/continuation/calibration";
import type { Sample } from "./calibration-samples";

/** Logistic regression by Newton's method with a slight ridge; coefficients as a `Manner` has them. */
export function fitCoefficients(samples: readonly Sample[]): number[] {
  const rows = samples.map(({ evidence, isRight }) => ({ x: [1, ...toTerms(evidence)], y: Number(isRight) }));
  const size = rows[0]!.x.length;
  const coefficients = new Array<number>(size).fill(0);
  for (let round = 0; round < 40; round++) {
    const system = coefficients.map((value, i) => {
      const row = new Array<number>(size + 1).fill(0);
      row[i] = RIDGE;
      row[size] = -RIDGE * value;
      return row;
    });
    for (const { x, y } of rows) {
      let logit = 0;
      for (let i = 0; i < size; i++) logit += coefficients[i]! * x[i]!;
      const chance = 1 / (1 + Math.exp(-logit));
      const spread = Math.max(chance * (1 - chance), 1e-9);
      for (let i = 0; i < size; i++) {
        const row = system[i]!;
        for (let j = 0; j < size; j++) row[j]! += spread * x[i]! * x[j]!;
        row[size]! += (y - chance) * x[i]!;
      }
    }
    const steps = solve(system);
    steps.forEach((step, i) => (coefficients[i]! += step));
    if (Math.max(...steps.map(Math.abs)) < 1e-6) break;
  }
  return coefficients;
}

const RIDGE = 1e-3;

/** Gauss-Jordan elimination with pivots; the last column is the right-hand side. */
function solve(system: number[][]): number[] {
  const size = system.length;
  for (let i = 0; i < size; i++) {
    const pivot = system.reduce((best, row, k) => (k >= i && Math.abs(row[i]!) > Math.abs(system[best]![i]!) ? k : best), i);
    [system[i], system[pivot]] = [system[pivot]!, system[i]!];
    for (let k = 0; k < size; k++) {
      if (k === i) continue;
      const factor = system[k]![i]! / system[i]![i]!;
      for (let j = i; j <= size; j++) system[k]![j]! -= factor * system[i]![j]!;
    }
  }
  return system.map((row, i) => row[size]! / row[i]!);
}
