import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { SEED } from "./random";

async function load(whole: string) {
  vi.resetModules();
  vi.stubEnv("AYUMI_TEST_WHOLE", whole);
  return import("./whole");
}

it("takes a few spread over a list, one of each kind, and a tenth of the runs", async () => {
  const { sample, sampleKinds, runs } = await load("");
  const list = Array.from({ length: 100 }, (_, index) => index);
  expect(sample(list, 4)).toEqual([0, 33, 66, 99]);
  expect(sample([1, 2], 4)).toEqual([1, 2]);
  expect(sampleKinds(["a1", "b1", "a2"], (item) => item[0]!)).toEqual(["a1", "b1"]);
  expect([runs(2500), runs(25)]).toEqual([250, 10]);
});

it("takes all where all is asked for", async () => {
  const { sample, sampleKinds, runs } = await load("1");
  expect([sample([1, 2, 3], 2), sampleKinds(["a1", "a2"], (item) => item[0]!), runs(25)]).toEqual([[1, 2, 3], ["a1", "a2"], 25]);
});

it("draws random inputs by one seed, in each file of tests", () => {
  expect(fc.readConfigureGlobal()?.seed).toBe(SEED);
});
