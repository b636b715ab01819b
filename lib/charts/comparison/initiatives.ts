import { type CarriedRow, sumUpCarriedOn } from "@/lib/charts/carried-on/model";
import type { ContinuationHistory, ContinuationItem } from "@/lib/domain/continuation-history";
import { parseItemKey } from "@/lib/domain/item-key";
import type { GoalDetail } from "@/lib/domain/rows";
import type { ComparisonTexts } from "@/lib/texts/comparison-ja";
import type { ComparedRow, ComparedText } from "./rows";

/** Goals that are read for the results of their initiatives alone; of more there are the texts. */
const MOST_OTHERS = 12;

/** Initiatives of two years that hang together by their links, or one that hangs with nothing. */
export interface InitiativeGroup {
  before: ContinuationItem[];
  after: ContinuationItem[];
  /** What links them, or that nothing does. */
  name: string;
  /** Said where one side has nothing. */
  none: string;
}

/**
 * The initiatives of goals of an earlier and a later year as links pair them, decided and found: in the order of the later
 * year, then those without a successor. Those of other goals are there where a link leads to them.
 */
export function groupInitiatives(
  history: ContinuationHistory,
  { from, to, goals }: { from: number; to: number; goals: readonly string[] },
  texts: ComparisonTexts,
): InitiativeGroup[] {
  const rows = sumUpCarriedOn(history, { from, to, level: "initiative" })?.rows ?? [];
  const isOwn = ({ goalId }: ContinuationItem) => goals.includes(goalId);
  return rows
    .filter(({ before, after }) => before.some(isOwn) || after.some(isOwn))
    .map((row) => ({ before: row.before, after: row.after, name: nameGroup(row, from, texts), none: tellNone(row, from, to, texts) }));
}

/** Ids of goals that initiatives of the groups are of, besides those that are at hand. */
export function listOtherGoals(groups: readonly InitiativeGroup[], known: readonly Pick<GoalDetail, "id">[]): string[] {
  const ids = groups.flatMap(({ before, after }) => [...before, ...after]).map(({ goalId }) => goalId);
  return [...new Set(ids)].filter((id) => !known.some((goal) => goal.id === id)).slice(0, MOST_OTHERS);
}

function nameGroup({ fate, kinds, checked, end }: CarriedRow, from: number, texts: ComparisonTexts): string {
  if (fate === "ended") return texts.ended(end);
  return fate === "new" ? texts.begun(from) : texts.linked(kinds, checked);
}

function tellNone({ fate, end }: CarriedRow, from: number, to: number, texts: ComparisonTexts): string {
  return fate === "ended" ? texts.noSuccessor(to, end) : texts.noPredecessor(from);
}

/** What each group says beside each other: what was set out to do, then what came of it, of initiatives whose goals, whole, are at hand; those of another department are told with it. */
export function compareInitiatives(
  groups: readonly InitiativeGroup[],
  { goals, departmentId }: { goals: readonly GoalDetail[]; departmentId: string },
  texts: ComparisonTexts,
): ComparedRow[] {
  return groups.flatMap(({ before, after, name, none }): ComparedRow[] => {
    const key = (after[0] ?? before[0])!.key;
    const read = (field: "text" | "reportedResult") => (items: readonly ContinuationItem[]) =>
      items.flatMap((item) => readInitiative(item, field, goals, { texts, departmentId }));
    const [plans, results] = [read("text"), read("reportedResult")];
    const result: ComparedRow = {
      key: `${key} result`,
      field: "result",
      name: texts.field.result,
      sub: true,
      before: results(before),
      after: results(after),
      none: "",
    };
    return [
      { key, field: "initiative", name: texts.initiative(name), before: plans(before), after: plans(after), none },
      ...([...result.before, ...result.after].some(({ text }) => text !== null) ? [result] : []),
    ];
  });
}

/** An initiative's text, or its result; of one whose goal is not at hand there is no result to tell. */
function readInitiative(
  { key, text, goalId, goalNumber, department, departmentId: own }: ContinuationItem,
  field: "text" | "reportedResult",
  goals: readonly GoalDetail[],
  { texts, departmentId }: { texts: ComparisonTexts; departmentId: string },
): ComparedText[] {
  const position = parseItemKey(key).initiative!;
  const goal = goals.find(({ id }) => id === goalId) ?? null;
  if (!goal && field === "reportedResult") return [];
  const label = `${texts.goalsOf([goalNumber], own === departmentId ? null : department)} ${texts.initiativeNumbered(position)}`;
  const value = field === "text" ? text : (goal?.initiatives[position - 1]?.[field] ?? null);
  return [{ goal, pointer: `/initiatives/${position - 1}/${field}`, label, leadsTo: field === "text" ? key : null, text: value }];
}
