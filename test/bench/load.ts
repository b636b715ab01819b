/**
 * `npm run bench:load [-- --long] [pages|embeds]`: loads the built site on the loopback interface and prints tables.
 * The long form watches memory for ten minutes, the short one for two. Aims are told as met or missed; only a failure
 * to measure ends with 1.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { measureLoad } from "./measure-load";
import { measureEmbeds } from "./measure-embeds";
import type { Section } from "./measure-pages";
import { printTable } from "./table";

const LONGEST = 1_500_000;
const args = process.argv.slice(2);
const minutes = args.includes("--long") ? 10 : 2;
const PARTS: Record<string, (scratch: string) => Promise<Section[]>> = {
  embeds: (scratch) => measureEmbeds(scratch, { nginx: true }),
  pages: (scratch) => measureLoad(scratch, minutes),
};
const chosen = args.filter((arg) => arg !== "--long");
const unknown = chosen.find((name) => !(name in PARTS));
if (unknown) {
  console.error(`"${unknown}" is not measured; choose from ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}

const scratch = mkdtempSync(path.join(tmpdir(), "ayumi-load-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
setTimeout(() => {
  console.error(`not done after ${LONGEST / 1000} s`);
  process.exit(1);
}, LONGEST).unref();

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, load ${loadavg()[0]!.toFixed(1)} at the start; the generator runs on the same machine\n`);
for (const [name, measure] of Object.entries(PARTS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const folder = path.join(scratch, name);
  for (const { heading, measures } of await measure(folder)) console.log(printTable(heading, measures));
}
console.log(`load ${loadavg()[0]!.toFixed(1)} at the end`);
process.exit(0);
