/**
 * `npm run test:fuzz [-- --count N --seed S --workers W --case N]`: reads a million damaged documents. None may crash
 * the reader, take it over a second, or have a line that is not accounted for.
 */
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { findFault } from "./find-fault";
import { runFuzz } from "./fuzz";
import { makeCase } from "./worker";

const { values } = parseArgs({
  options: { count: { type: "string" }, seed: { type: "string" }, workers: { type: "string" }, case: { type: "string" } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000);

if (values.case !== undefined) {
  const bytes = makeCase(seed, Number(values.case));
  console.log(Buffer.from(bytes).toString());
  console.log(findFault(bytes) ?? "no fault");
} else {
  const workers = Number(values.workers ?? availableParallelism());
  const { count, seconds, slowest, faults } = await runFuzz({ count: Number(values.count ?? 1_000_000), seed, workers });
  console.log(
    `${count} inputs (seed ${seed}), ${faults.length} faults, ${Math.round(seconds)} s on ${workers} threads; slowest ${Math.round(slowest.ms)} ms (case ${slowest.index})`,
  );
  for (const { index, fault } of faults) console.error(`case ${index}: ${fault}`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
