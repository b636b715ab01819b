import { describe, expect, test } from "vitest";
import { explainLink, linkPlans } from "@/lib/continuation/link";
import type { Continuations } from "@/lib/domain/continuation";
import { type GoalSketch, makePlan } from "./make-plan";

const FIRE: GoalSketch = {
  title: "消防団の充実強化",
  targets: ["消防団員の定数を確保します。"],
  initiatives: [["消防団の可搬式ポンプと小型動力積載車を計画的に更新します。", "危機管理課"]],
};
const SHELTER: GoalSketch = {
  title: "指定避難所の機能強化",
  targets: ["停電時にも避難所を運営できるようにします。"],
  initiatives: [["指定避難所に発電機と段ボールベッドを配備します。", "危機管理課"]],
};
const LIBRARY: GoalSketch = {
  title: "図書館サービスの向上",
  targets: ["電子図書の貸出を増やします。"],
  initiatives: [["電子図書館を開設し、移動図書館を巡回させます。", "社会教育課"]],
};
const TAX: GoalSketch = {
  title: "市税徴収率の向上",
  targets: ["滞納整理を進め、徴収率を高めます。"],
  initiatives: [["滞納者への催告と差押えを強化し、口座振替を勧めます。", "納税課"]],
};

describe("many to many", () => {
  test("two goals merge into one", () => {
    const both = {
      title: "消防団と避難所の機能強化",
      targets: [...FIRE.targets!, ...SHELTER.targets!],
      initiatives: [...FIRE.initiatives, ...SHELTER.initiatives],
    };
    const links = linkPlans([makePlan(2021, [FIRE, SHELTER, TAX])], [makePlan(2025, [both, LIBRARY])]);
    expect(goalLinks(links)).toEqual(["0→0 merged", "1→0 merged"]);
    expect(goalOutcomes(links)).toEqual(["ended 2", "new 1"]);
  });

  test("one goal splits into two", () => {
    const both = {
      title: "消防団と避難所の機能強化",
      targets: [...FIRE.targets!, ...SHELTER.targets!],
      initiatives: [...FIRE.initiatives, ...SHELTER.initiatives],
    };
    const links = linkPlans([makePlan(2021, [both, LIBRARY])], [makePlan(2025, [FIRE, SHELTER, TAX])]);
    expect(goalLinks(links)).toEqual(["0→0 split", "0→1 split"]);
    expect(goalOutcomes(links)).toEqual(["ended 1", "new 2"]);
  });

  test("one initiative splits into two", () => {
    const before = makePlan(2021, [{ ...LIBRARY, initiatives: [["電子図書館を開設し、移動図書館を市内に巡回させます。", "社会教育課"]] }]);
    const after = makePlan(2025, [
      {
        ...LIBRARY,
        initiatives: [
          ["電子図書館の蔵書を増やします。", "社会教育課"],
          ["移動図書館を市内に巡回させます。", "社会教育課"],
        ],
      },
    ]);
    const { links } = linkPlans([before], [after]);
    expect(links.filter(({ level }) => level === "initiative").map(({ kind }) => kind)).toEqual(["split", "split"]);
  });

  test("two that are alike word for word stay two, and three become two by a merger", () => {
    const twice = linkPlans([makePlan(2021, [FIRE, FIRE])], [makePlan(2025, [FIRE, FIRE])]);
    expect(goalLinks(twice)).toEqual(["0→0 continued", "1→1 continued"]);
    const thrice = linkPlans([makePlan(2021, [FIRE, FIRE, FIRE])], [makePlan(2025, [FIRE, FIRE])]);
    expect(goalLinks(thrice)).toEqual(["0→0 continued", "1→1 merged", "2→1 merged"]);
  });
});

