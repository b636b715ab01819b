import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFiscalYear, formatFiscalYear, formatFiscalYearInFull, formatFiscalYearShort, formatFiscalYears } from "@/lib/domain/fiscal-year";

describe("findFiscalYear", () => {
  it.each([
    ["令和7年度 政策推進部の運営方針", 2025],
    ["令和元年度", 2019],
    ["平成31年度", 2019],
    ["平成元年度", 1989],
    ["2025年度", 2025],
    ["２０２５年度", 2025],
    ["令和 ７ 年度", 2025],
    ["R3年度", 2021],
    ["Ｈ30年度", 2018],
    ["令和７(2025)年度", 2025],
    ["令和7年（2025年）度", 2025],
    ["2025（令和7）年度", 2025],
    ["令和七年度", 2025],
    ["平成三十一年度", 2019],
    ["令和十二年度", 2030],
  ])("reads %s", (text, year) => expect(findFiscalYear(text)?.year).toBe(year));

  it.each(["", "令和年度", "令和0年度", "7年度", "来年度", "123年度", "令和7年", "令和7(2024)年度", "令和7度"])("finds none in 「%s」", (text) =>
    expect(findFiscalYear(text)).toBeNull(),
  );

  it("says where the year stands in the original text", () => {
    const text = "（資料）令和７年度の方針";
    const found = findFiscalYear(text)!;
    expect(text.slice(found.index, found.index + found.length)).toBe("令和７年度");
  });

  it("reads back every year that it prints", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1926, max: 2099 }), (year) => {
        expect(findFiscalYear(formatFiscalYear(year))?.year).toBe(year);
      }),
    );
  });
});

describe("formatFiscalYears", () => {
  it.each([
    [[2022, 2023, 2024], "令和4〜6年度"],
    [[2018, 2019, 2020], "平成30〜令和2年度"],
    [[2019, 2020], "令和元〜2年度"],
    [[2024, 2022, 2019, 2023], "令和元年度、令和4〜6年度"],
    [[1924, 1925], "1924〜1925年度"],
    [[], ""],
  ])("prints %j as %s", (years, text) => expect(formatFiscalYears(years)).toBe(text));
});

describe("formatFiscalYear", () => {
  it("prints the first year of an era as 元", () => {
    expect(formatFiscalYear(2019)).toBe("令和元年度");
    expect(formatFiscalYear(2018)).toBe("平成30年度");
    expect(formatFiscalYearInFull(2025)).toBe("令和7年度（2025年度）");
    expect(formatFiscalYearShort(2021)).toBe("令和3");
  });
});
