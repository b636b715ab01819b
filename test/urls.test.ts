import { describe, expect, it } from "vitest";
import { fieldAnchor, goalHref, itemHref } from "@/lib/urls";

describe("URLs", () => {
  it("lead from an item to where its goal's page shows it", () => {
    expect(itemHref("2025-policy-promotion-4")).toBe("/goals/2025-policy-promotion-4");
    expect(itemHref("2025-policy-promotion-4-i2")).toBe("/goals/2025-policy-promotion-4#initiatives-1-text");
  });

  it("name a goal's field in the page", () => {
    expect(fieldAnchor("/targets/0/text")).toBe("targets-0-text");
    expect(goalHref("2025-policy-promotion-4", null, "/overallRating")).toBe("/goals/2025-policy-promotion-4#overallRating");
  });
});
