import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDirection } from "@/lib/domain/rating/direction";
import { rateBy } from "@/lib/domain/rating/value";
import { KASHIWARA } from "../../rows";

/** 「A2 B1」 as ratings of Kashiwara's scale, where E stands outside the order. */
const rate = (counts: string) =>
  counts
    .split(" ")
    .filter(Boolean)
    .flatMap((part) => Array.from({ length: Number(part.slice(1)) }, () => rateBy(KASHIWARA, part[0]!)));
const ratings = fc.array(fc.constantFrom("A", "B", "C", "D", "E"), { maxLength: 30 }).map((letters) => letters.map((letter) => rateBy(KASHIWARA, letter)));

describe("findDirection", () => {
  it.each([
    ["A2 B2", "A3 B1", "up"],
    ["A2 B2", "A1 B3", "down"],
    ["A2 B2", "A2 B2", "same"],
    // Every cut falls or stays.
    ["A5 C1", "A1 B2 C1", "down"],
    // Fewer of the best and of the best two, but none of the worst is left.
    ["A5 D1", "A1 B2 C1", "unclear"],
    // The best and the best two say different things.
    ["A12 B10 C13 E3", "A6 B17 C12 E5", "unclear"],
    ["A1 B1 C1", "A1 C2 B0", "down"],
    ["B4", "A2 C2", "unclear"],
    // The best fell by more than a goal, the best two rose by less than one.
    ["A1 C3", "B2 C3", "unclear"],
    ["B2 C3", "A1 C3", "unclear"],
    // Less than one goal of the later year.
    ["A10 B9", "A9 B9", "same"],
    ["A30 B30 C30", "A29 B31 C30", "down"],
    // To outside the order is no fall, and from there no rise.
    ["A6", "A2 E2", "unclear"],
    ["A2 E2", "A4", "unclear"],
    ["E3", "E3", "same"],
    ["", "", "same"],
    ["A1", "", "unclear"],
    ["", "A1", "unclear"],
  ])("%s, then %s: %s", (before, after, direction) => {
    expect(findDirection(rate(before), rate(after))).toBe(direction);
  });

  it("says of lists of any lengths a direction only where no share of the best so many goes the other way", () => {
    fc.assert(
      fc.property(ratings, ratings, (one, two) => {
        const direction = findDirection(one, two);
        if (direction !== "up" && direction !== "down") return;
        for (const keep of [() => true, ({ outside }: (typeof one)[number]) => !outside]) {
          const [a, b] = [one.filter(keep), two.filter(keep)];
          for (const cut of [0, 1, 2, 3]) {
            const share = (list: typeof a) => list.filter(({ rank }) => rank !== null && rank <= cut).length / list.length;
            const change = share(b) - share(a);
            expect(direction === "up" ? change : -change).toBeGreaterThan(-1e-9);
          }
        }
      }),
    );
  });

  it("turns round with its lists of one length, is the same for the same, and never says up where any cut falls by a goal", () => {
    const other = { up: "down", down: "up", same: "same", unclear: "unclear" } as const;
    fc.assert(
      fc.property(ratings, ratings, (one, two) => {
        expect(findDirection(one, one)).toBe("same");
        const length = Math.min(one.length, two.length);
        const [a, b] = [one.slice(0, length), two.slice(0, length)];
        if (a.every(({ outside }) => !outside) && b.every(({ outside }) => !outside)) expect(findDirection(b, a)).toBe(other[findDirection(a, b)]);
        if (length === 0) return;
        const falls = [0, 1, 2, 3].some((cut) => {
          const count = (list: typeof a) => list.filter(({ rank }) => rank !== null && rank <= cut).length;
          return count(b) < count(a);
        });
        if (falls) expect(findDirection(a, b)).not.toBe("up");
      }),
    );
  });
});
