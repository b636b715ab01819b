import { NONE } from "@/lib/domain/goal-filter";
import type { RatingValue } from "@/lib/domain/rating/value";
import type { GoalRow } from "@/lib/domain/rows";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { type Focus, nameGoal, nameRated } from "../focus";

/** A unit of a chart; whether it stands out. */
interface Focusable {
  focused?: true;
}

interface Observation {
  goal: Pick<GoalRow, "id" | "number" | "title" | "fiscalYear">;
  value: RatingValue | null;
  unit: Focusable;
}

/** Goals, by their ids, that a goal was carried on from and into, and whether somebody has yet to confirm that. */
export interface Kin {
  ids: ReadonlySet<string>;
  guessed: boolean;
}

/** Reads what is to be brought out, a goal by its id, with its kin where there is any, or a rating by its letter, and marks the units that are it. */
export function markFocus(observations: readonly Observation[], asked: string, texts: ChartTexts, kin: Kin | null = null): Focus {
  const own = observations.find(({ goal }) => goal.id === asked);
  const isOwn = ({ goal }: Observation) => goal.id === asked || (kin?.ids.has(goal.id) ?? false);
  const isRated = ({ value }: Observation) => (value?.rating ?? NONE) === asked;
  for (const observation of observations) if (own ? isOwn(observation) : isRated(observation)) observation.unit.focused = true;
  if (own) {
    const name = nameGoal(own.goal, texts);
    const others = observations.some((observation) => observation.goal.id !== asked && isOwn(observation));
    return { asked, name: others ? texts.focus.lineage(name) : name, ...(others && kin!.guessed && { guessed: true }) };
  }
  const rated = observations.find(isRated);
  return { asked, name: rated ? nameRated(rated.value, texts) : null };
}

/** How many units stand out, where any do. */
export function nameFocused(units: readonly Focusable[]): { focused?: number } {
  const focused = units.filter((unit) => unit.focused).length;
  return focused > 0 ? { focused } : {};
}
