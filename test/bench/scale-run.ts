/** Child process of `scale.ts`: `scale-run.ts URL PATH…` migrates and ingests, and prints one `ScaleRun` as JSON. */

import { homeMunicipality } from "@/db/config";
import { openDatabase } from "@/db/connection/client";
import { ingestFiles } from "@/db/ingest/ingest";
import { listSourceFiles } from "@/db/ingest/source-files";
import { migrateDatabase } from "@/db/migrate";
import type { ScaleRun } from "./scale";

const [url, ...paths] = process.argv.slice(2);
if (!url || paths.length === 0) throw new Error("usage: scale-run.ts URL PATH…");

const files = await listSourceFiles(paths);
const db = await openDatabase(url);
await migrateDatabase(db);
const run: ScaleRun = { files: files.length, milliseconds: 0, halfway: 0, memory: 0 };
let done = 0;
const began = performance.now();
const result = await ingestFiles(db, files, {
  municipality: homeMunicipality(),
  onFile: () => {
    done += 1;
    if (done === Math.ceil(files.length / 2)) run.halfway = peakMemory();
  },
});
run.milliseconds = performance.now() - began;
run.memory = peakMemory();
db.$client.close();
if (result.added !== files.length) throw new Error(`${result.added} of ${files.length} documents were stored`);
console.log(JSON.stringify(run));

/** Bytes. */
function peakMemory(): number {
  return process.resourceUsage().maxRSS * 1024;
}
