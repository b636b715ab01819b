import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPercentRange } from "@/lib/document/percent";
import { readDocument } from "@/lib/document/read";
import type { Rating } from "@/lib/domain/plan";
import { readScale } from "@/lib/domain/rating/value";

/** What stands beside each text: its scale the best first, what stands outside the order, criteria, and its goals' ratings. */
interface Expected {
  order: [Rating, string | null][];
  outside: [Rating, string | null][];
  criteria: [Rating, string, number | null, number | null][];
  ratings: (Rating | null)[];
}

const FOLDER = new URL("./scales/", import.meta.url);
const read = (text: string) => readDocument(new TextEncoder().encode(text), { municipality: "架空市" });
const readEntries = (...lines: string[]) =>
  read(["令和7年度 総務部の運営方針", "【達成度について】", ...lines, "重点目標 1\t防災", "達成目標", "備える。"].join("\n")).plans[0]!.plan.ratingScale.map(
    ({ rating, label, criterion }) => [rating, label, criterion],
  );

describe("a city's own scale in the form", () => {
  const names = readdirSync(FOLDER).flatMap((name) => (name.endsWith(".txt") ? name.replace(".txt", "") : []));
  it.each(names)("%s", (name) => {
    const expected = JSON.parse(readFileSync(new URL(`${name}.expected.json`, FOLDER), "utf8")) as Expected;
    const { plans, messages } = read(readFileSync(new URL(`${name}.txt`, FOLDER), "utf8"));
    const { plan } = plans[0]!;
    const named = (outside: boolean) => readScale(plan.ratingScale).values.flatMap((each) => (each.outside === outside ? [[each.rating, each.label]] : []));
    expect(named(false)).toEqual(expected.order);
    expect(named(true)).toEqual(expected.outside);
    expect(plan.ratingScale.flatMap(({ rating, criterion, min, max }) => (criterion ? [[rating, criterion, min, max]] : []))).toEqual(expected.criteria);
    for (const [at, goal] of plan.priorityGoals.entries()) {
      expect([goal.listedRating, goal.overallRating, goal.targets[0]!.rating]).toEqual(Array(3).fill(expected.ratings[at]));
    }
    // A rating that is not read is told at each of its places.
    expect(messages.map(({ rule }) => rule)).toEqual(expected.ratings.flatMap((rating) => (rating === null ? Array(3).fill("unknown-rating") : [])));
  });
});

describe("the lines of a scale", () => {
  const three = [
    ["A", "上回る", null],
    ["B", "計画どおり", null],
    ["C", "下回る", null],
  ];
  it.each([
    ["with colons", ["A：上回る", "B：計画どおり", "C：下回る"]],
    ["with 評価 behind the letter", ["A評価（上回る）", "B評価（計画どおり）", "C評価（下回る）"]],
    ["with 評価 before the letter", ["評価A　上回る", "評価B　計画どおり", "評価C　下回る"]],
    ["in one line", ["A  上回るB  計画どおりC  下回る"]],
    ["in one line with commas", ["A：上回る、B：計画どおり、C：下回る"]],
    ["in one line with blanks", ["A：上回る　B：計画どおり　C：下回る"]],
    ["in two lines", ["A：上回る　B：計画どおり", "C：下回る"]],
    ["in cells beside each other", ["A：上回る\tB：計画どおり\tC：下回る"]],
    ["in a table with counts", ["ランク\t内容\t件数", "A\t上回る\t54", "B\t計画どおり\t3", "C\t下回る\t1"]],
    ["in a table with counts and no heading", ["A\t上回る\t54件", "B\t計画どおり\t3件", "C\t下回る\t1件"]],
    ["in brackets", ["【A】上回る", "【B】計画どおり", "【C】下回る"]],
  ])("are read %s", (_, lines) => {
    expect(readEntries(...lines)).toEqual(three);
  });

  it.each([
    ["①", "②", "③"],
    ["◎", "○", "△"],
    ["◎", "〇", "×"],
    ["◎", "◯", "▲"],
    ["Ⅰ", "Ⅱ", "Ⅲ"],
    ["3", "2", "1"],
    ["★★★", "★★", "★"],
    ["A+", "A", "A′"],
    ["S", "A", "−"],
  ])("have %s, %s and %s for their marks", (...marks) => {
    const words = ["上回る", "計画どおり", "下回る"];
    const expected = marks.map((mark, at) => [mark, words[at], null]);
    expect(readEntries(...marks.map((mark, at) => `${mark}：${words[at]}`))).toEqual(expected);
    expect(readEntries(...marks.map((mark, at) => `- ${mark} : ${words[at]}`))).toEqual(expected);
    expect(readEntries(...marks.map((mark, at) => `${mark}\t${words[at]}`))).toEqual(expected);
  });

  it("have their criteria in the lines below them", () => {
    expect(readEntries("(1) 前倒し実施", "早く達成したもの", "(2) 計画どおり", "予定どおりのもの", "(3) 遅れている", "困難なもの")).toEqual([
      ["前倒し実施", null, "早く達成したもの"],
      ["計画どおり", null, "予定どおりのもの"],
      ["遅れている", null, "困難なもの"],
    ]);
  });

  it.each([
    ["△10%以内", null, null],
    ["±5%", null, null],
    ["前年度比110%以上", null, null],
    ["10%以上の増", null, null],
    ["達成度90%～100%", 90, 100],
    ["70～89%", 70, 89],
    ["70%以上100%未満", 70, 100],
    ["50%未満", null, 50],
    ["取りやめた。0%", 0, 0],
  ])("name a band or none: %s", (criterion, min, max) => {
    expect(readPercentRange(criterion)).toEqual({ min, max });
  });
});

