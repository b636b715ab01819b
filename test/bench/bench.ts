/**
 * `npm run bench`: measures pages, embeds and ingest in one run and prints tables. `npm run bench -- ingest` measures
 * that alone. Aims are told as met or missed; only a failure to measure ends with 1.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { measureEmbeds } from "./measure-embeds";
import { measureIngest } from "./measure-ingest";
import { measurePages, type Section } from "./measure-pages";
import { printTable } from "./table";

/** Ends a run that hangs, in milliseconds. */
const LONGEST = 900_000;

const PARTS: Record<string, (scratch: string) => Promise<Section[]>> = {
  pages: measurePages,
  embeds: (folder) => measureEmbeds(path.join(folder, "embeds"), { nginx: false }),
  ingest: async (scratch) => [{ heading: "Ingest into a new database (basis: reading the same files and splitting them into lines)", measures: await measureIngest(scratch) }],
};

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in PARTS));
if (unknown) {
  console.error(`"${unknown}" is not measured; choose from ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}

const scratch = mkdtempSync(path.join(tmpdir(), "ayumi-bench-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
setTimeout(() => {
  console.error(`not done after ${LONGEST / 1000} s`);
  process.exit(1);
}, LONGEST).unref();

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, load ${loadavg()[0]!.toFixed(1)} at the start\n`);
for (const [name, measure] of Object.entries(PARTS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  for (const { heading, measures } of await measure(scratch)) console.log(printTable(heading, measures));
}
process.exit(0);
