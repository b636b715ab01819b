import type { Label } from "./labels";
import type { Entry } from "./plan-draft";

/** An item (target or initiative) with what belongs to it, by label. */
export interface Pairing {
  item: Entry | null;
  values: Map<Label, Entry[]>;
}

/** What became of values that no item was waiting for. */
export interface PairingDoubt {
  kind: "fewer" | "repeated-empty" | "repeated" | "orphan";
  entry: Entry;
  values: number;
  items: number;
}

/**
 * Pairs items with the values that follow them, each label for itself: one by one (T A T A), in blocks
 * (T T A A) or mixed. A run of items is served by the run of values up to the next item; where the values are
 * fewer, they belong to the items nearest to them, and where they are more, the empty ones are repeated headings.
 */
export function pairEntries(entries: readonly Entry[], itemLabel: Label, valueLabels: readonly Label[]): { pairings: Pairing[]; doubts: PairingDoubt[] } {
  const pairings: Pairing[] = entries.filter((entry) => entry.label === itemLabel).map((item) => ({ item, values: new Map<Label, Entry[]>() }));
  const byItem = new Map(pairings.map((pairing) => [pairing.item, pairing]));
  const doubts: PairingDoubt[] = [];
  for (const { label, occasion } of listSeries(entries, valueLabels)) {
    const sequence = entries.filter((entry) => entry.label === itemLabel || (entry.label === label && (entry.occasion ?? null) === occasion));
    // 所管課 before its 具体的取組: read backwards, each value still follows its item.
    const first = sequence[0];
    const backwards = first?.label === label && first.pieces.length > 0 && pairings.length > 0;
    for (const run of splitRuns(backwards ? [...sequence].reverse() : sequence, itemLabel)) {
      if (backwards) {
        run.items.reverse();
        run.values.reverse();
      }
      settleRun(run, label, byItem, pairings, doubts);
    }
  }
  return { pairings, doubts };
}

/** The kinds of values, ratings of each occasion apart. */
function listSeries(entries: readonly Entry[], labels: readonly Label[]): { label: Label; occasion: string | null }[] {
  return labels.flatMap((label) => {
    const occasions = new Set(entries.filter((entry) => entry.label === label).map(({ occasion }) => occasion ?? null));
    return [...occasions].map((occasion) => ({ label, occasion }));
  });
}

interface Run {
  items: Entry[];
  values: Entry[];
}

function splitRuns(sequence: readonly Entry[], itemLabel: Label): Run[] {
  const runs: Run[] = [];
  let run: Run = { items: [], values: [] };
  for (const entry of sequence) {
    if (entry.label !== itemLabel) run.values.push(entry);
    else {
      if (run.values.length > 0) {
        runs.push(run);
        run = { items: [], values: [] };
      }
      run.items.push(entry);
    }
  }
  return [...runs, run];
}

function settleRun(run: Run, label: Label, byItem: Map<Entry | null, Pairing>, pairings: Pairing[], doubts: PairingDoubt[]): void {
  let { items, values } = run;
  if (values.length === 0) return;
  const filled = items.filter((item) => item.pieces.length > 0);
  if (values.length !== items.length && filled.length > 0) items = filled;
  const doubt = (kind: PairingDoubt["kind"], entry: Entry): void => {
    doubts.push({ kind, entry, values: values.length, items: items.length });
  };
  const repeated = new Set<Entry>();
  for (let index = values.length - 1; index >= 0 && values.length - repeated.size > items.length; index--) {
    const value = values[index];
    if (value && value.pieces.length === 0) repeated.add(value);
  }
  values = values.filter((value) => !repeated.has(value));
  for (const value of repeated) doubt("repeated-empty", value);
  if (items.length === 0) {
    for (const value of values) {
      doubt("orphan", value);
      pairings.push({ item: null, values: new Map([[label, [value]]]) });
    }
    return;
  }
  const skipped = Math.max(0, items.length - values.length);
  const firstFilled = values.find((value) => value.pieces.length > 0);
  if (skipped > 0 && firstFilled) doubt("fewer", firstFilled);
  for (const [index, value] of values.entries()) {
    const pairing = byItem.get(items[Math.min(index + skipped, items.length - 1)] ?? null);
    const known = pairing?.values.get(label);
    if (known) {
      doubt("repeated", value);
      known.push(value);
    } else {
      pairing?.values.set(label, [value]);
    }
  }
}
