/** Child process of `measure-ingest.ts`: `ingest-run.ts FOLDER SCRATCH REPEATS SECONDS` prints one `IngestRun` as JSON. */
import { readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { openDatabase } from "@/db/connection/client";
import { ingestFiles } from "@/db/ingest/ingest";
import { listSourceFiles } from "@/db/ingest/source-files";
import { migrateDatabase } from "@/db/migrate";
import { readDocument } from "@/lib/document/read";
import type { IngestRun } from "./measure-ingest";

const [folder, scratch, repeats, seconds] = process.argv.slice(2);
if (!folder || !scratch || !Number(repeats) || !Number(seconds)) throw new Error("usage: ingest-run.ts FOLDER SCRATCH REPEATS SECONDS");

const files = await listSourceFiles([folder]);
const file = path.join(scratch, "ingest.db");
const run: IngestRun = {
  documents: files.length,
  bytes: 0,
  lines: 0,
  notUnderstood: 0,
  milliseconds: [],
  splitting: [],
  reading: 0,
  memoryBefore: peakMemory(),
  memory: 0,
  databaseBytes: 0,
};

await splitLines(); // The first reading fills the system's file cache.
for (let round = 0; round < Number(repeats) && performance.now() < 1000 * Number(seconds); round += 1) {
  run.splitting.push(await timed(splitLines));
  run.milliseconds.push(await ingestAnew());
  if (round === 0) run.memory = peakMemory();
}
run.reading = await timed(readAll);
console.log(JSON.stringify(run));

/** Milliseconds that an ingest into a new database takes, the empty tables made before. */
async function ingestAnew(): Promise<number> {
  for (const suffix of ["", "-wal", "-shm"]) await rm(file + suffix, { force: true });
  const db = await openDatabase(pathToFileURL(file).href);
  await migrateDatabase(db);
  run.notUnderstood = 0;
  const milliseconds = await timed(async () => {
    const result = await ingestFiles(db, files, {
      municipality: "架空市",
      onFile: ({ reading }) => void (run.notUnderstood += reading?.coverage.notUnderstood ?? 0),
    });
    if (result.added !== files.length) throw new Error(`${result.added} of ${files.length} documents were stored`);
  });
  db.$client.close();
  run.databaseBytes = (await stat(file)).size;
  return milliseconds;
}

/** The basis: the same bytes read, decoded and split into lines, file by file. */
async function splitLines(): Promise<void> {
  run.bytes = run.lines = 0;
  for (const name of files) {
    const bytes = await readFile(name);
    run.bytes += bytes.byteLength;
    run.lines += new TextDecoder("utf-8", { fatal: true }).decode(bytes).split(/\r\n|\n|\r/).length;
  }
}

/** The reader alone, without the database. */
async function readAll(): Promise<void> {
  for (const name of files) readDocument(await readFile(name), { municipality: "架空市" });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Bytes. */
function peakMemory(): number {
  return process.resourceUsage().maxRSS * 1024;
}
