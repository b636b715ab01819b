import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listSpellings } from "@/lib/domain/spelling";
import { makeWrittenForm } from "@/lib/domain/written-form";
import { runs } from "../whole";

describe("ways of writing", () => {
  it.each([
    ["取組", ["取組", "取り組み", "取り組", "取組み"]],
    ["申し出", ["申し出", "申出"]],
    ["防災", ["防災"]],
    ["1000人", ["1000人", "1,000人"]],
    ["12,345", ["12,345", "12345"]],
    ["0120", ["0120"]],
    ["1.2345", ["1.2345"]],
    ["123", ["123"]],
  ])("of 「%s」", (text, ways) => expect(listSpellings(text).sort()).toEqual(ways.sort()));

  it("are bounded, however many words a text has", () => {
    expect(listSpellings("打ち合わせと問い合わせと申し込みと取り組み").length).toBeLessThanOrEqual(16);
    expect(listSpellings("取組".repeat(500)).length).toBeLessThanOrEqual(16);
  });

  it("are one text to whoever compares two years", () => {
    const part = fc.constantFrom(..."防災の、", "取り組み", "取組", "申込み", "手続き", "1,000", "2500", "引き続き", "見合わせ");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const [own, ...others] = listSpellings(parts.join("")).map((way) => makeWrittenForm(way).form);
        for (const other of others) expect(other).toBe(own);
      }),
      { numRuns: runs(1000) },
    );
  });
});
