import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { departmentId, goalIds, planId } from "@/lib/domain/identifier";

describe("identifiers", () => {
  it("are readable where the department has an English name", () => {
    const plan = planId({ municipality: "柏原市", department: "政策推進部", fiscalYear: 2025 }, "柏原市");
    expect(plan).toBe("2025-policy-promotion");
    expect(goalIds(plan, [{ number: 1 }, { number: 2 }])).toEqual(["2025-policy-promotion-1", "2025-policy-promotion-2"]);
  });

  it("tell another municipality's plan from the site's own", () => {
    const plan = { municipality: "八尾市", department: "政策推進部", fiscalYear: 2025 };
    expect(planId(plan, "柏原市")).toMatch(/^m[0-9a-z]{8}-2025-policy-promotion$/);
    expect(planId(plan, "八尾市")).toBe("2025-policy-promotion");
  });

  it("stay apart for goals that carry the same number", () => {
    expect(goalIds("p", [{ number: 1 }, { number: 1 }, { number: 1 }])).toEqual(["p-1", "p-1b", "p-1c"]);
  });

  it("are ASCII and stable for any department name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (name) => {
        expect(departmentId(name)).toMatch(/^[a-z0-9-]+$/);
        expect(departmentId(name)).toBe(departmentId(name));
      }),
    );
  });
});
