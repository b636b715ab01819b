import { describe, expect, it } from "vitest";
import { KASHIWARA_FORM } from "@/lib/domain/rating/form";
import { nameMeanings } from "@/lib/domain/rating/name";
import { shortenRatings } from "@/lib/domain/rating/short-name";
import { makeScale, rateBy, readScale } from "@/lib/domain/rating/value";
import { makeEntries, SCALES } from "./scales";

const ranked = (scale: ReturnType<typeof readScale>) => scale.values.filter(({ rank }) => rank !== null).map(({ rating }) => rating);
const outside = (scale: ReturnType<typeof readScale>) => scale.values.filter((value) => value.outside).map(({ rating }) => rating);

describe("a scale", () => {
  it.each(Object.entries(SCALES))("is ordered as it is meant: %s", (_name, wanted) => {
    const scale = readScale(wanted.entries);
    expect(ranked(scale)).toEqual(wanted.order);
    expect(outside(scale)).toEqual(wanted.outside ?? []);
    expect(scale.values.map(({ rating }) => rating).sort()).toEqual(wanted.entries.map(({ rating }) => rating).sort());
    expect([scale.values[0]!.tone, scale.values[wanted.order.length - 1]!.tone]).toEqual(["a", "d"]);
    const short = scale.values.map((value) => value.short);
    expect([new Set(short).size, Math.max(...short.map((text) => [...text].length))]).toEqual([
      short.length,
      expect.toSatisfy((length: number) => length <= 2),
    ]);
  });

  it("of Kashiwara has the colours that it has had: E, which could not be rated, is hatched and outside the order", () => {
    const { values } = readScale(KASHIWARA_FORM.entries);
    expect(values.map(({ rating, label, rank, outside: apart, tone }) => [rating, label, rank, apart, tone])).toEqual([
      ["A", "達成", 0, false, "a"],
      ["B", "概ね達成", 1, false, "b"],
      ["C", "一部達成", 2, false, "c"],
      ["D", "未達成", 3, false, "d"],
      ["E", "未実施", null, true, "e"],
    ]);
  });

  it("goes by bounds before all else, however it is printed", () => {
    const [d, e, a, b, c] = makeEntries(
      ["D", "x", null, null, 50],
      ["E", "未実施", null, 0, 0],
      ["A", "y", null, 100, 100],
      ["B", "z", null, 70, 100],
      ["C", "w", null, 50, 70],
    );
    expect(ranked(makeScale([d!, e!, a!, b!, c!], null))).toEqual(["A", "B", "C", "D", "E"]);
    // 架空: a scale that runs up, with a best rating that has no percentage.
    const upward = makeEntries(["C", null, null, null, 60], ["B", null, null, 60, 80], ["A", null, null, 80, 100], ["S", "特に優れている"]);
    expect(ranked(makeScale(upward, null))).toEqual(["S", "A", "B", "C"]);
    expect(ranked(makeScale(makeEntries(["1", null, null, 120, null], ["2", null, null, 100, null], ["3", null, null, 80, null]), null))).toEqual([
      "1",
      "2",
      "3",
    ]);
    expect(ranked(makeScale(makeEntries(["甲", null, null, null, 30], ["乙", null, null, null, 60]), null))).toEqual(["乙", "甲"]);
  });

  it("goes by its form where it prints no bounds: the city's FY2019 edition has D, E, A, B, C", () => {
    const printed = makeEntries(["D", "未達成"], ["E", "未実施"], ["A", "達成"], ["B", "おおむね達成"], ["C", "一部達成"]);
    expect(ranked(readScale(printed))).toEqual(["A", "B", "C", "D", "E"]);
    expect(ranked(makeScale(printed, null))).toEqual(["D", "A", "B", "C", "E"]);
    const otherCity = makeEntries(["D", "極めて順調"], ["A", "達成"], ["B", "不調"]);
    expect(ranked(readScale(otherCity))).toEqual(["D", "A", "B"]);
  });

  it("keeps the colours of A to D where the form prints E as 未実施 alone, the last rank", () => {
    const printed = makeEntries(["A", "達成"], ["B", "概ね達成"], ["C", "一部達成"], ["D", "未達成"], ["E", "未実施", "0%", 0, 0]);
    expect(readScale(printed).values.map(({ rating, rank, tone }) => `${rating}${rank}${tone}`)).toEqual(["A0a", "B1b", "C2c", "D3d", "E4d"]);
  });

  it("lets the form say what stands outside", () => {
    const form = { ...KASHIWARA_FORM, outside: [] };
    expect(outside(makeScale(KASHIWARA_FORM.entries, form))).toEqual([]);
    expect(ranked(makeScale(KASHIWARA_FORM.entries, form))).toEqual(["A", "B", "C", "D", "E"]);
    expect(outside(makeScale(KASHIWARA_FORM.entries, { ...KASHIWARA_FORM, outside: ["D"] }))).toEqual(["D"]);
  });

  it("without a print of its own is its form's", () => {
    expect(readScale([]).values).toEqual(readScale(KASHIWARA_FORM.entries).values);
  });

  it("puts 未実施 by itself last, wherever it is printed", () => {
    expect(ranked(makeScale(makeEntries(["×", "未実施"], ["◎", "達成"], ["△", "一部"]), null))).toEqual(["◎", "△", "×"]);
    expect(ranked(makeScale(makeEntries(["未実施"], ["実施"], ["一部実施"]), null))).toEqual(["実施", "一部実施", "未実施"]);
  });

  it.each([
    ["評価不能", null, null],
    ["E", "評価不能", null],
    ["E", "評価困難", null],
    ["E", null, "評価することができないもの"],
    ["E", "評価できない", null],
    ["－", "対象外", null],
    ["Y", "中止", null],
    ["E", null, "事業を取りやめたため、実施しなかった"],
    ["E", "とりやめ", null],
    ["E", "取り止め", null],
    ["E", "未実施", "事業の取りやめなどにより評価不能又は困難。0%"],
    ["E", "評 価 が 困 難", null],
  ])("holds %s %s（%s） outside its order", (rating, label, criterion) => {
    expect(
      outside(readScale(makeEntries(["○", "達成"], [rating, label, criterion, criterion?.includes("0%") ? 0 : null, criterion?.includes("0%") ? 0 : null]))),
    ).toEqual([rating]);
  });

  it.each([
    ["A", "達成", "中止することなく計画どおり進めた", null, null],
    ["D", "未達成", "50%未満（取りやめたものを含む）", null, 50],
    ["C", "一部達成", "50%以上70%未満（一部中止を含む）", 50, 70],
    ["B", "概ね達成", "評価困難なものを除く", null, null],
    ["D", "事業の休廃止も含め、再考の余地有り", null, null, null],
    ["−", "事情により推進できなかった施策", null, null, null],
  ] as const)("keeps %s %s（%s） in its order", (...line) => {
    expect(outside(readScale(makeEntries(["○", "達成"], [...line])))).toEqual([]);
  });

  it("has no rank for what it does not hold, which is not outside either", () => {
    expect(rateBy(readScale([]), "Ω")).toMatchObject({ rating: "Ω", label: null, rank: null, outside: false, tone: "none" });
    expect(rateBy(readScale([]), null)).toBeNull();
  });

  it("takes a rating that is printed twice once", () => {
    expect(ranked(makeScale(makeEntries(["A", "達成"], ["B"], ["A", "再掲"]), null))).toEqual(["A", "B"]);
  });
});

it("words are shortened to what tells them apart", () => {
  expect(shortenRatings(["計画以上", "計画通り", "計画未満", "評価不能"])).toEqual(["以", "通", "未", "不"]);
  expect(shortenRatings(["①（ⅰ）", "①（ⅱ）", "②（ⅰ）", "②（ⅱ）", "③"])).toEqual(["①ⅰ", "①ⅱ", "②ⅰ", "②ⅱ", "③"]);
  expect(shortenRatings(["S", "A", "B+"])).toEqual(["S", "A", "B+"]);
  expect(shortenRatings(["計画以上", "計画（以上）"])).toEqual(["1", "2"]);
});

it("one letter of several meanings is named with each of them", () => {
  const [one, other] = [readScale([]), readScale(SCALES["A–D of outcome"]!.entries)];
  expect([...nameMeanings([rateBy(one, "B"), rateBy(other, "B"), rateBy(one, "B"), rateBy(other, "D"), null])]).toEqual([
    ["B", "B 概ね達成／成果あり"],
    ["D", "D 事業の休廃止も含め、再考の余地有り"],
    [null, "評価未掲載"],
  ]);
});
