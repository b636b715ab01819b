import fc from "fast-check";
import { expect, it } from "vitest";
import { damage, FILES, readFile } from "../../fuzz/damage";
import { findFault } from "../../fuzz/find-fault";
import { createRandom } from "../../random";
import { runs } from "../../whole";

it.each(FILES)("damaged in any way, %s ends in a reading in good time, each line accounted for", { timeout: 900_000 }, async (name) => {
  const bytes = readFile(name);
  await findFault(bytes, true);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
      // Long enough for a slow machine; `npm run test:fuzz` has the bound that users feel.
      const start = process.cpuUsage();
      expect(await findFault(damage(bytes, createRandom(seed)), true)).toBe(null);
      expect(process.cpuUsage(start).user / 1e6).toBeLessThan(15);
    }),
    { numRuns: runs(60) },
  );
});