describe("an initiative counts by its own text", () => {
  const work = (text: string): GoalSketch["initiatives"] => [[text, "土木課"]];
  const before = [
    { title: "橋りょうの長寿命化", targets: ["橋りょうの落下を防ぎます。"], initiatives: work("計画的に点検と修繕を行います。") },
    { title: "公園の再整備", targets: ["遊具の事故を防ぎます。"], initiatives: work("計画的に点検と修繕を行います。") },
  ];

  test("and where that is the same in two goals, the goals decide", () => {
    const after = [
      { title: "安全な公園", targets: ["公園の遊具の事故をなくします。"], initiatives: work("計画的に点検と修繕を行います。") },
      { title: "橋りょうの維持", targets: ["橋りょうの落下を防ぎ続けます。"], initiatives: work("計画的に点検と修繕を行います。") },
    ];
    expect(workLinks(linkPlans([makePlan(2021, before)], [makePlan(2025, after)]))).toEqual(["0→1 continued", "1→0 continued"]);
  });

  test("whatever goal it moves to", () => {
    const [pump, book] = ["可搬式消防ポンプ積載車を更新します。", "電子図書の貸出を増やします。"] as const;
    const kept = { title: "消防団の充実強化", targets: ["消防団員の定数を確保します。"] };
    const old = makePlan(2021, [
      { ...kept, initiatives: work(pump) },
      { title: "図書館の充実", initiatives: work(book) },
    ]);
    const moved = makePlan(2025, [
      { ...kept, initiatives: work("電子図書の貸出を増やすため、講座を開きます。") },
      { title: "図書館の充実", initiatives: work("可搬式消防ポンプ積載車の更新を終えます。") },
    ]);
    expect(workLinks(linkPlans([old], [moved]))).toEqual(["0→1 continued", "1→0 continued"]);
  });

  test("and a goal in common alone is no continuation", () => {
    const old = makePlan(2021, [{ title: "消防団の充実強化", initiatives: work("可搬式消防ポンプ積載車を更新します。") }]);
    const { links, outcomes } = linkPlans([old], [makePlan(2025, [{ title: "消防団の充実強化", initiatives: work("若手の入団を大学に呼びかけます。") }])]);
    expect(links.filter(({ level, kind }) => level === "initiative" && kind !== "related")).toEqual([]);
    expect(outcomes.filter(({ level }) => level === "initiative").map(({ outcome }) => outcome)).toEqual(["ended", "new"]);
  });

  test("and that its goal lives on is told, with how likely", () => {
    const { links } = linkPlans([makePlan(2021, [FIRE])], [makePlan(2025, [{ ...FIRE, initiatives: [["消防団の可搬式ポンプを点検します。", "危機管理課"]] }])]);
    const link = links.find(({ level }) => level === "initiative")!;
    expect(link.parts.goals).toBeGreaterThan(0.9);
    expect(link.parts.score).toBeGreaterThan(link.parts.own);
    expect(link.reasons).toContainEqual({
      what: "goals",
      predecessor: expect.objectContaining({ pointer: "/priorityGoals/0", fiscalYear: 2021 }),
      successor: expect.objectContaining({ pointer: "/priorityGoals/0", fiscalYear: 2025 }),
      chance: link.parts.goals,
    });
    expect(links.find(({ level }) => level === "goal")!.parts.goals).toBeNull();
  });
});

describe("what a city renames does not break a link", () => {
  const renamed = (unit: string): GoalSketch => ({ ...FIRE, policyArea: "危機管理", initiatives: [["消防団の可搬式ポンプを更新し、団員を募ります。", unit]] });

  test("unit and area", () => {
    const { links } = linkPlans([makePlan(2021, [{ ...FIRE, policyArea: "防災" }, TAX])], [makePlan(2025, [LIBRARY, renamed("消防総務室")])]);
    const goal = links.find(({ level }) => level === "goal")!;
    expect(goal.kind).toBe("continued");
    expect(goal.changes).toEqual([
      { what: "responsibleUnit", from: "危機管理課", to: "消防総務室" },
      { what: "policyArea", from: "防災", to: "危機管理" },
    ]);
    expect(links.find(({ level }) => level === "initiative")!.kind).toBe("continued");
  });

  test("items move with their unit to another department", () => {
    const before = [makePlan(2021, [FIRE, TAX], "政策推進部"), makePlan(2021, [LIBRARY], "教育部")];
    const after = [makePlan(2025, [TAX], "財務部"), makePlan(2025, [renamed("危機管理課")], "危機管理部"), makePlan(2025, [LIBRARY], "教育部")];
    const goals = linkPlans(before, after).links.filter(({ level }) => level === "goal");
    expect(goals.map(({ predecessor, successor }) => `${predecessor.department} → ${successor.department}`)).toEqual([
      "政策推進部 → 危機管理部",
      "政策推進部 → 財務部",
      "教育部 → 教育部",
    ]);
    expect(goals[0]!.changes).toContainEqual({ what: "department", from: "政策推進部", to: "危機管理部" });
  });
});

