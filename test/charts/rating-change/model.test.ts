import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countMoves } from "@/lib/charts/carried-on/model";
import type { ChartRows } from "@/lib/charts/contract";
import { ratingChange } from "@/lib/charts/rating-change/contract";
import { countCourses, followRatings } from "@/lib/charts/rating-change/model";
import { KASHIWARA, makeGoal } from "../../rows";
import { histories } from "../continuation-ribbon/arbitrary";
import { readRealHistory } from "../continuation-ribbon/history";
import { carryOn, joinRows, MARKS, planOf } from "./goals";

const YEARS = [2024, 2025];
const describeChange = (rows: ChartRows, from: number | null = 2024, to: number | null = 2025) =>
  ratingChange.describe(rows, { filter: {}, of: "goals", measure: "count", by: "year", language: "ja", from, to });
const ofKashiwara = (chains: (string | null)[][], years = YEARS) =>
  carryOn(
    years,
    years.map(() => KASHIWARA),
    chains,
  );
const repeat = (pair: string[], times: number) => Array.from({ length: times }, () => pair);

describe("the change of ratings", () => {
  it("follows each goal between its ratings, ranks the best first, what stands outside and the not rated below", () => {
    const { model, table, reading } = describeChange(
      ofKashiwara([
        ["B", "A"],
        ["C", "C"],
        ["A", "D"],
        ["A", "E"],
        ["E", "E"],
        [null, "B"],
      ]),
    );
    expect(model.rows.map(({ label, scale }) => [label, scale])).toEqual([
      ["A 達成", 0],
      ["B 概ね達成", 0],
      ["C 一部達成", 0],
      ["D 未達成", 0],
      ["E 未実施", null],
      ["評価未掲載", null],
    ]);
    expect(model.lines.map(({ course, stops }) => [course, ...stops.map(({ row }) => row)])).toEqual([
      ["up", 1, 0],
      ["same", 2, 2],
      ["down", 0, 3],
      ["outside", 0, 4],
      ["same", 4, 4],
      ["not-rated", 5, 1],
    ]);
    expect(countCourses(model)).toMatchObject(countMoves(model.carriedOn!));
    expect(table.rows.length).toBe(6);
    expect(reading).toBe(
      "令和6年度から令和7年度に続く重点目標は、継続の候補6件（職員確認0件）です。達成度が上がったもの1件、変わらないもの2件、下がったもの1件、順序の外との出入り1件。どちらかの年度の評価が載っていない1件は、上がったとも下がったとも言えません。",
    );
  });

  it("starts every line of the two documents at 評価未掲載, and says that nothing rose or fell", () => {
    const history = readRealHistory();
    const facts = describeChange({ plans: [], goals: [], history }, 2021, 2025);
    const { model } = facts;
    const unrated = model.rows.findIndex(({ rating }) => rating === null);
    expect(model.lines.map(({ stops, course }) => [stops[0]!.row, course])).toEqual(Array.from({ length: 4 }, () => [unrated, "not-rated"]));
    expect(facts.reading).toBe(
      "令和3年度から令和7年度に続く重点目標は、継続の候補4件（職員確認0件）です。令和3年度は評価が載っていないため、上がったか下がったかは言えません。",
    );
  });

  it("stops in the years between where these can be compared, and nowhere else", () => {
    const { model, table } = describeChange(
      carryOn(
        [2022, 2023, 2024, 2025],
        [KASHIWARA, MARKS, KASHIWARA, KASHIWARA],
        [
          ["B", "◎", "E", "A"],
          ["C", "○", null, "C"],
        ],
      ),
      2022,
      2025,
    );
    expect(model.columns).toEqual([2022, 2024, 2025]);
    expect(model.lines.map(({ stops }) => stops.map(({ item }) => item.rating!.rating))).toEqual([
      ["B", "E", "A"],
      ["C", "C"],
    ]);
    expect(table.rows.map((row) => row[table.columns.findIndex(({ name }) => name === "between")])).toEqual(["令和6年度 E 未実施", null]);
  });

  it("draws no rise or fall, and says so, where the years' scales cannot be compared", () => {
    const { model, reading } = describeChange(
      carryOn(
        YEARS,
        [KASHIWARA, MARKS],
        [
          ["A", "×"],
          ["D", "◎"],
        ],
      ),
    );
    expect(model.lines.map(({ course }) => course)).toEqual(["incomparable", "incomparable"]);
    expect(model.rows.flatMap(({ caption }) => caption ?? [])).toEqual(["令和6年度の基準", "令和7年度の基準"]);
    expect(reading).toContain("令和6年度と令和7年度は達成度の基準が異なるため、上がったか下がったかは比べていません。");
    expect(reading).not.toMatch(/上がったもの|下がったもの/);
  });

  it("keeps the scales of departments apart, and compares each by its own", () => {
    const rows = joinRows(
      ofKashiwara([
        ["B", "A"],
        ["A", "A"],
      ]),
      carryOn(YEARS, [MARKS, MARKS], [["◎", "△"]], "教育部"),
    );
    const { model } = describeChange(rows);
    expect(model.rows.map(({ rating, scale }) => [rating, scale])).toEqual([
      ["A", 0],
      ["B", 0],
      ["C", 0],
      ["D", 0],
      ["◎", 1],
      ["○", 1],
      ["△", 1],
      ["×", 1],
    ]);
    expect(model.rows.flatMap(({ caption }) => caption ?? [])).toEqual(["健康部の基準", "教育部の基準"]);
    expect(model.lines.map(({ course }) => course).sort()).toEqual(["down", "same", "up"]);
  });

  it("counts bands of many, which together are all goals, and asks for just theirs", () => {
    const chains = [...repeat(["A", "B"], 10), ...repeat(["B", "B"], 9), ...repeat(["C", "A"], 5), ["A", "E"]];
    const { model, table } = describeChange(ofKashiwara(chains));
    expect(model.bands!.map(({ from, to, course, count, asked }) => [from, to, course, count, asked.before, asked.after])).toEqual([
      [0, 1, "down", 10, "A", "B"],
      [0, 4, "outside", 1, "A", "E"],
      [1, 1, "same", 9, "B", "B"],
      [2, 0, "up", 5, "C", "A"],
    ]);
    expect(table.rows.length).toBe(25);
    expect(describeChange(ofKashiwara(chains.slice(1))).model.bands).toBeNull();
  });

  it("asks for a letter that two scales share with the departments that use the one", () => {
    const same = [...repeat(["◎", "○"], 13)];
    const other = { ...MARKS, ...carryOn(YEARS, [MARKS, MARKS], same, "教育部") };
    const scale = { ...KASHIWARA, order: "別", values: KASHIWARA.values.map((value) => ({ ...value, order: "別", label: `別の${value.label}` })) };
    const { model } = describeChange(joinRows(ofKashiwara(repeat(["A", "B"], 13)), carryOn(YEARS, [scale, scale], repeat(["A", "B"], 12), "福祉部"), other));
    expect(model.bands!.map(({ count, asked }) => [count, asked.before, asked.filter.departments ?? null])).toEqual([
      [13, "A", ["健康部"]],
      [13, "◎", null],
      [12, "A", ["福祉部"]],
    ]);
  });

  it("is empty where nothing is carried on, or where there are no two years, and says which", () => {
    const none = { ...ofKashiwara([["A", "B"]]), history: { ...ofKashiwara([["A", "B"]]).history, comparisons: [] } };
    expect(describeChange(none)).toMatchObject({ empty: true, reading: "令和6年度から令和7年度に続く重点目標は見当たりません。" });
    expect(describeChange(ofKashiwara([["A", "B"]]), 2025, 2025)).toMatchObject({
      empty: true,
      reading: "比べられる重点目標が、二つの年度にそろっていません。",
    });
    expect(describeChange(ofKashiwara([["A", "B"]])).model.lines.length).toBe(1);
  });

  it("has each pair that was carried on in just one line, and in just one band, in any history", () => {
    fc.assert(
      fc.property(histories, fc.array(fc.constantFrom(...["A", "B", "C", "D", "E", "◎", "×", null]), { minLength: 1, maxLength: 9 }), (history, letters) => {
        const items = history.items.map((item, index) => {
          const letter = letters[index % letters.length]!;
          const scale = letter === "◎" || letter === "×" ? MARKS : KASHIWARA;
          return { ...item, rating: letter === null ? null : scale.values.find(({ rating }) => rating === letter)! };
        });
        const years = [...new Set(items.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b);
        if (years.length < 2) return;
        const model = followRatings({ ...history, items }, [planOf(years[0]!, KASHIWARA), planOf(years.at(-1)!, MARKS)], {
          from: years[0]!,
          to: years.at(-1)!,
        });
        expect(model.lines.map(({ pair }) => pair)).toEqual(model.carriedOn?.pairs ?? []);
        if (model.carriedOn) expect(countCourses(model)).toMatchObject(countMoves(model.carriedOn));
        if (model.bands) expect(model.bands.reduce((sum, { count }) => sum + count, 0)).toBe(model.lines.length);
        expect(
          model.lines.every(
            ({ stops, course }) => stops.every(({ row }) => row >= 0 && row < model.rows.length) && (course !== "incomparable" || stops.length === 2),
          ),
        ).toBe(true);
      }),
    );
  });
});

describe("the years of the change of ratings", () => {
  const goal = (fiscalYear: number, rating: string | null) => makeGoal({ fiscalYear, overallRating: rating });
  const plans = [2021, 2023, 2024, 2025, 2026].map((year) => planOf(year, KASHIWARA));
  const { history } = ofKashiwara([["A", "B", "B", "C", null]], [2021, 2023, 2024, 2025, 2026]);
  const spanOf = (goals: ReturnType<typeof goal>[], from: number | null, to: number | null) => describeChange({ plans, goals, history }, from, to).span;

  it.each([
    ["unasked those that are compared, a newer plan aside", null, null, { from: 2024, to: 2025 }],
    ["asked for the later one, that and the year that it is compared with", null, 2024, { from: 2023, to: 2024 }],
    ["asked for both, these", 2021, 2026, { from: 2021, to: 2026 }],
    ["up to a plan that is not rated, from the first", null, 2026, { from: 2021, to: 2026 }],
  ] as const)("are %s", (_, from, to, span) => {
    expect(spanOf([goal(2021, null), goal(2023, "A"), goal(2024, "B"), goal(2025, "C"), goal(2026, null)], from, to)).toEqual(span);
  });

  it("are the first and the leading one where nothing before is rated", () => {
    expect(spanOf([goal(2021, null), goal(2025, "C")], null, null)).toEqual({ from: 2021, to: 2025 });
  });
});
