import { describe, expect, it } from "vitest";
import { sortGoals } from "@/lib/domain/goal-order";
import { readScale } from "@/lib/domain/rating/value";
import { makeGoal } from "../rows";
import { SCALES } from "./rating/scales";

const goals = [
  makeGoal({ fiscalYear: 2021, number: 1 }),
  makeGoal({ number: 1, overallRating: "B" }),
  makeGoal({ number: 2, overallRating: "A" }),
  makeGoal({ number: 3, overallRating: "E" }),
  makeGoal({ number: 4, listedRating: "C" }),
];
const ids = (key: Parameters<typeof sortGoals>[1], direction: "asc" | "desc") =>
  sortGoals(goals, key, direction).map((goal) => `${goal.fiscalYear}-${goal.number}`);

describe("sortGoals", () => {
  it("puts E and the not rated last in either direction", () => {
    expect(ids("rating", "asc")).toEqual(["2025-2", "2025-1", "2025-4", "2025-3", "2021-1"]);
    expect(ids("rating", "desc")).toEqual(["2025-4", "2025-1", "2025-2", "2025-3", "2021-1"]);
  });

  it.each(Object.entries(SCALES))("goes by the rank of any scale: %s", (_name, { entries, order, outside = [] }) => {
    const scale = readScale(entries);
    const rows = [...outside, ...order.toReversed(), null].map((rating, index) => makeGoal({ scale, number: index + 1, overallRating: rating }));
    const sorted = (direction: "asc" | "desc") => sortGoals(rows, "rating", direction).map((goal) => goal.overallRating?.rating ?? null);
    expect(sorted("asc")).toEqual([...order, ...outside, null]);
    expect(sorted("desc")).toEqual([...order.toReversed(), ...outside, null]);
  });

  it("keeps numbers in order within a year", () => {
    expect(ids("year", "asc")).toEqual(["2021-1", "2025-1", "2025-2", "2025-3", "2025-4"]);
    expect(ids("year", "desc")).toEqual(["2025-1", "2025-2", "2025-3", "2025-4", "2021-1"]);
  });

  it("does not depend on the order that it is given", () => {
    const reversed = sortGoals([...goals].reverse(), "area", "asc");
    expect(reversed).toEqual(sortGoals(goals, "area", "asc"));
  });
});
