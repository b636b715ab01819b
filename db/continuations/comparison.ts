import { createHash } from "node:crypto";
import type { comparisonReasons, comparisons } from "../dataset-schema";
import type { CurrentPlan } from "./current-plan";
import { listDepartments, packItem, packLink, packReasons } from "../packed-comparison";
import { applyDecisions } from "@/lib/continuation/decision";
import { explainLink, linkPlans } from "@/lib/continuation/link";
import { refKey } from "@/lib/continuation/plan-item";
import type { Decision, DecisionRecord, ItemRef, Outcome, RecordedLink } from "@/lib/domain/continuation";
import type { PlanIntent } from "@/lib/domain/plan";

/** Number of the way items are linked. Raise it whenever links change on purpose: stored comparisons stay as they are. */
export const ENGINE_VERSION = 1;

/** A decision about two items of the plans, with who made it and why. */
export interface RecordedDecision extends Decision {
  record: DecisionRecord;
}

/** The plans of two years of a municipality between which there are no others. */
export interface YearPair {
  municipality: string;
  from: number;
  to: number;
  before: CurrentPlan[];
  after: CurrentPlan[];
}

/** Each year of a municipality's plans with the next that it has plans for, in order. */
export function pairYears(plans: readonly CurrentPlan[]): YearPair[] {
  const years = [...new Set(plans.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b);
  const ofYear = (year: number) => plans.filter(({ fiscalYear }) => fiscalYear === year);
  return years.slice(1).map((to, index): YearPair => {
    const from = years[index]!;
    return { municipality: plans[0]!.municipality, from, to, before: ofYear(from), after: ofYear(to) };
  });
}

/** SHA-256 in hex of all that a comparison depends on: the same on every machine. */
export function comparisonDigest({ municipality, from, to, before, after }: YearPair, decisions: readonly RecordedDecision[]): string {
  const name = (plans: readonly CurrentPlan[]) => plans.map(({ readingDigest, position }) => `${readingDigest} ${position}`).sort();
  const inputs = [ENGINE_VERSION, municipality, from, to, name(before), name(after), decisions.map(nameDecision).sort()];
  return createHash("sha256").update(`ayumi-comparison\n${JSON.stringify(inputs)}`).digest("hex");
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
}

/** Links the plans of two years, with what was decided about them. */
export function comparePlans({ digest, municipality, from, to, before, after, decisions }: ComparisonInput): ComparisonRows {
  const { links: reviewed, outcomes } = applyDecisions(linkPlans(before, after), decisions, (decision) => explainLink(before, after, decision));
  const records = new Map(decisions.map((decision) => [pairKey(decision), decision.record]));
  const links: RecordedLink[] = reviewed.map((link) => ({ ...link, record: records.get(pairKey(link)) ?? null }));
  const departments = listDepartments([...links.flatMap(({ predecessor, successor }) => [predecessor, successor]), ...outcomes.map(({ item }) => item)]);
  const itemsOf = (outcome: Outcome["outcome"]) => outcomes.filter((each) => each.outcome === outcome).map(({ item }) => packItem(item, departments));
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
      ended: itemsOf("ended"),
      begun: itemsOf("new"),
    },
    reasons: [...byDepartment].map(([department, own]) => ({ comparison: digest, department, reasons: packReasons(own) })),
  };
}

function nameDecision({ level, predecessor, successor, decision, kind, record }: RecordedDecision): string {
  return JSON.stringify([level, refKey(predecessor), refKey(successor), decision, kind ?? null, record.decidedBy, record.decidedOn, record.reason]);
}

function pairKey({ predecessor, successor }: { predecessor: ItemRef; successor: ItemRef }): string {
  return `${refKey(predecessor)} ${refKey(successor)}`;
}
