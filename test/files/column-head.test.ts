import { describe, expect, it } from "vitest";
import { chartHeadOf, headOf } from "@/lib/files/column-head";
import { printCsv } from "@/lib/files/table-csv";
import { TABLE_DESCRIPTIONS } from "@/lib/files/tables";

const column = { name: "fiscal_year_ja", label: "年度（和暦）", description: "", type: "text" as const };

describe("heads of columns", () => {
  it("are names for programs, or what a column is called in Japanese or English", () => {
    expect((["name", "ja", "en"] as const).map((header) => headOf(column, header))).toEqual(["fiscal_year_ja", "年度（和暦）", "Fiscal year (Japanese era)"]);
    expect(printCsv([column], [["令和7年度"]], "ja")).toBe("\ufeff年度（和暦）\r\n令和7年度\r\n");
  });

  it("of a chart are its own, in either language of the chart", () => {
    const told = { name: "rated", label: "Rated", japanese: "評価のある件数" };
    expect((["name", "ja", "en"] as const).map((header) => chartHeadOf("rating-distribution", told, header))).toEqual(["rated", "評価のある件数", "Rated"]);
  });

  it.each(TABLE_DESCRIPTIONS.map(({ name, columns }) => [name, columns] as const))("of %s are each different, in every form", (_, columns) => {
    for (const header of ["name", "ja", "en"] as const) {
      const heads = columns.map((each) => headOf(each, header));
      expect(new Set(heads).size, heads.join()).toBe(columns.length);
      if (header === "en") expect(heads.join()).toMatch(/^[\w ,()]+$/);
    }
  });
});
