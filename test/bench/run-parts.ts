import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import type { Section } from "./measure-pages";
import { printTable } from "./table";

/** What can be measured, by name. Each part gets a folder of its own, removed in the end. */
export type Parts = Record<string, (scratch: string) => Promise<Section[]>>;

/**
 * Measures the chosen parts (all by default) and prints their tables. Ends the process: 0 when all was measured, 1
 * where it failed or took longer than `longest` milliseconds, 2 for a part that there is not.
 */
export async function runParts(parts: Parts, chosen: readonly string[], longest: number): Promise<never> {
  const unknown = chosen.find((name) => !(name in parts));
  if (unknown) {
    console.error(`"${unknown}" is not measured; choose from ${Object.keys(parts).join(", ")}`);
    process.exit(2);
  }
  const scratch = mkdtempSync(path.join(tmpdir(), "ayumi-bench-"));
  process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  setTimeout(() => {
    console.error(`not done after ${longest / 1000} s`);
    process.exit(1);
  }, longest).unref();

  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, load ${loadavg()[0]!.toFixed(1)} at the start\n`);
  for (const [name, measure] of Object.entries(parts)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const folder = path.join(scratch, name);
    mkdirSync(folder);
    for (const { heading, measures } of await measure(folder)) console.log(printTable(heading, measures));
  }
  console.log(`load ${loadavg()[0]!.toFixed(1)} at the end`);
  process.exit(0);
}
