import { describe, expect, it } from "vitest";
import { type ComparisonInput, type ComparisonRows, comparePlans } from "@/db/continuations/comparison";
import { createComparisonPool } from "@/db/continuations/comparison-pool";
import { unpackReasons } from "@/db/schema/packed-comparison";
import { generateCountry } from "@/lib/generation/country";

const years = [...generateCountry({ municipalities: 3, departments: 3, years: 2, seed: 11 })];
const inputs = [0, 1, 2].map((index): ComparisonInput => {
  const [before, after] = years.filter((year) => year.index === index).map(({ plans }) => plans);
  return {
    digest: String(index).repeat(64),
    municipality: before![0]!.municipality,
    from: 2024,
    to: 2025,
    before: before!,
    after: after!,
    decisions: [],
    isOverGap: false,
  };
});

const unpack = ({ comparison, reasons }: ComparisonRows) => ({ comparison, reasons: reasons.map((row) => [row.department, unpackReasons(row.reasons)]) });

describe("a pool of comparisons", () => {
  it.each([1, 100])("makes for %i municipalities what one thread makes alone", async (municipalities) => {
    const pool = createComparisonPool(municipalities);
    try {
      const made = await Promise.all([...inputs, ...inputs].map((input) => pool.compare(input)));
      expect(made.map(unpack)).toEqual([...inputs, ...inputs].map((input) => unpack(comparePlans(input))));
      expect(made[0]!.comparison.links.length).toBeGreaterThan(0);
    } finally {
      await pool.close();
    }
  });

  it("compares itself what its threads have too little memory for", async () => {
    const pool = createComparisonPool(100, 6);
    try {
      expect(unpack(await pool.compare(inputs[0]!))).toEqual(unpack(comparePlans(inputs[0]!)));
    } finally {
      await pool.close();
    }
  });

  it("fails, rather than waits for ever, where a thread breaks", async () => {
    const pool = createComparisonPool(100);
    try {
      await expect(pool.compare({ ...inputs[0]!, before: null as never })).rejects.toThrow();
    } finally {
      await pool.close();
    }
  });
});
