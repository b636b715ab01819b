import fc from "fast-check";
import { expect, it } from "vitest";
import { printSecurityText } from "@/lib/discovery/security-text";

const CONTACT = "mailto:security@city.example";

it("security.txt has a contact and expires at most a year ahead, and never before eleven months (RFC 9116, 2.5.3 and 2.5.5)", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("2024-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }), (now) => {
      const text = printSecurityText({ contact: CONTACT, url: "https://ayumi.example" }, now);
      expect(text.match(/^Contact: /gm)).toHaveLength(1);
      const [, expires] = /^Expires: (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/m.exec(text)!;
      const days = (Date.parse(expires!) - now.getTime()) / 86_400_000;
      expect(days).toBeLessThanOrEqual(366);
      expect(days).toBeGreaterThan(330);
      expect(text).toContain("Canonical: https://ayumi.example/.well-known/security.txt\n");
    }),
  );
  expect(printSecurityText({ contact: CONTACT, url: null }, new Date())).not.toContain("Canonical");
});