describe("a scale beside its heading", () => {
  const head = "令和7年度 総務部の運営方針";
  const goal = (rating: string, heading = "達成度") => ["重点目標 1\t防災", `今年度の達成目標\t達成状況\t${heading}`, `備える。\t備えた。\t${rating}`];
  const readAll = (...lines: string[]) => {
    const { plans, messages } = read(lines.join("\n"));
    const { ratingScale, priorityGoals } = plans[0]!.plan;
    return [ratingScale.map(({ rating, label }) => `${rating} ${label}`), priorityGoals[0]!.targets[0]!.rating, messages.map(({ rule }) => rule)];
  };

  it.each([
    "【達成度について】A：達成　B：概ね達成　C：未達成",
    "※達成度について（A：達成、B：概ね達成、C：未達成）",
    "達成度について\tA：達成\tB：概ね達成\tC：未達成",
    "達成度について：A＝達成／B＝概ね達成／C＝未達成",
    "達成度について　A：達成\nB：概ね達成\nC：未達成",
  ])("is read: %j", (line) => {
    expect(readAll(head, line, ...goal("C"))).toEqual([["A 達成", "B 概ね達成", "C 未達成"], "C", []]);
  });

  it.each([
    ["凡例：◎目標以上　○目標どおり　△下回る", ["◎ 目標以上", "○ 目標どおり", "△ 下回る"], "〇", "○"],
    ["【評価基準】①計画以上　②計画通り　③計画未満", ["① 計画以上", "② 計画通り", "③ 計画未満"], "②", "②"],
    ["評価区分：5：とてもよい／4：よい／3：ふつう", ["5 とてもよい", "4 よい", "3 ふつう"], "3点", "3"],
    ["評価区分：5：とてもよい／4：よい／3：ふつう", ["5 とてもよい", "4 よい", "3 ふつう"], "4", "4"],
  ])("may be of signs: %s", (line, scale, printed, rating) => {
    expect(readAll(head, line, ...goal(printed))).toEqual([scale, rating, []]);
  });

  it("may be that of a column of ratings", () => {
    for (const heading of ["達成度（A：達成 B：概ね達成 C：未達成）", "達成度（A：達成、B：概ね達成、C：未達成）"]) {
      expect(readAll(head, ...goal("C", heading))).toEqual([["A 達成", "B 概ね達成", "C 未達成"], "C", []]);
    }
    expect(readAll(head, ...goal("C", "達成度（A～E）"))).toEqual([[], "C", []]);
  });

  it("that cannot be read is told, where something is rated by another", () => {
    for (const lines of [["達成度について", "100%以上", "80%未満"], ["達成度について：順調、遅れ"], ["達成度について", "順調・遅れ"]]) {
      expect(readAll(head, ...lines, ...goal("A"))[2]).toContain("scale-not-read");
      expect(readAll(head, ...lines, ...goal(""))[2]).not.toContain("scale-not-read");
    }
  });
});
