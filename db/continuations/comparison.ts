import { createHash } from "node:crypto";
import type { comparisons } from "../schema";
import type { CurrentPlan } from "./current-plan";
import type { PlanLoader } from "./plan-loader";
import { applyDecisions } from "@/lib/continuation/decision";
import { explainLink, linkPlans } from "@/lib/continuation/link";
import { refKey } from "@/lib/continuation/plan-item";
import type { Decision, DecisionRecord, ItemRef, Outcome } from "@/lib/domain/continuation";

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

/** Each year of each municipality with the next that it has plans for, in order. */
export function pairYears(plans: readonly CurrentPlan[]): YearPair[] {
  const municipalities = [...new Set(plans.map(({ municipality }) => municipality))];
  return municipalities.flatMap((municipality) => {
    const own = plans.filter((plan) => plan.municipality === municipality);
    const years = [...new Set(own.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => a - b);
    const ofYear = (year: number) => own.filter(({ fiscalYear }) => fiscalYear === year);
    return years.slice(1).map((to, index): YearPair => {
      const from = years[index]!;
      return { municipality, from, to, before: ofYear(from), after: ofYear(to) };
    });
  });
}

/** SHA-256 in hex of all that a comparison depends on: the same on every machine. */
export function comparisonDigest({ municipality, from, to, before, after }: YearPair, decisions: readonly RecordedDecision[]): string {
  const name = (plans: readonly CurrentPlan[]) => plans.map(({ readingDigest, position }) => `${readingDigest} ${position}`).sort();
  const inputs = [ENGINE_VERSION, municipality, from, to, name(before), name(after), decisions.map(nameDecision).sort()];
  return createHash("sha256").update(`ayumi-comparison\n${JSON.stringify(inputs)}`).digest("hex");
}

/** Links the plans of two years, with what was decided about them, as a row of the store. */
export async function comparePlans(load: PlanLoader, pair: YearPair, decisions: readonly RecordedDecision[]): Promise<typeof comparisons.$inferInsert> {
  const { before, after } = await load(pair);
  const { links, outcomes } = applyDecisions(linkPlans(before, after), decisions, (decision) => explainLink(before, after, decision));
  const records = new Map(decisions.map((decision) => [pairKey(decision), decision.record]));
  const itemsOf = (outcome: Outcome["outcome"]) => outcomes.filter((each) => each.outcome === outcome).map(({ item }) => item);
  return {
    digest: comparisonDigest(pair, decisions),
    engineVersion: ENGINE_VERSION,
    municipality: pair.municipality,
    fromYear: pair.from,
    toYear: pair.to,
    links: links.map((link) => ({ ...link, record: records.get(pairKey(link)) ?? null })),
    ended: itemsOf("ended"),
    begun: itemsOf("new"),
  };
}

function nameDecision({ level, predecessor, successor, decision, kind, record }: RecordedDecision): string {
  return JSON.stringify([level, refKey(predecessor), refKey(successor), decision, kind ?? null, record.decidedBy, record.decidedOn, record.reason]);
}

function pairKey({ predecessor, successor }: { predecessor: ItemRef; successor: ItemRef }): string {
  return `${refKey(predecessor)} ${refKey(successor)}`;
}
