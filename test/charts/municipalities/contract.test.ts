import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { usualView } from "@/lib/chart-urls";
import { MOST_MUNICIPALITIES, MOST_PANELS } from "@/lib/charts/municipalities/model";
import { CHARTS, describeChart } from "@/lib/charts/registry";
import type { View } from "@/lib/parameters/view";
import { MOST_VALUES } from "@/lib/query-parameters";
import { type City, makeCities } from "./cities";

const describeCities = (cities: readonly City[], view: Partial<View> = {}, otherMunicipalities = 0) =>
  describeChart(CHARTS.municipalities, { ...makeCities(cities), otherMunicipalities }, { ...usualView(CHARTS.municipalities), ...view });

const THREE: City[] = [
  { name: "柏原市", years: { 2024: ["A", "A"], 2025: ["A", "B", "B", null] } },
  { name: "青ヶ浜市（架空）", scale: "marks", years: { 2023: ["○"], 2024: ["◎", "△"], 2025: [null, null] } },
  { name: "霞見台村（架空）", scale: "words", years: { 2025: [null, null] } },
];
const many = (count: number): City[] => Array.from({ length: count }, (_, index) => ({ name: `架空${index + 1}市`, years: { 2025: ["A"] } }));

/** What no text of the chart may say. */
const COMPARING = /上回|下回|最[もも多少高低]|高い|低い|順位|一位|[差比]が|より[^よ]*[いく]|better|worse|highe|lowe|best|most |rank|difference/i;

