import { COPIED, type Manner, REWORDED } from "@/lib/continuation/calibration";
import { compareItems } from "@/lib/continuation/comparison";
import type { Item } from "@/lib/continuation/item";
import type { Evidence } from "@/lib/domain/continuation";
import { type Benchmark, type Programme, toItem } from "./programmes";

/** A pair that the benchmark can judge: its predecessor's or its successor's true link is known. */
export interface Sample {
  setting: string;
  organization: string;
  predecessor: string;
  /** Which pool it was compared in: a predecessor may be in several of one setting. */
  pool: number;
  successor: string;
  evidence: Evidence;
  isRight: boolean;
  /** The predecessor has a known successor among those it was compared with. */
  hasSuccessor: boolean;
  /** The calibration is fitted on it. */
  isFitted: boolean;
}

/** How programmes are shown to the engine: those of the earlier year, those of the later. */
type View = readonly [before: (programme: Programme) => Item, after: (programme: Programme) => Item];

/**
 * The texts as they are, cut to a plan's length, and with another title: the beginning of the purpose stands for
 * it, so that all are renamed.
 */
const COPIED_VIEWS: Record<string, View> = {
  whole: [toItem, toItem],
  short: twice((p) => ({ ...toItem(p), title: cut(p.title, 0, 60), texts: [cut(p.purpose, 0, 60), cut(p.summary, 0, 80)] })),
  retitled: twice((p) => ({ ...toItem(p), title: cut(p.purpose, 0, 40), texts: [cut(p.purpose, 40, 60), cut(p.summary, 0, 80)] })),
};

/**
 * One or two sentences, as an initiative has: once much the same in both years, twice the purpose in one year and the
 * summary in the other, which say the same in other words. As cities rename offices, each also without its office.
 */
const REWORDED_VIEWS: Record<string, View> = Object.fromEntries(
  [true, false].flatMap((isKnown) => {
    const show =
      (toText: (programme: Programme) => string) =>
      (p: Programme): Item => ({
        ...{ id: p.id, group: p.organization, title: cut(toText(p), 0, 80), texts: [], unit: isKnown ? p.responsibleUnit : null },
      });
    const [purpose, summary] = [show((p) => p.purpose), show((p) => p.summary)];
    const office = isKnown ? "office known" : "office unknown";
    return [
      [`short, ${office}`, twice(show((p) => p.title + p.summary))],
      [`purpose, then summary, ${office}`, [purpose, summary]],
      [`summary, then purpose, ${office}`, [summary, purpose]],
    ];
  }),
);

/** Pairs of copied texts that are less alike are left out: there are very many and their score is next to nothing. */
const LEAST_SIMILARITY = 0.01;

/** One in so many predecessors has ended, its successors being taken out: about as many as in plans read by hand. */
const ENDING = 4;

/** Samples of each view: of copied texts among an organization's and among about a dozen of a department, of reworded among the latter. */
export function drawSamples(benchmark: Benchmark, manner: Manner): Sample[] {
  const departments = poolDepartments(benchmark);
  if (manner === REWORDED) {
    const pools = Array.from({ length: ENDING }, (_, turn) => departments.map((pool) => endSome(pool, benchmark, turn))).flat();
    return Object.entries(REWORDED_VIEWS).flatMap(([view, toViewed]) => drawFrom(benchmark, manner, view, toViewed, pools));
  }
  const pools = { organization: poolOrganizations(benchmark), department: departments };
  return Object.entries(COPIED_VIEWS).flatMap(([view, toViewed]) =>
    Object.entries(pools).flatMap(([size, groups]) => drawFrom(benchmark, manner, `${view}, by ${size}`, toViewed, groups)),
  );
}

function drawFrom({ known }: Benchmark, manner: Manner, setting: string, [toBefore, toAfter]: View, pools: readonly Pool[]): Sample[] {
  const linked = new Set([...known.values()].flatMap((successors) => [...successors]));
  return pools.flatMap(([before, after], pool) => {
    const comparison = compareItems(before.map(toBefore), after.map(toAfter), manner);
    return before.flatMap(({ id, organization }, i) => {
      const truth = known.get(id);
      const hasSuccessor = after.some((programme) => truth?.has(programme.id));
      return after.flatMap((programme, j): Sample[] => {
        const isRight = truth?.has(programme.id) ?? false;
        if (manner === COPIED && !isRight && comparison.similarities[i]![j]! < LEAST_SIMILARITY) return [];
        if (!truth && !linked.has(programme.id)) return [];
        if (manner === COPIED && !hasSuccessor && !linked.has(programme.id)) return [];
        const isFitted = manner === COPIED ? hasSuccessor : truth !== undefined;
        return [
          { setting, organization, predecessor: id, pool, successor: programme.id, evidence: comparison.evidence(i, j), isRight, hasSuccessor, isFitted },
        ];
      });
    });
  });
}

const DEPARTMENT_SIZE = 12;

type Pool = [Programme[], Programme[]];

/** The pool without the known successors of each `ENDING`th predecessor, `turn` saying from which on. */
function endSome([before, after]: Pool, { known }: Benchmark, turn: number): Pool {
  const gone = new Set(before.filter((_, i) => i % ENDING === turn).flatMap(({ id }) => [...(known.get(id) ?? [])]));
  return [before, after.filter(({ id }) => !gone.has(id))];
}

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

function twice(view: View[0]): View {
  return [view, view];
}

function cut(text: string, start: number, end: number): string {
  return text.replace(/\s+/gu, "").slice(start, end);
}
