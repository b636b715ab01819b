import { readFileSync } from "node:fs";
import { linkPlans } from "@/lib/continuation/link";
import { readDocument } from "@/lib/document/read";
import type { ItemRef, LinkKind } from "@/lib/domain/continuation";
import type { ContinuationHistory, ContinuationItem, ContinuationLink } from "@/lib/domain/continuation-history";
import type { Status } from "@/lib/domain/decision";
import type { DepartmentPlan } from "@/lib/domain/plan";
import { rateBy, readScale } from "@/lib/domain/rating/value";

/** The history of the two real documents, as the engine links them and no planner has looked at it. */
export function readRealHistory(): ContinuationHistory {
  const plans = ["2021-policy-promotion.txt", "2025-policy-promotion.txt"].map((name) => {
    const bytes = readFileSync(new URL(`../../../db/documents/${name}`, import.meta.url));
    return readDocument(bytes, { municipality: "柏原市" }).plans[0]!.plan;
  });
  const [before, after] = [plans[0]!, plans[1]!];
  const { links, outcomes } = linkPlans([before], [after]);
  const keysWith = (outcome: string) => outcomes.filter((each) => each.outcome === outcome).map((each) => keyOf(each.item));
  return {
    items: plans.flatMap(listItems),
    comparisons: [
      {
        from: before.fiscalYear,
        to: after.fiscalYear,
        links: links.map((link) => ({
          ...link,
          status: "proposed",
          predecessorKey: keyOf(link.predecessor),
          successorKey: keyOf(link.successor),
          record: null,
        })),
        ended: keysWith("ended"),
        begun: keysWith("new"),
      },
    ],
  };
}

function keyOf({ fiscalYear, pointer }: ItemRef): string {
  const [goal, initiative] = [...pointer.matchAll(/\d+/g)].map(([number]) => Number(number) + 1);
  return `${fiscalYear}-policy-promotion-${goal}${initiative === undefined ? "" : `-i${initiative}`}`;
}

function listItems(plan: DepartmentPlan): ContinuationItem[] {
  return plan.priorityGoals.flatMap((goal, index) => {
    const { municipality, department, fiscalYear } = plan;
    const ref = { municipality, department, fiscalYear, pointer: `/priorityGoals/${index}` };
    const common = {
      ...{
        municipality,
        department,
        fiscalYear,
        departmentId: "policy-promotion",
        departmentOrder: 0,
        areaOrder: 0,
        goalId: keyOf(ref),
        goalNumber: goal.number,
        goalTitle: goal.title,
      },
      ...{ policyArea: goal.policyArea, policyGoal: goal.policyGoal, rating: rateBy(readScale(plan.ratingScale), goal.overallRating) },
    };
    const units = (each: { responsibleUnit: string | null }) => (each.responsibleUnit === null ? [] : [each.responsibleUnit]);
    return [
      {
        ...common,
        ...{ key: keyOf(ref), level: "goal" as const, ref, text: goal.title },
        ...{ responsibleUnits: [...new Set(goal.initiatives.flatMap(units))], initiatives: goal.initiatives.length },
      },
      ...goal.initiatives.map((initiative, position) => {
        const own = { ...ref, pointer: `${ref.pointer}/initiatives/${position}` };
        return {
          ...common,
          key: keyOf(own),
          level: "initiative" as const,
          ref: own,
          text: initiative.text,
          responsibleUnits: units(initiative),
          initiatives: 1,
        };
      }),
    ];
  });
}

/** A goal of a made-up history: its text comes from its numbers, so that long and short ones occur. */
export function makeItem(fiscalYear: number, department: string, goalNumber: number, item: Partial<ContinuationItem> = {}): ContinuationItem {
  const key = `${fiscalYear}-${department}-${goalNumber}`;
  const text = TITLES[(goalNumber * 5 + department.length + fiscalYear) % TITLES.length]!;
  return {
    key,
    level: "goal",
    ref: { municipality: "柏原市", department, fiscalYear, pointer: `/priorityGoals/${goalNumber - 1}` },
    goalId: key,
    goalNumber,
    goalTitle: text,
    text,
    fiscalYear,
    municipality: "柏原市",
    department,
    departmentId: department,
    departmentOrder: 0,
    areaOrder: 0,
    policyArea: null,
    policyGoal: null,
    responsibleUnits: [],
    initiatives: 2,
    rating: null,
    ...item,
  };
}

/** A link between two goals of a made-up history. */
export function makeLink(
  predecessor: ContinuationItem,
  successor: ContinuationItem,
  { kind = "continued", status = "proposed", score = 0.7 }: { kind?: LinkKind; status?: Status; score?: number } = {},
): ContinuationLink {
  return {
    level: predecessor.level,
    predecessor: predecessor.ref,
    successor: successor.ref,
    predecessorKey: predecessor.key,
    successorKey: successor.key,
    kind,
    status,
    score,
    parts: { similarity: score, predecessorLead: 0, successorLead: 0, unit: 0, candidates: 1, score, unchanged: null, own: score, initiatives: null },
    reasons: [{ what: "phrase", phrase: "地域", share: 1, predecessor: [], successor: [] }],
    changes: [],
    record: null,
  };
}

/** A history of these items and links: what ended and what is new follows from the links that stand. */
export function makeHistory(items: ContinuationItem[], links: ContinuationLink[]): ContinuationHistory {
  const years = [...new Set(items.map((item) => item.fiscalYear))].sort((a, b) => a - b);
  const standing = links.filter((link) => link.kind !== "related" && link.status !== "rejected");
  const [carriedOn, carriedFrom] = [new Set(standing.map((link) => link.predecessorKey)), new Set(standing.map((link) => link.successorKey))];
  const keysOf = (year: number, linked: ReadonlySet<string>) =>
    items.filter((item) => item.fiscalYear === year && !linked.has(item.key)).map((item) => item.key);
  return {
    items,
    comparisons: years.slice(1).map((to, index) => {
      const from = years[index]!;
      const own = links.filter((link) => link.predecessor.fiscalYear === from && link.successor.fiscalYear === to);
      return { from, to, links: own, ended: keysOf(from, carriedOn), begun: keysOf(to, carriedFrom) };
    }),
  };
}

const TITLES = [
  "職員の能力向上",
  "防災対策の充実強化",
  "公民連携の充実による持続可能な行財政運営の推進",
  "多様な広報媒体による市政情報、まちの魅力資源発信の充実強化",
  "ICTを活用した窓口サービスの改善",
  "子育て世代包括支援センターの運営",
  "シティプロモーションの強化のため広報かしわらやウェブサイト、SNSなどを活用し、市政情報および本市の魅力を市内外に発信",
];