test("a goal that keeps its title lives on by name, whatever its work", () => {
  const other = { ...FIRE, targets: ["山林火災に備えます。"], initiatives: [["ドローンによる上空偵察を試行します。", "危機管理課"]] } satisfies GoalSketch;
  expect(goalLinks(linkPlans([makePlan(2021, [FIRE, TAX])], [makePlan(2022, [other, LIBRARY])]))).toEqual(["0→0 continued"]);
});

test("unlike plans, empty plans and empty texts have no links", () => {
  expect(linkPlans([makePlan(2021, [TAX])], [makePlan(2025, [LIBRARY])]).links).toEqual([]);
  expect(linkPlans([], [makePlan(2025, [TAX])]).outcomes.map(({ outcome }) => outcome)).toEqual(["new", "new"]);
  expect(linkPlans([makePlan(2021, [TAX])], []).outcomes.map(({ outcome }) => outcome)).toEqual(["ended", "ended"]);
  const blank = makePlan(2021, [{ title: "", initiatives: [["", null]] }]);
  expect(linkPlans([blank], [blank]).links).toEqual([]);
});

test("one side is one year", () => {
  expect(() => linkPlans([makePlan(2021, []), makePlan(2022, [])], [])).toThrow('plans of one side are of several years: "2021, 2022"');
});

test("an explanation tells of the rival that a pair lost to, and null of a pair that is not there", () => {
  const [before, after] = [makePlan(2021, [FIRE, SHELTER]), makePlan(2025, [{ ...FIRE, title: "消防団の強化" }])];
  const ref = (pointer: string, fiscalYear: number) => ({ municipality: "柏原市", department: "政策推進部", fiscalYear, pointer });
  const pair = { predecessor: ref("/priorityGoals/1", 2021), successor: ref("/priorityGoals/0", 2025) };
  const explanation = explainLink([before], [after], pair)!;
  expect(explanation.kind).toBeNull();
  expect(explanation.reasons).toContainEqual(expect.objectContaining({ what: "rival", side: "predecessor", item: ref("/priorityGoals/0", 2021) }));
  expect(explainLink([before], [after], { ...pair, successor: ref("/priorityGoals/9", 2025) })).toBeNull();
});

function goalLinks({ links }: Continuations): string[] {
  const number = (pointer: string): string => pointer.split("/")[2]!;
  return links
    .filter(({ level, kind }) => level === "goal" && kind !== "related")
    .map(({ predecessor, successor, kind }) => `${number(predecessor.pointer)}→${number(successor.pointer)} ${kind}`);
}

/** Links between the first initiatives of goals. */
function workLinks({ links }: Continuations): string[] {
  const number = (pointer: string): string => pointer.split("/")[2]!;
  return links
    .filter(({ level, kind }) => level === "initiative" && kind !== "related")
    .map(({ predecessor, successor, kind }) => `${number(predecessor.pointer)}→${number(successor.pointer)} ${kind}`);
}

function goalOutcomes({ outcomes }: Continuations): string[] {
  return outcomes.filter(({ level }) => level === "goal").map(({ outcome, item }) => `${outcome} ${item.pointer.split("/")[2]}`);
}

test("a phrase is found where it first stands whole, not across the end of a sentence", () => {
  const sketch = (text: string): GoalSketch => ({ title: text, initiatives: [[text, null]] });
  const { links } = linkPlans([makePlan(2021, [sketch("防災防。災防災防")])], [makePlan(2025, [sketch("防災防を")])]);
  const places = links[0]!.reasons.flatMap((reason) => (reason.what === "phrase" ? reason.predecessor : []));
  expect(places.filter(({ pointer }) => pointer.endsWith("title")).map(({ start }) => start)).toEqual([0, 5]);
});

test("an area that one year does not name is no change", () => {
  const { links } = linkPlans([makePlan(2021, [FIRE])], [makePlan(2025, [{ ...FIRE, policyArea: "防災" }])]);
  expect(links[0]!.changes).toEqual([]);
});
