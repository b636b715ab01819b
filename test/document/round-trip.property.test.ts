import fc from "fast-check";
import { expect, it } from "vitest";
import { readDocument } from "@/lib/document/read";
import { runs } from "../whole";
import { layoutChoices, MUNICIPALITY, planFile } from "./arbitraries";
import { findPlaceFaults } from "./check-places";
import { printPlanFile } from "./print-plan";

const RUNS = Number(process.env.ROUND_TRIP_RUNS ?? runs(2500));

it(`reads back ${RUNS} random files of plans set in random layouts`, { timeout: 900_000 }, () => {
  fc.assert(
    fc.property(planFile, layoutChoices, (file, choices) => {
      const printed = printPlanFile(structuredClone(file), choices);
      const reading = readDocument(new TextEncoder().encode(printed.text), { municipality: MUNICIPALITY });
      expect(
        reading.plans.map(({ plan }) => plan),
        printed.text,
      ).toEqual(printed.plans);
      expect(
        reading.messages.filter(({ rule, severity }) => rule === "not-understood" || severity === "error"),
        printed.text,
      ).toEqual([]);
      expect(reading.coverage.notUnderstood).toBe(0);
      expect(
        reading.plans.flatMap((plan) => findPlaceFaults(reading.text, plan)),
        printed.text,
      ).toEqual([]);
    }),
    { numRuns: RUNS, ...(process.env.ROUND_TRIP_SEED ? { seed: Number(process.env.ROUND_TRIP_SEED) } : {}) },
  );
});