describe("municipalities side by side", () => {
  it("stand each with its own newest rated year, else its newest, and with all ratings of its own scale", () => {
    const { panels } = describeCities(THREE).model as { panels: { name: string; fiscalYear: number; rows: { rating: string | null; count: number }[] }[] };
    expect(panels.map(({ name, fiscalYear, rows }) => [name, fiscalYear, rows.map(({ rating, count }) => `${rating ?? "–"}${count}`).join(" ")])).toEqual([
      ["柏原市", 2025, "A1 B2 C0 D0 E0 –1"],
      ["青ヶ浜市（架空）", 2024, "◎1 ○0 △1 ×0"],
      ["霞見台村（架空）", 2025, "–2"],
    ]);
  });

  it("are told that each rates itself, and each by itself", () => {
    const { title, reading, basis } = describeCities(THREE);
    expect(title).toBe("各市町村が自己評価した重点目標の達成度（件数）");
    expect(reading).toBe(
      "達成度は、市町村がそれぞれの区分で自己評価したものです。市町村どうしを比べるものではありません。" +
        "柏原市は、令和7年度の4件の重点目標のうちA1件・B2件・評価未掲載1件です。" +
        "青ヶ浜市（架空）は、令和6年度の2件の重点目標のうち◎1件・△1件です。" +
        "霞見台村（架空）は、令和7年度の2件の重点目標が評価未掲載です。",
    );
    expect(basis).toContain("並びは達成度の順ではなく、棒の長さは一つの市町村の中だけのものです。");
    expect(basis).toContain("いちばん新しいもの");
    expect(describeCities(THREE, { filter: { fiscalYears: [2025] } }).basis).not.toContain("いちばん新しいもの");
  });

  it("are told in shares of their own rated units, which round", () => {
    const { reading, basis, table } = describeCities([{ name: "柏原市", years: { 2025: ["A", "B", "C", null] } }], { measure: "share" });
    expect(reading).toContain("A33%・B33%・C33%・評価未掲載1件です。");
    expect(basis).toContain("割合は、その市町村の評価のある重点目標に占めるものです。");
    expect(basis).toContain("四捨五入");
    expect(table.rows.map((row) => row[table.columns.findIndex(({ name }) => name === "share")])).toEqual([0.3333, 0.3333, 0.3333, 0, 0, null]);
  });

  it.each(["ja", "en"] as const)("are never compared, in %s", (language) => {
    for (const measure of ["count", "share"] as const) {
      for (const cities of [THREE, many(1), many(12), many(47)]) {
        const { title, reading, basis } = describeCities(cities, { language, measure }, 3);
        expect([title, reading, basis].join(" ")).not.toMatch(COMPARING);
      }
    }
  });

  it("say nothing in Japanese in English but names", () => {
    for (const of of ["goals", "targets"] as const) {
      const { title, reading, basis, table } = describeCities([...THREE, { name: "空市", years: {} }], { language: "en", of }, 3);
      const names = [...THREE.map(({ name }) => name), "空市", "計画以上", "計画通り", "計画未満", "評価不能"];
      const told = [title, reading, basis, ...table.rows.map((row) => row.filter((_, index) => table.columns[index]!.name !== "fiscal_year_ja").join())].join(
        "\n",
      );
      const rest = names.reduce((text, name) => text.replaceAll(name, ""), told).replace(/[◎○△×]/g, "");
      expect(rest).not.toMatch(/[\u3005-\u30ff\u3400-\u9fff\uff01-\uffef]/);
    }
  });

  it("stand in the order that they are given in, whatever their ratings are", () => {
    const ratings = fc.array(fc.constantFrom("A", "B", "C", "D", "E", null), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(ratings, { minLength: 1, maxLength: 15 }), (all) => {
        const cities = all.map((own, index): City => ({ name: `架空${(index * 7) % 17}市`, years: { 2025: own } }));
        const { model } = describeCities(cities);
        expect((model as { panels: { name: string }[] }).panels.map(({ name }) => name)).toEqual(cities.map(({ name }) => name));
      }),
    );
  });

  it("of which there are more than a drawing or a table holds say how many more", () => {
    expect(describeCities(many(MOST_PANELS)).basis).not.toContain("表にあります");
    const { basis, reading, table } = describeCities(many(47), {}, 1_694);
    expect(basis).toContain("図は12市町村までです（ほか35市町村は表にあります）。ほかに1694市町村の資料があり、名前を指定すると示せます。");
    expect(reading).toMatch(/架空12市を示しています（ほか35市町村）。$/);
    expect(new Set(table.rows.map(([name]) => name)).size).toBe(47);
    expect(MOST_MUNICIPALITIES).toBe(MOST_VALUES);
  });

  it("that have no plans of the year asked for, or nothing in it, are told so and not left out", () => {
    const cities: City[] = [THREE[0]!, { name: "空ヶ原町（架空）", years: {} }, { name: "無渡村（架空）", years: { 2025: [] } }];
    const { reading, table } = describeCities(cities);
    expect(reading).toContain("空ヶ原町（架空）は、示す年度の資料がありません。無渡村（架空）は、令和7年度の重点目標の記載がありません。");
    const names = table.columns.map(({ name }) => name);
    const rows = table.rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])));
    expect(rows.slice(-2)).toMatchObject([
      { municipality: "空ヶ原町（架空）", fiscal_year: null, fiscal_year_ja: null, rating_label: "示す年度の資料なし", count: 0, total: 0, scale: null },
      { municipality: "無渡村（架空）", fiscal_year: 2025, rating_label: "重点目標なし", count: 0, total: 0, scale: null },
    ]);
    expect(rows[0]).toMatchObject({ rating: "A", rating_label: "A 達成", scale: "A 達成、B 概ね達成、C 一部達成、D 未達成、E 未実施", rated: 3, total: 4 });
  });

  it("is of those that the plans are of where none are named, and nothing where there are none", () => {
    const { plans, goals, history } = makeCities(THREE);
    const view = usualView(CHARTS.municipalities);
    expect(describeChart(CHARTS.municipalities, { plans, goals, history }, view).reading).toBe(describeCities(THREE).reading);
    const nothing = describeChart(CHARTS.municipalities, { plans: [], goals: [], history }, view);
    expect([nothing.empty, nothing.basis, nothing.table.rows]).toEqual([true, "", []]);
  });
});
