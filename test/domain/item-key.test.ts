import { describe, expect, it } from "vitest";
import { initiativeKey, parseItemKey } from "@/lib/domain/item-key";

describe("an item's key", () => {
  it("names the goal, and the place of an initiative in it", () => {
    const key = initiativeKey("2025-policy-promotion-4b", 12);
    expect(key).toBe("2025-policy-promotion-4b-i12");
    expect(parseItemKey(key)).toEqual({ goalId: "2025-policy-promotion-4b", initiative: 12 });
    expect(parseItemKey("2025-information-1")).toEqual({ goalId: "2025-information-1", initiative: null });
  });
});
