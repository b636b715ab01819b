/**
 * How well the engine finds known continuations, how fast, what its scores are worth, and how right it is about what was
 * split, merged and ended:
 * `npm run bench:continuation -- DIR [--cross-validate] [--misses]`, DIR the benchmark's directory.
 */
import { parseArgs } from "node:util";
import { COPIED, type Manner, REWORDED, scoreEvidence } from "@/lib/continuation/calibration";
import { rankSuccessors } from "@/lib/continuation/ranking";
import { fitCoefficients } from "../continuation/calibration-fit";
import { drawSamples, type Sample } from "../continuation/calibration-samples";
import { MEASURED, measureKinds, readJudgedPairs, type Share } from "../continuation/judged-kinds";
import { type Benchmark, readBenchmark, toItem } from "../continuation/programmes";

/** A judged pair and its score. */
interface Judged {
  predecessor: string;
  pool?: number;
  successor: string;
  score: number;
  isRight: boolean;
  hasSuccessor: boolean;
}

const BINS = [0, 0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95];

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { "cross-validate": { type: "boolean" }, misses: { type: "boolean" } },
  });
  const [directory] = positionals;
  if (!directory || positionals.length > 1) throw new Error("usage: npm run bench:continuation -- DIR [--cross-validate] [--misses]");
  const benchmark = run(directory, values.misses ?? false);
  if (values["cross-validate"]) {
    crossValidate(benchmark, COPIED, "copied");
    crossValidate(benchmark, REWORDED, "reworded");
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function run(directory: string, showsMisses: boolean): Benchmark {
  const reading = performance.now();
  const benchmark = readBenchmark(directory);
  const words = countWords(benchmark);
  const readingSeconds = (performance.now() - reading) / 1000;

  const start = performance.now();
  const rankings = rankSuccessors(benchmark.predecessors.map(toItem), benchmark.successors.map(toItem), { limit: 20 });
  const seconds = (performance.now() - start) / 1000;
  const megabytes = process.resourceUsage().maxRSS / 1024;

  const linked = new Set([...benchmark.known.values()].flatMap((successors) => [...successors]));
  const judged = rankings.flatMap(({ predecessor, candidates }) => {
    const truth = benchmark.known.get(predecessor);
    return candidates
      .filter(({ successor }) => truth || linked.has(successor))
      .map(({ successor, score }) => ({
        predecessor,
        successor,
        score,
        isRight: truth?.has(successor) ?? false,
        hasSuccessor: truth !== undefined,
      }));
  });
  console.log(`${benchmark.predecessors.length} × ${benchmark.successors.length} programmes, ${words} words`);
  printHits(judged, benchmark);
  console.log(`time   ${seconds.toFixed(2)} s, peak memory ${megabytes.toFixed(0)} MB`);
  console.log(`       ${(seconds / readingSeconds).toFixed(2)} × reading and tokenising the same text (${readingSeconds.toFixed(2)} s)`);
  printCalibration(judged);
  printKinds(benchmark);
  if (showsMisses) printMisses(judged, benchmark);
  return benchmark;
}

/**
 * Fits the calibration anew for each organization, without it, and scores it with that; in each setting of
 * `drawSamples`, as the constants in lib/continuation/calibration.ts were fitted on all of them together.
 */
function crossValidate(benchmark: Benchmark, manner: Manner, name: string): void {
  const samples = drawSamples(benchmark, manner);
  const fitting = samples.filter(({ isFitted }) => isFitted);
  console.log(
    `\n${name} texts, fitted on all organizations: ${fitCoefficients(fitting)
      .map((value) => value.toFixed(2))
      .join(" ")}`,
  );
  const folds = new Map<string, number[]>();
  for (const { organization } of samples) {
    if (folds.has(organization)) continue;
    folds.set(organization, fitCoefficients(fitting.filter((sample) => sample.organization !== organization)));
  }
  const judge = (sample: Sample): Judged => ({ ...sample, score: scoreEvidence(sample.evidence, folds.get(sample.organization)!) });
  for (const setting of new Set(samples.map((sample) => sample.setting))) {
    const judged = samples.filter((sample) => sample.setting === setting).map(judge);
    console.log(`\n${name} texts, each organization by a fit on the others: ${setting}`);
    printHits(judged, benchmark);
    printCalibration(judged);
  }
}

function printHits(judged: readonly Judged[], { renamed }: Benchmark): void {
  const firsts = pickFirsts(judged);
  const some = firsts.filter(({ predecessor }) => renamed.has(predecessor));
  console.log(`hit@1  all ${formatShare(firsts)}, renamed ${formatShare(some)}`);
}

/** What was ranked first and is wrong, beside what the identifiers say. */
function printMisses(judged: readonly Judged[], { predecessors, successors, known }: Benchmark): void {
  const titles = new Map([...predecessors, ...successors].map(({ id, title }) => [id, title.replace(/\s+/gu, " ")]));
  for (const { predecessor, successor, score } of pickFirsts(judged).filter(({ isRight }) => !isRight)) {
    const truth = [...known.get(predecessor)!].map((id) => titles.get(id)).join(" | ");
    console.log(`missed ${titles.get(predecessor)}\n  first ${titles.get(successor)} (${score.toFixed(2)})\n  known ${truth}`);
  }
}

/** The best pair of each predecessor that has a known successor. */
function pickFirsts(judged: readonly Judged[]): Judged[] {
  const firsts = new Map<string, Judged>();
  for (const pair of judged) {
    const name = `${pair.predecessor} ${pair.pool}`;
    const first = firsts.get(name);
    if (pair.hasSuccessor && (!first || pair.score > first.score)) firsts.set(name, pair);
  }
  return [...firsts.values()];
}

/**
 * Two bases, as the truth is incomplete. "known successor": pairs whose predecessor has a known successor; right
 * is that successor. "either known": besides, pairs whose successor has another known predecessor; they count
 * as wrong, though some of them are mergers that the identifiers do not tell.
 */
function printCalibration(judged: readonly Judged[]): void {
  const known = judged.filter(({ hasSuccessor }) => hasSuccessor);
  console.log("score        n   right   (pairs whose predecessor has a known successor)");
  BINS.forEach((from, i) => {
    const to = BINS[i + 1] ?? 1;
    const bin = known.filter(({ score }) => score >= from && (score < to || to === 1));
    console.log(`${from.toFixed(2)}–${to.toFixed(2)} ${String(bin.length).padStart(6)}   ${share(bin).toFixed(3)}`);
  });
  const isHigh = ({ score }: Judged): boolean => score >= 0.8;
  console.log(`scored ≥ 0.8: ${formatShare(known.filter(isHigh))} right; either side known: ${formatShare(judged.filter(isHigh))}`);
}

/** Nothing where the benchmark holds none of the pairs that were read by hand. */
function printKinds(benchmark: Benchmark): void {
  const measured = measureKinds(benchmark, readJudgedPairs());
  if (!measured) return;
  const show = ({ share: value, pairs }: Share): string => `${value.toFixed(3)} (${pairs} read)`;
  console.log("kinds, by pairs read by hand (test/continuation/judged-kinds.csv)");
  for (const kind of MEASURED) console.log(`${kind.padEnd(7)} precision ${show(measured[kind].precision)}, recall ${show(measured[kind].recall)}`);
}

function formatShare(pairs: readonly Judged[]): string {
  return `${share(pairs).toFixed(4)} (${pairs.filter(({ isRight }) => isRight).length} of ${pairs.length})`;
}

function share(pairs: readonly Judged[]): number {
  return pairs.filter(({ isRight }) => isRight).length / pairs.length;
}

/** The plainest reading there is: each text cut into words. */
function countWords({ predecessors, successors }: Benchmark): number {
  const segmenter = new Intl.Segmenter("ja", { granularity: "word" });
  let words = 0;
  for (const { title, purpose, summary } of [...predecessors, ...successors]) {
    for (const text of [title, purpose, summary]) for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words++;
  }
  return words;
}
