import fc from "fast-check";
import { expect, it } from "vitest";
import { printPlanJson, readPlanJson } from "@/lib/document/plan-json";
import { anyPlan } from "../db/plan-arbitrary";

it("reads back the very plan that was printed, with places that hold its texts", () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const source = printPlanJson(plan);
      const reading = readPlanJson(source, { municipality: "よその市" });
      expect(reading.messages).toEqual([]);
      expect(reading.plans.map((each) => each.plan)).toEqual([plan]);
      for (const [pointer, spans] of Object.entries(reading.plans[0]!.places)) {
        const value = pointer
          .split("/")
          .slice(1)
          .reduce<unknown>((parent, key) => (parent as Record<string, unknown>)[key], plan);
        const printed = JSON.stringify(value).replace(/^"(.*)"$/s, "$1");
        expect(spans.map(({ start, end }) => source.slice(start.offset, end.offset))).toEqual([printed]);
      }
    }),
    { numRuns: 500 },
  );
});
