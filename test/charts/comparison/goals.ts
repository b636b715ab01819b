import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import type { GoalDetail } from "@/lib/domain/rows";
import { makeHistory, makeItem, makeLink } from "../continuation-ribbon/history";
import { makeGoalDetail } from "../goal/goal-detail";

/** A goal of 2021 and what became of it in 2025 (架空). */
export function makeGoals(before: Partial<GoalDetail>, after: Partial<GoalDetail>): [GoalDetail, GoalDetail] {
  const targets = (text: string) => [{ text, achievement: null, rating: null, assessments: [] }];
  return [
    { ...makeGoalDetail({ fiscalYear: 2021, number: 5 }), title: "防災の強化", targetDetails: targets("避難所の備蓄を充実します。"), ...before },
    { ...makeGoalDetail({ fiscalYear: 2025, number: 4 }), title: "防災の強化", targetDetails: targets("避難所の備蓄と運営を充実します。"), ...after },
  ];
}

const item = (goal: GoalDetail) => makeItem(goal.fiscalYear, goal.department, goal.number, { key: goal.id, goalId: goal.id });

/** The goals, each going on in the later one. */
export function linkGoals(goals: readonly GoalDetail[], after: GoalDetail): ContinuationHistory {
  const [older, own] = [goals.map(item), item(after)];
  return makeHistory(
    [...older, own],
    older.map((each) => makeLink(each, own, { kind: older.length > 1 ? "merged" : "continued" })),
  );
}
