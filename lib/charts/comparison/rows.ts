import { compareTexts, type Piece, type TextComparison } from "@/lib/comparison/text-comparison";
import type { GoalDetail } from "@/lib/domain/rows";
import type { ComparisonTexts } from "@/lib/texts/comparison-ja";
import type { StretchLook } from "../text-drawing";

/** A value of a goal as it stands on one side. */
export interface ComparedText {
  /** Whose it is; `null` where only its text is at hand. */
  goal: GoalDetail | null;
  /** JSON Pointer into the goal. */
  pointer: string;
  /** Told before it where a side holds several. */
  label: string | null;
  /** Key of the goal or initiative that the label names, and leads to. */
  leadsTo: string | null;
  /** `null` where the document has none. */
  text: string | null;
}

/** What of goals stands beside each other, as files name it. */
export type ComparedField = "title" | "target" | "achievement" | "considered" | "initiative" | "result" | "assessment";

/** What stands beside each other. */
export interface ComparedRow {
  key: string;
  field: ComparedField;
  name: string;
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
  return first && texts.every(({ text, goal }) => text === null && goal?.stage === first.goal?.stage) ? [{ ...first, label: null, leadsTo: null }] : texts;
}

/** A row with as much of each text as is its share of its side, and how much more there is. */
export function prepareRow(row: ComparedRow, texts: ComparisonTexts): ComparedRow {
  const shorten = (side: readonly ComparedText[]) => {
    const shown = side.slice(0, MOST_TEXTS);
    const most = Math.floor(LONGEST_SIDE / shown.length);
    return shown.map((each) => ({
      ...each,
      text: each.text !== null && each.text.length > most ? each.text.slice(0, most) + texts.rest(each.text.length - most) : each.text,
    }));
  };
  const more = (side: readonly ComparedText[]) => Math.max(0, side.length - MOST_TEXTS);
  return { ...row, before: shorten(joinAbsent(row.before)), after: shorten(joinAbsent(row.after)), more: { before: more(row.before), after: more(row.after) } };
}

interface Goals {
  predecessors: readonly GoalDetail[];
  successor: GoalDetail;
}

/** A goal by its number, and by its department where it is not that of the goal that is told of. */
function nameGoal({ number, department, departmentId }: GoalDetail, { successor }: Goals, texts: ComparisonTexts): string {
  return texts.goalsOf([number], departmentId === successor.departmentId ? null : department);
}

/** Titles, each below the number that leads to its goal. */
export function compareTitles(goals: Goals, texts: ComparisonTexts): ComparedRow {
  const read = (goal: GoalDetail) => [{ ...textOf(goal, "/title", goal.title, nameGoal(goal, goals, texts)), leadsTo: goal.id }];
  return { key: "title", field: "title", name: texts.field.title, ...readSides(goals, read), none: texts.none };
}

/** What was set out to do, and what was achieved of it. */
export function compareTargets(goals: Goals, texts: ComparisonTexts): ComparedRow[] {
  const row = (key: "text" | "achievement", name: string): ComparedRow => ({
    key: `targets-${key}`,
    field: key === "text" ? "target" : "achievement",
    name,
    ...readSides(goals, (goal, several) => readTargets(goal, key, several ? nameGoal(goal, goals, texts) : null, texts)),
    none: texts.none,
  });
  return [row("text", texts.field.target), { ...row("achievement", texts.field.achievement), sub: true }];
}

/** What the year before wanted to be considered beside what this year sets out to do; nothing where it said nothing. */
export function compareConsidered(goals: Goals, texts: ComparisonTexts): ComparedRow[] {
  const { predecessors, successor } = goals;
  const before = predecessors.flatMap((goal) =>
    goal.futureConsiderations === null
      ? []
      : [textOf(goal, "/futureConsiderations", goal.futureConsiderations, predecessors.length > 1 ? nameGoal(goal, goals, texts) : null)],
  );
  return before.length === 0
    ? []
    : [
        {
          key: "considered",
          field: "considered",
          name: texts.considered,
          before,
          after: readTargets(successor, "text", null, texts),
          none: texts.none,
          phrasesOnly: true,
        },
      ];
}

export function compareAssessments(goals: Goals, texts: ComparisonTexts): ComparedRow {
  const read = (goal: GoalDetail, several: boolean) => [
    textOf(goal, "/overallAssessment", goal.overallAssessment, several ? nameGoal(goal, goals, texts) : null),
  ];
  return { key: "assessment", field: "assessment", name: texts.field.assessment, ...readSides(goals, read), none: texts.none };
}

function readSides({ predecessors, successor }: Goals, read: (goal: GoalDetail, several: boolean) => ComparedText[]): Pick<ComparedRow, "before" | "after"> {
  return { before: predecessors.flatMap((goal) => read(goal, predecessors.length > 1)), after: read(successor, false) };
}

/** Values of all targets; of a goal that has none, that it has none. `name`: of one of several goals. */
function readTargets(goal: GoalDetail, key: "text" | "achievement", name: string | null, texts: ComparisonTexts): ComparedText[] {
  const values = goal.targetDetails.map((target) => target[key]);
  if (values.every((value) => value === null)) return [textOf(goal, "", null, name)];
  return values.map((value, index) =>
    textOf(goal, `/targets/${index}/${key}`, value, values.length > 1 ? [...(name === null ? [] : [name]), texts.target(index + 1)].join(" ") : name),
  );
}

function textOf(goal: GoalDetail, pointer: string, text: string | null, label: string | null): ComparedText {
  return { goal, pointer, label, leadsTo: null, text };
}

/** The texts of a row compared; `null` where one side has none, and there is nothing to compare. */
export function compareRow({ before, after }: ComparedRow): TextComparison | null {
  const [older, newer] = [before, after].map((side) => side.flatMap(({ text }) => text ?? [])) as [string[], string[]];
  return older.length > 0 && newer.length > 0 ? compareTexts(older, newer) : null;
}

/** How what is kept of a side's texts looks, and what is not; `null` for as it is. */
export function looksOf(
  { phrasesOnly }: ComparedRow,
  comparison: TextComparison | null,
  side: "before" | "after",
): Record<"kept" | "changed", StretchLook | null> {
  const isRevised = comparison?.revised === true && !phrasesOnly;
  return { kept: comparison && !isRevised ? "shared" : null, changed: isRevised ? (side === "before" ? "removed" : "added") : null };
}

/** For each text its pieces; those of texts that were compared, in their order, else the text as it is. */
export function placePieces(texts: readonly ComparedText[], compared: readonly (readonly Piece[])[] | undefined): (readonly Piece[])[] {
  let at = 0;
  return texts.map(({ text }) => (text === null ? [] : (compared?.[at++] ?? [{ text, kept: true }])));
}
