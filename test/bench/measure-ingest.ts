import path from "node:path";
import { ROOT, startChild } from "./child";
import { generateDocuments } from "./generate";
import { median, medianRatio } from "./statistics";
import { type Measure, printBytes, printTime } from "./table";

/** What `ingest-run.ts` found. Times in milliseconds, one a round; memory and sizes in bytes. */
export interface IngestRun {
  documents: number;
  bytes: number;
  lines: number;
  notUnderstood: number;
  milliseconds: number[];
  splitting: number[];
  /** The reader alone over all documents, once, after the rounds. */
  reading: number;
  /** Peak resident memory with everything loaded and nothing read, and after the first round. */
  memoryBefore: number;
  memory: number;
  databaseBytes: number;
}

const GENERATED = 2000;
const SEED = 7;

/** No new round begins after this many seconds. */
const PATIENCE = 25;

/**
 * Ingests the two real documents and 2,000 generated ones into new databases under `scratch`, in turn with reading
 * and splitting the same bytes into lines.
 */
export async function measureIngest(scratch: string): Promise<Measure[]> {
  const documents = path.join(ROOT, "db", "documents");
  const generated = path.join(scratch, "generated");
  await generateDocuments(documents, generated, GENERATED, SEED);
  const real = await runIngest(documents, scratch, 25);
  const many = await runIngest(generated, scratch, 3);
  return [...describe("real documents", real), ...describe("generated documents", many)];
}

async function runIngest(folder: string, scratch: string, repeats: number): Promise<IngestRun> {
  const child = startChild("test/bench/ingest-run.ts", [folder, scratch, String(repeats), String(PATIENCE)]);
  if ((await child.ended) !== 0) throw new Error(`ingest-run.ts failed:\n${child.output()}`);
  return JSON.parse(child.output()) as IngestRun;
}

function describe(what: string, run: IngestRun): Measure[] {
  const time = median(run.milliseconds);
  const name = `${run.documents} ${what}`;
  return [
    {
      name: `ingest of ${name} (${printBytes(run.bytes)}, ${run.lines} lines)`,
      value: printTime(time),
      basis: `${printTime(median(run.splitting))} read and split`,
      ratio: medianRatio(run.milliseconds, run.splitting),
    },
    { name: "  of which reading, without storing", value: printTime(run.reading), basis: printTime(time), ratio: run.reading / time },
    { name: "  rounds", value: String(run.milliseconds.length) },
    { name: "  documents a second", value: ((1000 * run.documents) / time).toFixed(0) },
    { name: "  peak memory", value: printBytes(run.memory), basis: `${printBytes(run.memoryBefore)} before the first`, ratio: run.memory / run.memoryBefore },
    { name: "  database", value: printBytes(run.databaseBytes), basis: `${printBytes(run.bytes)} of source`, ratio: run.databaseBytes / run.bytes },
    { name: "  lines not understood", value: String(run.notUnderstood), aim: "0", met: run.notUnderstood === 0 },
  ];
}
