import type { TextComparison } from "@/lib/comparison/text-comparison";
import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import { findBefore, type Kin } from "@/lib/domain/kin";
import { LIMITS } from "@/lib/domain/limits";
import type { GoalDetail } from "@/lib/domain/rows";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { ComparisonTexts } from "@/lib/texts/comparison-ja";
import type { Language } from "@/lib/texts/language";
import { compareInitiatives, groupInitiatives, type InitiativeGroup } from "./initiatives";
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
  /** Of these, names of what a picture has no room for. */
  dropped: string[];
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
  const { drawn, rest } = listPairs({ ...goals, others: others.filter(({ id }) => predecessors.every((goal) => goal.id !== id)) }, groups, texts);
  // What neither year has stands nowhere.
  const holdsText = ({ row: { before: older, after: newer } }: ComparedPair) => [...older, ...newer].some(({ text }) => text !== null);
  return { language, successor, predecessors, kin, drawn: drawn.filter(holdsText), dropped: [], rest: rest.filter(holdsText) };
}

/** All that stands beside each other of goals, in its order: title, targets and what was achieved, then all else. `others`: goals of initiatives in the groups. */
export function listPairs(
  { others, ...goals }: { predecessors: readonly GoalDetail[]; successor: GoalDetail; others: readonly GoalDetail[] },
  groups: readonly InitiativeGroup[],
  texts: ComparisonTexts,
): Pick<GoalComparison, "drawn" | "rest"> {
  const { predecessors, successor } = goals;
  const known = { goals: [...predecessors, successor, ...others], departmentId: successor.departmentId };
  const pair = (whole: ComparedRow): ComparedPair => {
    const row = prepareRow(whole, texts);
    return { row, whole, comparison: compareRow(row) };
  };
  return {
    drawn: [compareTitles(goals, texts), ...compareTargets(goals, texts)].map(pair),
    rest: [...compareConsidered(goals, texts), ...compareInitiatives(groups, known, texts), compareAssessments(goals, texts)].map(pair),
  };
}
