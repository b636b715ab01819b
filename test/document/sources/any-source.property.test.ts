import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { expect, it } from "vitest";
import { readSource } from "@/lib/document/read-source";
import { mutate } from "../../fuzz/mutate";
import { runs } from "../../whole";

const FOLDER = new URL("fixtures/", import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => !name.endsWith(".txt"));

/** Numbers in [0, 1) that a seed gives. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** A damaged file; of an archive, half of the time, with a damaged part in a sound one. */
function damage(bytes: Uint8Array, random: () => number): Uint8Array {
  if (bytes[0] !== 0x50 || random() < 0.5) return mutate(bytes, random);
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => name.endsWith(".xml"));
  const name = names[Math.floor(random() * names.length)]!;
  return zipSync({ ...parts, [name]: mutate(parts[name]!, random) }, { level: 1 });
}

it.each(FILES)("damaged in any way, %s ends in a reading within two seconds", { timeout: 300_000 }, async (name) => {
  const bytes = readFileSync(new URL(name, FOLDER));
  await readSource(bytes, { municipality: "柏原市" });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), async (seed) => {
      const start = process.cpuUsage();
      const { messages, plans, coverage, lines } = await readSource(damage(bytes, createRandom(seed)), { municipality: "柏原市" });
      expect(process.cpuUsage(start).user / 1e6).toBeLessThan(2);
      expect(messages.some(({ severity }) => severity === "error")).toBe(plans.length === 0);
      expect(lines).toHaveLength(coverage.lines);
    }),
    { numRuns: runs(200) },
  );
});
