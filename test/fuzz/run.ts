/**
 * `npm run test:fuzz [-- --count N --seed S --workers W --case N --format F]`: reads a million damaged texts, then a
 * hundred thousand damaged files of each other format (or of that one alone). None may crash the reader, take it over a
 * second (a file, two), or have a line that is not accounted for.
 */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { FORMATS } from "./damage";
import { findFault } from "./find-fault";
import { runFuzz } from "./fuzz";
import { makeCase, TEXT } from "./worker";

const { values } = parseArgs({
  options: { count: { type: "string" }, seed: { type: "string" }, workers: { type: "string" }, case: { type: "string" }, format: { type: "string" } },
});
const formats = values.format === undefined ? [TEXT, ...FORMATS] : [values.format];
const seed = Number(values.seed ?? Date.now() % 1_000_000);

if (values.case !== undefined) {
  const bytes = makeCase(seed, Number(values.case), formats[0]!);
  console.log(formats[0] === TEXT ? Buffer.from(bytes).toString() : Buffer.from(bytes).toString("base64"));
  console.log((await findFault(bytes, formats[0] !== TEXT)) ?? "no fault");
} else {
  const workers = Number(values.workers ?? availableParallelism());
  for (const format of formats) {
    const usual = format === TEXT ? 1_000_000 : 100_000;
    const { count, seconds, slowest, faults } = await runFuzz({ count: Number(values.count ?? usual), seed, workers, format });
    console.log(
      `${format}: ${count} inputs (seed ${seed}), ${faults.length} faults, ${Math.round(seconds)} s on ${workers} threads; slowest ${Math.round(slowest.ms)} ms (case ${slowest.index})`,
    );
    for (const { index, fault } of faults) console.error(`case ${index}: ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
}
