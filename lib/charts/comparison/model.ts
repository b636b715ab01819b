import type { TextComparison } from "@/lib/comparison/text-comparison";
import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import { findBefore, type Kin } from "@/lib/domain/kin";
import { LIMITS } from "@/lib/domain/limits";
import type { GoalDetail } from "@/lib/domain/rows";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { Language } from "@/lib/texts/language";
import { compareInitiatives, groupInitiatives } from "./initiatives";
import { type ComparedRow, compareAssessments, compareConsidered, compareRow, compareTargets, compareTitles, prepareRow } from "./rows";

/** What stands beside each other, and what the two sides have in common; `null` where one of them has nothing. */
export interface ComparedPair {
  /** Cut to what a page can hold and what can be compared. */
  row: ComparedRow;
  /** All of it. */
  whole: ComparedRow;
  comparison: TextComparison | null;
}

/** View model of 新旧対照: a goal beside those of an earlier year that it came from. */
export interface GoalComparison {
  /** What it is told in. */
  language: Language;
  successor: GoalDetail;
  /** Of one year, the surest link first. */
  predecessors: GoalDetail[];
  /** What links them to it. */
  kin: Kin[];
  /** Title, targets and what was achieved: what a drawing shows. */
  drawn: ComparedPair[];
  /** All else. */
  rest: ComparedPair[];
}

/** Sets a goal beside those it came from in the newest year that has any; `null` where none has. `others`: goals that are at hand, whole. */
export function compareGoal(
  successor: GoalDetail,
  { history, others, language }: { history: ContinuationHistory; others: readonly GoalDetail[]; language: Language },
): GoalComparison | null {
  const before = findBefore(history, successor.id, successor.fiscalYear);
  const kin = before?.continuing ?? [];
  const predecessors = kin.flatMap(({ item }) => others.find(({ id }) => id === item.goalId) ?? []);
  if (!before || predecessors.length === 0) return null;
  const texts = chartTexts(language).comparison;
  const goals = { predecessors, successor };
  const span = { from: before.year, to: successor.fiscalYear, goals: [successor.id, ...predecessors.map(({ id }) => id)] };
  const groups = groupInitiatives(history, span, texts).slice(0, LIMITS.initiatives);
  // What neither year has stands nowhere.
  const pair = (row: ComparedRow): ComparedPair[] => {
    const prepared = prepareRow(row, texts);
    return [...prepared.before, ...prepared.after].some(({ text }) => text !== null) ? [{ row: prepared, whole: row, comparison: compareRow(prepared) }] : [];
  };
  return {
    language,
    successor,
    predecessors,
    kin,
    drawn: [compareTitles(goals, texts), ...compareTargets(goals, texts)].flatMap(pair),
    rest: [...compareConsidered(goals, texts), ...compareInitiatives(groups, [successor, ...others], texts), compareAssessments(goals, texts)].flatMap(pair),
  };
}
