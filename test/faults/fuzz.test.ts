import { availableParallelism } from "node:os";
import { expect, it } from "vitest";
import { runFuzz } from "../fuzz/fuzz";
import { isShort, SEED } from "./form";

const COUNT = isShort ? 20_000 : 1_000_000;

it(`the reader takes ${COUNT} damaged documents (seed ${SEED}) without a crash, a hang or a lost line`, { timeout: COUNT * 5 + 60_000 }, async () => {
  const { faults, slowest } = await runFuzz({ count: COUNT, seed: SEED, workers: Math.min(2, availableParallelism()) });
  expect(faults).toEqual([]);
  expect(slowest.ms).toBeLessThan(1000);
});
