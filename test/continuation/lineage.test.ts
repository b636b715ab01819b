import type { Link, LinkKind, Status } from "@/lib/domain/continuation";
import { expect, test } from "vitest";
import { chainLinks, type Lineage } from "@/lib/continuation/lineage";
import { linkPlans } from "@/lib/continuation/link";
import { makePlan, type GoalSketch } from "./make-plan";

type Chained = Link & { status?: Status };

test("links of successive years chain over three and more years", () => {
  const lineages = chainLinks([[link("2021/0", "2022/1")], [link("2022/1", "2023/0")], [link("2023/0", "2025/2")]]);
  expect(lineages.map(show)).toEqual(["2021/0 2022/1 2023/0 2025/2"]);
  expect(lineages[0]!.links).toHaveLength(3);
  expect(lineages[0]!.items.every(({ since, until }) => since === 2021 && until === 2025)).toBe(true);
});

test("merged and split links join lineages; each item knows how far back and ahead it goes", () => {
  const [lineage, ...others] = chainLinks([
    [link("2023/0", "2025/0", "merged"), link("2023/1", "2025/0", "merged")],
    [link("2021/0", "2023/0")],
    [link("2025/0", "2027/0", "split"), link("2025/0", "2027/1", "split")],
  ]);
  expect(others).toEqual([]);
  expect(show(lineage!)).toBe("2021/0 2023/0 2023/1 2025/0 2027/0 2027/1");
  expect(Object.fromEntries(lineage!.items.map(({ ref, since, until }) => [name(ref), [since, until]]))).toEqual({
    "2021/0": [2021, 2027],
    "2023/0": [2021, 2027],
    "2023/1": [2023, 2027],
    "2025/0": [2021, 2027],
    "2027/0": [2021, 2027],
    "2027/1": [2021, 2027],
  });
});

test("related links never chain, not even confirmed; rejected ones neither; confirmed and added ones do", () => {
  expect(chainLinks([[link("2021/0", "2023/0", "related")], [link("2023/0", "2025/0", "related", "confirmed")]])).toEqual([]);
  const lineages = chainLinks([
    [link("2021/0", "2023/0"), link("2021/1", "2023/1", "continued", "rejected")],
    [link("2023/0", "2025/0", "continued", "confirmed"), link("2023/1", "2025/1", "merged", "added"), link("2023/0", "2025/1", "related")],
  ]);
  expect(lineages.map(show)).toEqual(["2021/0 2023/0 2025/0", "2023/1 2025/1"]);
});

test("goals and initiatives have lineages of their own, and the order of links changes nothing", () => {
  const work = (year: number): string => `${year}/0/initiatives/0`;
  const pairs = [
    [link("2021/0", "2022/0"), link(work(2021), work(2022))],
    [link("2022/0", "2023/0"), link(work(2022), work(2023))],
  ];
  const lineages = chainLinks(pairs);
  expect(lineages.map(({ level }) => level)).toEqual(["goal", "initiative"]);
  expect(chainLinks(pairs.map((links) => links.toReversed()).toReversed())).toEqual(lineages);
});

test("five years of plans: carried on, renamed and reworded on the way", () => {
  const work = (text: string, unit = "危機管理課"): GoalSketch["initiatives"] => [[text, unit]];
  const years: GoalSketch[][] = [
    [{ title: "消防団の充実強化", initiatives: work("消防団の可搬式ポンプを更新し、団員を募ります。") }],
    [{ title: "消防団の組織力強化", initiatives: work("消防団の可搬式ポンプの更新を終え、団員を募ります。") }],
    [{ title: "消防団の組織力強化", initiatives: work("消防団員の確保に向けて報酬を見直します。", "消防総務室") }],
    [{ title: "消防団員の確保", initiatives: work("消防団員の報酬を見直し、定数確保を目指します。", "消防総務室") }],
    [{ title: "図書館の充実", initiatives: work("電子図書館を開設します。", "社会教育課") }],
  ];
  const plans = years.map((goals, index) => makePlan(2021 + index, goals));
  const lineages = chainLinks(plans.slice(1).map((plan, index) => linkPlans([plans[index]!], [plan]).links));
  expect(lineages.filter(({ level }) => level === "goal").map(show)).toEqual(["2021/0 2022/0 2023/0 2024/0"]);
});

/** `2021/0` is the first goal of FY2021. */
function link(from: string, to: string, kind: LinkKind = "continued", status?: Status): Chained {
  const toRef = (text: string) => ({
    municipality: "柏原市",
    department: "政策推進部",
    fiscalYear: Number(text.slice(0, 4)),
    pointer: `/priorityGoals${text.slice(4)}`,
  });
  const level = from.includes("initiatives") ? "initiative" : "goal";
  const parts = { similarity: 1, predecessorLead: 0, successorLead: 0, unit: 1, candidates: 1, score: 0.9, unchanged: null, own: 0.9, initiatives: null };
  return { level, predecessor: toRef(from), successor: toRef(to), kind, score: 0.9, parts, reasons: [], changes: [], ...(status && { status }) };
}

function show(lineage: Lineage<unknown>): string {
  return lineage.items.map(({ ref }) => name(ref)).join(" ");
}

function name({ fiscalYear, pointer }: { fiscalYear: number; pointer: string }): string {
  return `${fiscalYear}${pointer.replace("/priorityGoals", "")}`;
}
