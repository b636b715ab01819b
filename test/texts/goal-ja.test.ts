import { expect, it } from "vitest";
import type { LinkKind } from "@/lib/domain/continuation";
import type { Status } from "@/lib/domain/decision";
import { goalJa } from "@/lib/texts/goal-ja";

const KINDS: LinkKind[] = ["continued", "merged", "split", "related"];

it("a guess is called a candidate, and only what somebody looked at stands as a fact", () => {
  for (const kind of KINDS) {
    const texts = (["proposed", "confirmed", "added", "rejected"] satisfies Status[]).map((status) => goalJa.link({ kind, status }));
    expect(texts[0]).toMatch(kind === "related" ? /^関連のみ（継続ではない、職員未確認）$/ : /の候補（職員未確認）$/);
    expect(texts[1]).toContain("確認済み");
    expect(texts[2]).toContain("確認済み");
    expect(texts.slice(1).join()).not.toMatch(/候補|未確認/);
  }
  expect(
    goalJa.links([
      { kind: "merged", status: "proposed" },
      { kind: "merged", status: "proposed" },
    ]),
  ).toBe("統合の候補2件、職員未確認");
  expect(goalJa.links([{ kind: "continued", status: "confirmed" }])).toBe("継続、確認済み");
  expect(
    goalJa.links([
      { kind: "merged", status: "confirmed" },
      { kind: "merged", status: "proposed" },
    ]),
  ).toBe("統合1件、確認済み／統合の候補1件、職員未確認");
});
