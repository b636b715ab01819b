import type { ReactNode } from "react";
import type { GoalDetail } from "@/lib/domain/rows";
import { comparisonJa } from "@/lib/texts/comparison-ja";
import { goalJa } from "@/lib/texts/goal-ja";
import { ja } from "@/lib/texts/ja";
import { goalHref } from "@/lib/urls";

/** A value of a goal as it stands on one side. */
export interface ComparedText {
  /** Whose it is; `null` where only its text is at hand. */
  goal: GoalDetail | null;
  /** JSON Pointer into the goal. */
  pointer: string;
  /** Told before it where a side holds several. */
  label: string | null;
  href: string | null;
  /** `null` where the document has none. */
  text: string | null;
}

/** What stands beside each other. */
export interface ComparedRow {
  key: string;
  name: string;
  /** Follows the name: the evidence of a link. */
  note?: ReactNode;
  /** It belongs to the row above it. */
  sub?: boolean;
  before: ComparedText[];
  after: ComparedText[];
  /** Said on a side that has nothing. */
  none: string;
  /** Texts of each side that are not shown. */
  more?: { before: number; after: number };
  /** They are different things: what both say is marked, and nothing is a change. */
  phrasesOnly?: boolean;
}

/** Characters of a side that are shown and compared: comparing takes time with the length. */
const LONGEST_SIDE = 10_000;
/** Texts of a side: each is compared with each of the other side. */
const MOST_TEXTS = 30;

/** A side that has no text at all, said once where the reason is the same. */
function joinAbsent(texts: readonly ComparedText[]): readonly ComparedText[] {
  const [first] = texts;
  return first && texts.every(({ text, goal }) => text === null && goal?.stage === first.goal?.stage) ? [{ ...first, label: null, href: null }] : texts;
}

/** A row with as much of each text as is its share of its side, and how much more there is. */
export function prepareRow(row: ComparedRow): ComparedRow {
  const shorten = (texts: readonly ComparedText[]) => {
    const shown = texts.slice(0, MOST_TEXTS);
    const most = Math.floor(LONGEST_SIDE / shown.length);
    return shown.map((each) => ({
      ...each,
      text: each.text !== null && each.text.length > most ? each.text.slice(0, most) + comparisonJa.rest(each.text.length - most) : each.text,
    }));
  };
  const more = (texts: readonly ComparedText[]) => Math.max(0, texts.length - MOST_TEXTS);
  return { ...row, before: shorten(joinAbsent(row.before)), after: shorten(joinAbsent(row.after)), more: { before: more(row.before), after: more(row.after) } };
}

interface Goals {
  predecessors: readonly GoalDetail[];
  successor: GoalDetail;
}

/** Titles, each below the number that leads to its goal. */
export function compareTitles(goals: Goals, dataset: string | null): ComparedRow {
  const read = (goal: GoalDetail) => [{ ...textOf(goal, "/title", goal.title, goalJa.numbered(goal.number)), href: goalHref(goal.id, dataset) }];
  return { key: "title", name: ja.field.titleOfGoal, ...readSides(goals, read), none: ja.none };
}

/** What was set out to do, and what was achieved of it. */
export function compareTargets(goals: Goals): ComparedRow[] {
  const row = (key: "text" | "achievement", name: string): ComparedRow => ({
    key: `targets-${key}`,
    name,
    ...readSides(goals, (goal, several) => readTargets(goal, key, several)),
    none: ja.none,
  });
  return [row("text", ja.field.target), { ...row("achievement", ja.field.achievement), sub: true }];
}

/** What the year before wanted to be considered beside what this year sets out to do; nothing where it said nothing. */
export function compareConsidered({ predecessors, successor }: Goals): ComparedRow[] {
  const before = predecessors.flatMap((goal) =>
    goal.futureConsiderations === null
      ? []
      : [textOf(goal, "/futureConsiderations", goal.futureConsiderations, predecessors.length > 1 ? goalJa.numbered(goal.number) : null)],
  );
  return before.length === 0
    ? []
    : [{ key: "considered", name: comparisonJa.considered, before, after: readTargets(successor, "text", false), none: ja.none, phrasesOnly: true }];
}

export function compareAssessments(goals: Goals): ComparedRow {
  const read = (goal: GoalDetail, several: boolean) => [
    textOf(goal, "/overallAssessment", goal.overallAssessment, several ? goalJa.numbered(goal.number) : null),
  ];
  return { key: "assessment", name: ja.field.overallAssessment, ...readSides(goals, read), none: ja.none };
}

function readSides({ predecessors, successor }: Goals, read: (goal: GoalDetail, several: boolean) => ComparedText[]): Pick<ComparedRow, "before" | "after"> {
  return { before: predecessors.flatMap((goal) => read(goal, predecessors.length > 1)), after: read(successor, false) };
}

/** Values of all targets; of a goal that has none, that it has none. */
function readTargets(goal: GoalDetail, key: "text" | "achievement", several: boolean): ComparedText[] {
  const values = goal.targetDetails.map((target) => target[key]);
  const nameGoal = several ? `${goalJa.numbered(goal.number)} ` : "";
  if (values.every((value) => value === null)) return [textOf(goal, "", null, nameGoal.trim() || null)];
  return values.map((value, index) =>
    textOf(goal, `/targets/${index}/${key}`, value, values.length > 1 ? nameGoal + goalJa.target(index + 1) : nameGoal.trim() || null),
  );
}

function textOf(goal: GoalDetail, pointer: string, text: string | null, label: string | null): ComparedText {
  return { goal, pointer, label, href: null, text };
}
