import fc from "fast-check";
import { expect, test } from "vitest";
import { applyDecisions } from "@/lib/continuation/decision";
import { foldText } from "@/lib/continuation/gram";
import { linkPlans } from "@/lib/continuation/link";
import type { ItemRef, Link } from "@/lib/domain/continuation";
import type { DepartmentPlan } from "@/lib/domain/plan";
import { type GoalSketch, makePlan } from "./make-plan";

const WORDS =
  "消防団 避難所 図書館 市税 徴収 広報 ＳＮＳ SNS 発信 魅力 大学 民間 連携 職員 研修 防災 計画 改訂 充実 強化 推進 𠮷野川 か゛ 第2期 ① ﾊﾟｿｺﾝ パソコン ㌔メートル キロメートル ㈱".split(
    " ",
  );
const JOINTS = ["の", "や", "を", "に", "と", "・", "、", "（", "）", " ", "\n", "します。"];

const text = fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...JOINTS)), { minLength: 1, maxLength: 6 }).map((pairs) => pairs.flat().join(""));
const unit = fc.constantFrom("危機管理課", "秘書広報課", "人事課", null);
const goal: fc.Arbitrary<GoalSketch> = fc.record({
  title: text,
  targets: fc.array(text, { maxLength: 2 }),
  initiatives: fc.array(fc.tuple(text, unit), { maxLength: 3 }),
});
const goals = fc.array(goal, { maxLength: 5 });
const twoYears = fc.tuple(goals, goals).map(([before, after]): [DepartmentPlan, DepartmentPlan] => [makePlan(2021, before), makePlan(2025, after)]);
/** Texts that tell each item from each other, so that links can be told apart after a shuffle. */
const distinctYears = twoYears.map(([before, after]): [DepartmentPlan, DepartmentPlan] => [number(before), number(after)]);

test("a plan against itself has only continued links, with score 1, one for each item", () => {
  fc.assert(
    fc.property(goals, (sketches) => {
      const plan = makePlan(2021, sketches);
      const { links, outcomes } = linkPlans([plan], [plan]);
      expect(outcomes).toEqual([]);
      expect(links.map(({ kind, score }) => `${kind} ${score}`)).toEqual(listTexts(plan).map(() => "continued 1"));
    }),
  );
});

test("scores lie between 0 and 1, only what is unchanged has 1, and each item is linked or told", () => {
  fc.assert(
    fc.property(twoYears, ([before, after]) => {
      const { links, outcomes } = linkPlans([before], [after]);
      for (const { score, parts } of links) {
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(score === 1).toBe(parts.unchanged === "pair");
      }
      const living = links.filter(({ kind }) => kind !== "related");
      const told = [...living.flatMap(({ predecessor, successor }) => [predecessor, successor]), ...outcomes.map(({ item }) => item)];
      expect(new Set(told.map((ref) => JSON.stringify(ref))).size).toBe(listTexts(before).length + listTexts(after).length);
    }),
  );
});

test("phrases stand where they are said to, in both texts, and their shares sum to 1 at most", () => {
  fc.assert(
    fc.property(twoYears, ([before, after]) => {
      for (const { reasons } of linkPlans([before], [after]).links) {
        const phrases = reasons.filter((reason) => reason.what === "phrase");
        for (const { phrase, predecessor, successor } of phrases) {
          expect(predecessor.length * successor.length).toBeGreaterThan(0);
          const quotes = [...predecessor.map((place) => quote(before, place)), ...successor.map((place) => quote(after, place))];
          for (const found of quotes) expect(foldText(found).folded).toBe(foldText(phrase).folded);
        }
        expect(phrases.reduce((sum, { share }) => sum + share, 0)).toBeLessThanOrEqual(1.001);
      }
    }),
  );
});

