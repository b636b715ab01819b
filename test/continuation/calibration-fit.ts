import type { Evidence } from "@/lib/domain/continuation";
import { toTerms } from "@/lib/continuation/calibration";
import { compareItems } from "@/lib/continuation/comparison";
import type { Item } from "@/lib/continuation/item";
import { toItem, type Benchmark, type Programme } from "./programmes";

/** A pair that the benchmark can judge: its predecessor's or its successor's true link is known. */
export interface Sample {
  setting: string;
  organization: string;
  predecessor: string;
  successor: string;
  evidence: Evidence;
  isRight: boolean;
  /** The predecessor has a known successor among those it was compared with. */
  hasSuccessor: boolean;
}

/**
 * The texts as they are, cut to a plan's length, and with another title: the beginning of the purpose stands for
 * it, so that all are renamed. Plans are short, and reworded from one edition to the next.
 */
const VIEWS: Record<string, (programme: Programme) => Item> = {
  whole: toItem,
  short: (p) => ({ ...toItem(p), title: cut(p.title, 0, 60), texts: [cut(p.purpose, 0, 60), cut(p.summary, 0, 80)] }),
  retitled: (p) => ({ ...toItem(p), title: cut(p.purpose, 0, 40), texts: [cut(p.purpose, 40, 60), cut(p.summary, 0, 80)] }),
};

/** Pairs that are less alike are left out: there are very many and their score is next to nothing. */
const LEAST_SIMILARITY = 0.01;

/** Samples in six settings: each view, among all of an organization and among about a dozen of one department. */
export function drawSamples(benchmark: Benchmark): Sample[] {
  const linked = new Set([...benchmark.known.values()].flatMap((successors) => [...successors]));
  const pools = { organization: poolOrganizations(benchmark), department: poolDepartments(benchmark) };
  return Object.entries(VIEWS).flatMap(([view, toViewed]) =>
    Object.entries(pools).flatMap(([size, groups]) =>
      groups.flatMap(([before, after]) => {
        const comparison = compareItems(before.map(toViewed), after.map(toViewed));
        return before.flatMap(({ id, organization }, i) => {
          const truth = benchmark.known.get(id);
          const hasSuccessor = after.some((programme) => truth?.has(programme.id));
          return after.flatMap((programme, j): Sample[] => {
            const isRight = truth?.has(programme.id) ?? false;
            if (!isRight && comparison.similarities[i]![j]! < LEAST_SIMILARITY) return [];
            if (!hasSuccessor && !linked.has(programme.id)) return [];
            const evidence = comparison.evidence(i, j);
            return [{ setting: `${view}, by ${size}`, organization, predecessor: id, successor: programme.id, evidence, isRight, hasSuccessor }];
          });
        });
      }),
    ),
  );
}

/** Logistic regression by Newton's method with a slight ridge; coefficients in the order of `toTerms`. */
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
const DEPARTMENT_SIZE = 12;

type Pool = [Programme[], Programme[]];

function poolOrganizations({ predecessors, successors }: Benchmark): Pool[] {
  const names = [...new Set(predecessors.map(({ organization }) => organization))];
  return names.map((name): Pool => {
    const isOwn = ({ organization }: Programme): boolean => organization === name;
    return [predecessors.filter(isOwn), successors.filter(isOwn)];
  });
}

/** Departments, the large ones dealt out like cards; a successor goes with its known predecessor. */
function poolDepartments(benchmark: Benchmark): Pool[] {
  const nameOf = ({ organization, department }: Programme): string => `${organization}|${department.split(/\s/)[0]}`;
  return [...new Set(benchmark.predecessors.map(nameOf))].flatMap((name) => {
    const before = benchmark.predecessors.filter((programme) => nameOf(programme) === name);
    const after = benchmark.successors.filter((programme) => nameOf(programme) === name);
    const hands = Math.ceil(before.length / DEPARTMENT_SIZE);
    return Array.from({ length: hands }, (_, hand): Pool => {
      const dealt = before.filter((_, i) => i % hands === hand);
      const truth = new Set(dealt.flatMap(({ id }) => [...(benchmark.known.get(id) ?? [])]));
      return [dealt, after.filter(({ id }, i) => truth.has(id) || i % hands === hand)];
    }).filter(([dealt, rest]) => dealt.length > 1 && rest.length > 1);
  });
}

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

function cut(text: string, start: number, end: number): string {
  return text.replace(/\s+/gu, "").slice(start, end);
}
