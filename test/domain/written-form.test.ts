import { expect, it } from "vitest";
import { isSameText } from "@/lib/document/normalize";
import { makeWrittenForm } from "@/lib/domain/written-form";

it.each([
  ["取り組みの推進", "取組の推進"],
  ["1,000件の見直し", "1000件の見直し"],
  ["⻑寿のまち", "長寿のまち"],
  ["⺠間の力", "民間の力"],
  ["龍ヶ崎", "龍ケ崎"],
  ["ＤＸ推進", "dx推進"],
])("「%s」 and 「%s」 are the same title, and compared as one", (one, other) => {
  expect(isSameText(one, other)).toBe(true);
  if (!one.includes("ヶ")) expect(makeWrittenForm(one).form).toBe(makeWrittenForm(other).form);
});

it("other words stay others", () => {
  expect(isSameText("取組の推進", "組の推進")).toBe(false);
});