test("the order of plans, goals, targets and initiatives changes nothing", () => {
  fc.assert(
    fc.property(distinctYears, distinctYears, fc.infiniteStream(fc.nat()), ([before, after], [other, later], random) => {
      const sides = [
        [before, { ...other, department: "教育部" }],
        [after, { ...later, department: "教育部" }],
      ] as const;
      const shuffled = sides.map((plans) => shuffle(plans, random).map((plan) => shufflePlan(plan, random)));
      expect(describeLinks(shuffled[0]!, shuffled[1]!)).toEqual(describeLinks(sides[0], sides[1]));
    }),
    { numRuns: 50 },
  );
});

test("rejecting or confirming a link changes no other link", () => {
  fc.assert(
    fc.property(twoYears, fc.nat(), fc.constantFrom("reject", "confirm"), ([before, after], choice, decision) => {
      const proposed = linkPlans([before], [after]);
      fc.pre(proposed.links.length > 0);
      const chosen = proposed.links[choice % proposed.links.length]!;
      const { links, unmatched } = applyDecisions(proposed, [{ ...chosen, decision } as const], () => null);
      const isOther = (link: Link): boolean => link.predecessor !== chosen.predecessor || link.successor !== chosen.successor;
      expect(unmatched).toEqual([]);
      expect(links.filter(isOther)).toEqual(proposed.links.filter(isOther).map((link) => ({ ...link, status: "proposed" })));
    }),
  );
});

function listTexts(plan: DepartmentPlan): string[] {
  return plan.priorityGoals.flatMap(({ title, initiatives }) => [title, ...initiatives.map((initiative) => initiative.text)]);
}

function quote(plan: DepartmentPlan, place: { pointer: string; start: number; end: number }): string {
  const value = place.pointer
    .slice(1)
    .split("/")
    .reduce((node: unknown, key) => (node as Record<string, unknown>)[key], plan);
  return (value as string).slice(place.start, place.end);
}

function number(plan: DepartmentPlan): DepartmentPlan {
  const mark = (value: string, name: string): string => `${value}。${name}`;
  return {
    ...plan,
    priorityGoals: plan.priorityGoals.map((one, i) => ({
      ...one,
      title: mark(one.title, `${plan.fiscalYear}甲${i}`),
      initiatives: one.initiatives.map((initiative, k) => ({ ...initiative, text: mark(initiative.text, `${plan.fiscalYear}乙${i}丙${k}`) })),
    })),
  };
}

function shufflePlan(plan: DepartmentPlan, random: Iterator<number>): DepartmentPlan {
  const mixed = plan.priorityGoals.map((one) => ({ ...one, targets: shuffle(one.targets, random), initiatives: shuffle(one.initiatives, random) }));
  return { ...plan, priorityGoals: shuffle(mixed, random) };
}

function shuffle<T>(values: readonly T[], random: Iterator<number>): T[] {
  const rest = [...values];
  return values.map(() => rest.splice((random.next().value as number) % rest.length, 1)[0]!);
}

/** Links by the texts of their items instead of pointers. */
function describeLinks(before: readonly DepartmentPlan[], after: readonly DepartmentPlan[]): string[] {
  const find = (plans: readonly DepartmentPlan[], ref: ItemRef): string => {
    const plan = plans.find(({ department }) => department === ref.department)!;
    const at = ref.pointer.includes("initiatives") ? "text" : "title";
    return `${ref.department} ${quote(plan, { pointer: `${ref.pointer}/${at}`, start: 0, end: 999 })}`;
  };
  const { links, outcomes } = linkPlans(before, after);
  return [
    ...links.map(({ level, kind, score, predecessor, successor, reasons, changes }) => {
      const phrases = reasons.map((reason) => (reason.what === "phrase" ? `${foldText(reason.phrase).folded} ${reason.share}` : reason.what));
      return JSON.stringify([level, kind, score, find(before, predecessor), find(after, successor), phrases, changes]);
    }),
    ...outcomes.map(({ level, outcome, item }) => `${level} ${outcome} ${find(outcome === "ended" ? before : after, item)}`),
  ].sort();
}
