import { expect, test } from "vitest";
import { applyDecisions, linkDecisions } from "@/lib/continuation/decision";
import { explainLink, linkPlans } from "@/lib/continuation/link";
import type { Decision } from "@/lib/domain/decision";
import type { DepartmentPlan } from "@/lib/domain/plan";
import { makePlan } from "./make-plan";

const before = makePlan(2021, [
  { title: "消防団の充実強化", initiatives: [["消防団の可搬式ポンプを更新します。", "危機管理課"]] },
  { title: "指定避難所の機能強化", initiatives: [["指定避難所に発電機を配備します。", "危機管理課"]] },
  { title: "働き方改革", initiatives: [["出退勤管理システムを構築します。", "人事課"]] },
]);
const after = makePlan(2025, [
  { title: "消防団と避難所の強化", initiatives: [["消防団の可搬式ポンプを更新します。指定避難所に発電機を配備します。", "危機管理課"]] },
  { title: "職員の能力向上", initiatives: [["階層別の研修を実施します。", "人事課"]] },
]);
const proposed = linkPlans([before], [after]);

test("without decisions all links are proposed and nothing else changes", () => {
  const reviewed = applyDecisions(proposed, [], explain);
  expect(reviewed.links).toEqual(proposed.links.map((link) => ({ ...link, status: "proposed" })));
  expect(reviewed.outcomes).toEqual(proposed.outcomes);
});

test("a rejected link stays in sight, ends its item, and leaves the other part of the merger as it was", () => {
  const reviewed = applyDecisions(proposed, [decide(1, 0, "reject")], explain);
  const goals = reviewed.links.filter(({ level }) => level === "goal");
  expect(goals.map(({ kind, status }) => `${kind} ${status}`)).toEqual(["merged proposed", "merged rejected"]);
  expect(goalOutcomes(reviewed)).toEqual(["ended 1", "ended 2", "new 1"]);
});

test("confirming may correct the kind", () => {
  const { links } = applyDecisions(proposed, [{ ...decide(0, 0, "confirm"), kind: "continued" }], explain);
  expect(links[0]).toMatchObject({ kind: "continued", status: "confirmed", score: proposed.links[0]!.score });
});

test("an added link comes with its own reasons and its items live on", () => {
  const reviewed = applyDecisions(proposed, [decide(2, 1, "add")], explain);
  expect(reviewed.links.find(({ status }) => status === "added")).toMatchObject({ level: "goal", kind: "continued" });
  expect(reviewed.links.find(({ status }) => status === "added")!.reasons).toContainEqual({ what: "same", attribute: "responsibleUnit", value: "人事課" });
  expect(goalOutcomes(reviewed)).toEqual([]);
});

test("a decision about what is not there is handed back", () => {
  const gone = decide(7, 0, "add");
  const unlinked = decide(2, 1, "confirm");
  expect(applyDecisions(proposed, [gone, unlinked], explain).unmatched).toEqual([gone, unlinked]);
});

test("an end rejects what would carry its item on, and leaves what was decided and what is only related", () => {
  const { links, outcomes } = applyDecisions(proposed, [{ level: "goal", item: refOf(before, 0), decision: "end" }], explain);
  expect(links.filter(({ level }) => level === "goal").map(({ kind, status }) => `${kind} ${status}`)).toEqual(["merged rejected", "merged proposed"]);
  expect(links.filter(({ level }) => level === "initiative").every(({ status }) => status === "proposed")).toBe(true);
  expect(goalOutcomes({ outcomes })).toEqual(["ended 0", "ended 2", "new 1"]);
  const related = { ...proposed, links: proposed.links.map((link) => ({ ...link, kind: "related" as const })) };
  expect(applyDecisions(related, [{ level: "goal", item: refOf(before, 0), decision: "end" }], explain).links[0]!.status).toBe("proposed");
});

test("decisions make their links by themselves, of the engine's kind where they do not say their own, in the order of all links", () => {
  const decisions: Decision[] = [
    decide(2, 1, "confirm"),
    { ...decide(1, 0, "add"), kind: "split" },
    decide(7, 0, "confirm"),
    { ...decide(2, 0, "confirm"), level: "initiative" },
    decide(0, 0, "reject"),
  ];
  const show = (list: Decision[]) =>
    linkDecisions(list, explain).map(({ predecessor, kind, status }) => `${predecessor.pointer.split("/")[2]} ${kind} ${status}`);
  expect(show(decisions)).toEqual(["0 merged rejected", "1 split added", "2 continued confirmed"]);
  expect(show(decisions.toReversed())).toEqual(show(decisions));
  expect(show([decide(1, 0, "confirm")])).toEqual(["1 merged confirmed"]);
});

function explain(decision: Decision) {
  return explainLink([before], [after], decision);
}

function decide(predecessor: number, successor: number, decision: Decision["decision"]): Decision {
  return { level: "goal", predecessor: refOf(before, predecessor), successor: refOf(after, successor), decision };
}

function refOf({ municipality, department, fiscalYear }: DepartmentPlan, goal: number) {
  return { municipality, department, fiscalYear, pointer: `/priorityGoals/${goal}` };
}

function goalOutcomes({ outcomes }: Pick<ReturnType<typeof applyDecisions>, "outcomes">): string[] {
  return outcomes.filter(({ level }) => level === "goal").map(({ outcome, item }) => `${outcome} ${item.pointer.split("/")[2]}`);
}
