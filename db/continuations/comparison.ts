import { createHash } from "node:crypto";
import { applyDecisions, isAboutPair, linkDecisions } from "@/lib/continuation/decision";
import { createExplainer, linkPlans } from "@/lib/continuation/link";
import { refKey } from "@/lib/continuation/plan-item";
import type { ItemRef, Outcome } from "@/lib/domain/continuation";
import type { RecordedLink, ReviewedLink } from "@/lib/domain/decision";
import type { PlanIntent } from "@/lib/domain/plan";
import type { comparisonReasons, comparisons } from "../schema/datasets";
import { listDepartments, packEnd, packItem, packLink, packReasons } from "../schema/packed-comparison";
import type { CurrentPlan } from "./current-plan";
import type { RecordedDecision } from "./decision-finder";

/** Number of the way items are linked. Raise it whenever links change on purpose: stored comparisons stay as they are. */
export const ENGINE_VERSION = 2;

/** The plans of two years of a municipality. */
export interface YearPair {
  municipality: string;
  from: number;
  to: number;
  before: CurrentPlan[];
  after: CurrentPlan[];
  /** There are plans of years between them: only what was decided is told of such a pair. */
  isOverGap: boolean;
}

/** Each year of a municipality's plans with the next that it has plans for, in order; then the years over a gap that decisions are about. */
export function pairYears(plans: readonly CurrentPlan[], decisions: readonly RecordedDecision[]): YearPair[] {
  const years = [...new Set(plans.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b);
  const pairs = years.slice(1).map((to, index): [number, number] => [years[index]!, to]);
  const known = new Set(pairs.map(String));
  const decided = decisions.filter(isAboutPair).map(({ predecessor, successor }): [number, number] => [predecessor.fiscalYear, successor.fiscalYear]);
  const overGaps = [...new Map(decided.filter(([from, to]) => from < to && !known.has(String([from, to]))).map((pair) => [String(pair), pair])).values()];
  overGaps.sort(([from, to], [otherFrom, otherTo]) => from - otherFrom || to - otherTo);
  const ofYear = (year: number) => plans.filter(({ fiscalYear }) => fiscalYear === year);
  return [...pairs, ...overGaps].map(([from, to], index) => {
    return { municipality: plans[0]!.municipality, from, to, before: ofYear(from), after: ofYear(to), isOverGap: index >= pairs.length };
  });
}

/** Whether a decision counts in the comparison of two years: about items of both, or about the end of one before the next year. */
export function isAbout(decision: RecordedDecision, { municipality, from, to, isOverGap }: YearPair): boolean {
  const isOf = (item: ItemRef, year: number) => item.municipality === municipality && item.fiscalYear === year;
  return isAboutPair(decision) ? isOf(decision.predecessor, from) && isOf(decision.successor, to) : !isOverGap && isOf(decision.item, from);
}

/** SHA-256 in hex of all that a comparison depends on: the same on every machine. */
export function comparisonDigest({ municipality, from, to, before, after, isOverGap }: YearPair, decisions: readonly RecordedDecision[]): string {
  const name = (plans: readonly CurrentPlan[]) => plans.map(({ readingDigest, position }) => `${readingDigest} ${position}`).sort();
  const inputs = [ENGINE_VERSION, municipality, from, to, name(before), name(after), decisions.map(nameDecision).sort(), ...(isOverGap ? ["over a gap"] : [])];
  return createHash("sha256")
    .update(`ayumi-comparison\n${JSON.stringify(inputs)}`)
    .digest("hex");
}

/** A comparison as rows of the store. */
export interface ComparisonRows {
  comparison: typeof comparisons.$inferInsert;
  reasons: (typeof comparisonReasons.$inferInsert)[];
}

/** All that a comparison is made of: `comparePlans` asks for nothing else. */
export interface ComparisonInput {
  digest: string;
  municipality: string;
  from: number;
  to: number;
  before: PlanIntent[];
  after: PlanIntent[];
  decisions: RecordedDecision[];
  isOverGap: boolean;
}

/** Links the plans of two years, with what was decided about them; over a gap, what was decided alone. */
export function comparePlans({ digest, municipality, from, to, before, after, decisions, isOverGap }: ComparisonInput): ComparisonRows {
  const explain = createExplainer(before, after);
  const { links: reviewed, outcomes } = isOverGap
    ? { links: linkDecisions(decisions, explain), outcomes: [] }
    : applyDecisions(linkPlans(before, after), decisions, explain);
  const links = recordLinks(reviewed, decisions);
  const departments = listDepartments([...links.flatMap(({ predecessor, successor }) => [predecessor, successor]), ...outcomes.map(({ item }) => item)]);
  const itemsOf = (outcome: Outcome["outcome"]) => outcomes.filter((each) => each.outcome === outcome).map(({ item }) => item);
  const ends = recordEnds(decisions);
  const byDepartment = new Map<string, RecordedLink[]>();
  for (const link of links) {
    const own = byDepartment.get(link.predecessor.department);
    if (own) own.push(link);
    else byDepartment.set(link.predecessor.department, [link]);
  }
  return {
    comparison: {
      ...{ digest, engineVersion: ENGINE_VERSION, municipality, fromYear: from, toYear: to, departments },
      links: links.map((link) => packLink(link, departments)),
      ended: itemsOf("ended").map((item) => packEnd(item, ends.get(refKey(item)) ?? null, departments)),
      begun: itemsOf("new").map((item) => packItem(item, departments)),
    },
    reasons: [...byDepartment].map(([department, own]) => ({ comparison: digest, department, reasons: packReasons(own) })),
  };
}

/** Links with the decision about each; one that an end rejects, with that. */
function recordLinks(links: readonly ReviewedLink[], decisions: readonly RecordedDecision[]): RecordedLink[] {
  const pairs = new Map(decisions.filter(isAboutPair).map((decision) => [pairKey(decision), decision.record]));
  const ends = recordEnds(decisions);
  return links.map((link) => {
    const byEnd = link.status === "rejected" ? ends.get(refKey(link.predecessor)) : undefined;
    return { ...link, record: pairs.get(pairKey(link)) ?? byEnd ?? null };
  });
}

function recordEnds(decisions: readonly RecordedDecision[]) {
  return new Map(decisions.flatMap((decision) => (isAboutPair(decision) ? [] : [[refKey(decision.item), decision.record] as const])));
}

function nameDecision(decision: RecordedDecision): string {
  const { level, record } = decision;
  const what = isAboutPair(decision)
    ? [refKey(decision.predecessor), refKey(decision.successor), decision.decision, decision.kind ?? null]
    : [refKey(decision.item), "end", record.endKind];
  return JSON.stringify([level, ...what, record.decidedBy, record.decidedOn, record.reason]);
}

function pairKey({ predecessor, successor }: { predecessor: ItemRef; successor: ItemRef }): string {
  return `${refKey(predecessor)} ${refKey(successor)}`;
}
