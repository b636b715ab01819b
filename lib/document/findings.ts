import type { Message } from "@/lib/domain/message";
import type { Places, Span } from "@/lib/domain/place";
import type { DepartmentPlan } from "@/lib/domain/plan";
import { nameRating } from "@/lib/domain/rating/name";
import { rateBy, readScale } from "@/lib/domain/rating/value";
import { makeMessage } from "./rules";

/**
 * What a planner wants to look at in a plan's content: ratings that contradict each other, and in an evaluated
 * plan what is missing. Needs no source text; spans come from `places` where it has them. `index` is the plan's
 * place in its document; `ratesTargets` whether its form has ratings of targets at all.
 */
export function findPlanFindings(plan: DepartmentPlan, places: Places, index: number, ratesTargets = true): Message[] {
  const scale = readScale(plan.ratingScale);
  const at = (pointer: string) => ({ plan: index, pointer, span: firstSpan(places, pointer) });
  const name = (rating: string) => nameRating(rateBy(scale, rating));
  const findings: Message[] = [];

  for (const [position, goal] of plan.priorityGoals.entries()) {
    const pointer = `/priorityGoals/${position}`;
    const { listedRating, overallRating, targets, initiatives } = goal;
    if (listedRating !== null && overallRating !== null && listedRating !== overallRating) {
      findings.push(makeMessage("listed-rating-differs", [name(listedRating), name(overallRating)], at(`${pointer}/listedRating`)));
    }
    const overallRank = rateBy(scale, overallRating)?.rank ?? null;
    const ratings = targets.flatMap(({ rating }) => rating ?? []);
    const ranks = ratings.flatMap((rating) => rateBy(scale, rating).rank ?? []);
    if (overallRating !== null && overallRank !== null && ranks.length > 0) {
      if (overallRank < Math.min(...ranks) || overallRank > Math.max(...ranks)) {
        const args: [string, string] = [name(overallRating), ratings.map(name).join("・")];
        findings.push(makeMessage("overall-rating-outside-targets", args, at(`${pointer}/overallRating`)));
      }
    }
    if (plan.stage !== "evaluated") continue;
    for (const [place, target] of targets.entries()) {
      if (target.rating !== null || !ratesTargets) continue;
      findings.push(makeMessage("target-not-rated", [target.text], at(`${pointer}/targets/${place}/text`)));
    }
    for (const [place, initiative] of initiatives.entries()) {
      if (initiative.reportedResult !== null) continue;
      findings.push(makeMessage("initiative-without-result", [initiative.text], at(`${pointer}/initiatives/${place}/text`)));
    }
  }
  return findings;
}

function firstSpan(places: Places, pointer: string): Span | null {
  return places[pointer]?.[0] ?? null;
}
