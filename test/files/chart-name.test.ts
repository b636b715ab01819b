import { describe, expect, it } from "vitest";
import { usualView } from "@/lib/chart-urls";
import { CHARTS } from "@/lib/charts/registry";
import { nameChartFile } from "@/lib/files/chart-name";
import { makePlan } from "../rows";

const definition = CHARTS["rating-distribution"];
const plans = [2021, 2025].map((fiscalYear) => ({ ...makePlan({ fiscalYear }), municipality: "柏原市" }));
const named = (title: string, filter = {}) =>
  nameChartFile(
    { definition, facts: { title, language: "ja" } as never, plans, datasetId: "0123456789abcdef", view: { ...usualView(definition), filter } },
    "png",
  );

describe("a chart's file", () => {
  it("is named by city, title, years and data version", () => {
    expect(named("分野別の達成度（件数）：政策推進部", { departments: ["policy-promotion", "x/y"] })).toEqual([
      "柏原市_分野別の達成度（件数）：政策推進部_令和3年度、令和7年度_0123456789ab.png",
      "ayumi-rating-distribution-2021-2025-policy-promotion-0123456789ab.png",
    ]);
    expect(named("目標の継続（令和3年度から令和7年度へ）")[0]).toBe("柏原市_目標の継続（令和3年度から令和7年度へ）_0123456789ab.png");
  });

  it("of several cities names three of them, of more how many", () => {
    const nameOf = (count: number) => {
      const own = Array.from({ length: count }, (_, index) => makePlan({ municipality: `架空${index + 1}市` }));
      const of = { definition: CHARTS.municipalities, facts: { title: "達成度", language: "ja" } as never, plans: own };
      return nameChartFile({ ...of, datasetId: "0123456789abcdef", view: usualView(CHARTS.municipalities) }, "csv");
    };
    expect(nameOf(3)).toEqual(["架空1市_架空2市_架空3市_達成度_令和7年度_0123456789ab.csv", "ayumi-municipalities-2025-0123456789ab.csv"]);
    expect(nameOf(12)[0]).toBe("12市町村_達成度_令和7年度_0123456789ab.csv");
  });

  it("has no sign that Windows has no names of, and is short enough for every disk", () => {
    const [name] = named(`A/B:C*D?"E<F>G|H\\I\nJ ${"防".repeat(300)}`);
    expect(name).toMatch(/^柏原市_A_B_C_D_E_F_G_H_I_J_防+_0123456789ab\.png$/);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
  });
});
