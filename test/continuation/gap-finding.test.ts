import { describe, expect, it } from "vitest";
import { findGapFindings } from "@/lib/continuation/gap-finding";
import { tell } from "./told-history";

describe("what was decided over a gap", () => {
  it("is a finding where the chain leads elsewhere, or nowhere", () => {
    const history = tell([
      "2021-a 2023-a",
      "2023-a 2025-b",
      "2023-a 2025-c",
      "2021-a 2025-a 0.3 confirmed",
      "2021-d 2025-d 0.2 added",
      "2021-e 2023-e",
      "2021-e 2025-e 0.2 added",
    ]);
    expect(findGapFindings(history)).toEqual([
      { rule: "decision-not-in-chain", args: ["2021-a", "2025-a", ["2025-b", "2025-c"], 2025] },
      { rule: "decision-not-in-chain", args: ["2021-d", "2025-d", [], 2021] },
      { rule: "decision-not-in-chain", args: ["2021-e", "2025-e", [], 2023] },
    ]);
  });

  it("is a finding where the chain leads there though it was rejected", () => {
    expect(findGapFindings(tell(["2021-a 2023-b", "2023-b 2025-a", "2021-a 2025-a 0.3 rejected"]))).toEqual([
      { rule: "rejection-in-chain", args: ["2021-a", "2025-a", ["2023-b"]] },
    ]);
  });

  it("is none where both say the same, or where it is only related", () => {
    expect(
      findGapFindings(tell(["2021-a 2023-a", "2023-a 2025-a", "2021-a 2025-a 0.3 confirmed", "2021-b 2025-b 0.2 rejected", "2021-c 2025-c 0.2 added related"])),
    ).toEqual([]);
  });
});
