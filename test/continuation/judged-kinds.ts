import { readFileSync } from "node:fs";
import { COPIED } from "@/lib/continuation/calibration";
import { compareItems } from "@/lib/continuation/comparison";
import { decideKinds } from "@/lib/continuation/kind";
import { pairUnchanged } from "@/lib/continuation/unchanged";
import type { LinkKind } from "@/lib/domain/continuation";
import { isContinuing } from "@/lib/domain/continuing";
import { type Benchmark, toItem } from "./programmes";

/** What a reader of both texts said of a pair: `none`, the predecessor goes on elsewhere; `ended`, nowhere. */
type Judgement = Exclude<LinkKind, "related"> | "none" | "ended";

/** A pair of the benchmark that was read by hand; without a successor where the predecessor ended. */
export interface JudgedPair {
  predecessor: string;
  successor: string | null;
  /** How many pairs it stands for of those it was drawn from: said to be split, merged, ended, or recorded as split. */
  standsFor: number;
  judged: Judgement;
}

/** The kinds that are measured. */
export const MEASURED = ["split", "merged", "ended"] as const;

/** How much of what was said to be of a kind is, and how much of what is was said to be. */
export interface KindMeasure {
  precision: Share;
  recall: Share;
}

/** A share of what the judged pairs stand for, and how many of them it was counted over. */
export interface Share {
  share: number;
  pairs: number;
}

/** The judged pairs, by identifiers alone: the programmes themselves are the benchmark's. */
export function readJudgedPairs(): JudgedPair[] {
  const [, ...lines] = readFileSync(new URL("judged-kinds.csv", import.meta.url), "utf8")
    .trim()
    .split("\n");
  return lines.map((line) => {
    const [predecessor, successor, , standsFor, judged] = line.split(",");
    return { predecessor: predecessor!, successor: successor || null, standsFor: Number(standsFor), judged: judged as Judgement };
  });
}

/** What the engine says of the benchmark's programmes: the kind of each pair that it links, and who has ended. */
function decideBenchmark({ predecessors, successors }: Benchmark) {
  const kinds = new Map<string, LinkKind>();
  const ended = new Set<string>();
  for (const organization of new Set(predecessors.map((programme) => programme.organization))) {
    const [before, after] = [predecessors, successors].map((side) => side.filter((programme) => programme.organization === organization).map(toItem));
    const { chance } = compareItems(before!, after!, COPIED);
    const unchanged = pairUnchanged(before!, after!);
    const scores = before!.map((_, i) => Float64Array.from(after!, (_, j) => (unchanged.has(i, j) ? 1 : unchanged.claims(i, j) ? 0 : chance(i, j))));
    decideKinds(scores).forEach((row, i) => {
      row.forEach((kind, j) => kind && kinds.set(`${before![i]!.id} ${after![j]!.id}`, kind));
      if (!row.some(isContinuing)) ended.add(before![i]!.id);
    });
  }
  return { kinds, ended };
}

/** Precision and recall of each kind over the judged pairs of the benchmark's programmes; each predecessor that ended counts once. */
export function measureKinds(benchmark: Benchmark, judged: readonly JudgedPair[]): Record<(typeof MEASURED)[number], KindMeasure> | null {
  const present = new Set(benchmark.predecessors.map(({ id }) => id));
  const pairs = judged.filter(({ predecessor }) => present.has(predecessor));
  if (pairs.length === 0) return null;
  const { kinds, ended } = decideBenchmark(benchmark);
  const endedOnce = [...new Map(pairs.map((pair) => [pair.predecessor, pair])).values()];
  const measure = (kind: (typeof MEASURED)[number]): KindMeasure => {
    const isSaid = ({ predecessor, successor }: JudgedPair) => (kind === "ended" ? ended.has(predecessor) : kinds.get(`${predecessor} ${successor}`) === kind);
    const isSo = ({ judged: judgement }: JudgedPair) => judgement === kind;
    const own = kind === "ended" ? endedOnce : pairs;
    return { precision: shareOf(own.filter(isSaid), isSo), recall: shareOf(own.filter(isSo), isSaid) };
  };
  return { split: measure("split"), merged: measure("merged"), ended: measure("ended") };
}

function shareOf(pairs: readonly JudgedPair[], isRight: (pair: JudgedPair) => boolean): Share {
  const weigh = (some: readonly JudgedPair[]): number => some.reduce((sum, { standsFor }) => sum + standsFor, 0);
  return { share: weigh(pairs.filter(isRight)) / weigh(pairs), pairs: pairs.length };
}
