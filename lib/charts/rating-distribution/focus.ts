import { cutText } from "@/lib/domain/cut-text";
import { NONE } from "@/lib/domain/goal-filter";
import type { RatingValue } from "@/lib/domain/rating/value";
import type { GoalRow } from "@/lib/domain/rows";
import type { ChartTexts } from "@/lib/texts/chart-ja";

/** What is brought out in a chart, while all else is dimmed; without a name it is nothing that the chart holds, and nothing is. */
export interface Focus {
  asked: string;
  name: string | null;
}

/** A unit of a chart; whether it stands out. */
interface Focusable {
  focused?: true;
}

interface Observation {
  goal: Pick<GoalRow, "id" | "number" | "title" | "fiscalYear">;
  value: RatingValue | null;
  unit: Focusable;
}

/** Characters of a title that are told again. */
const MOST_TITLE = 24;

/** Reads what is to be brought out, a goal by its id, or a rating by its letter, and marks the units that are it. */
export function markFocus(observations: readonly Observation[], asked: string, texts: ChartTexts): Focus {
  const isGoal = ({ goal }: Observation) => goal.id === asked;
  const isRated = ({ value }: Observation) => (value?.rating ?? NONE) === asked;
  const own = observations.find(isGoal);
  for (const observation of observations) if (own ? isGoal(observation) : isRated(observation)) observation.unit.focused = true;
  if (own) {
    const { fiscalYear, number, title } = own.goal;
    return { asked, name: texts.distribution.focus.goal(fiscalYear, number, cutText(title, MOST_TITLE)) };
  }
  const rated = observations.find(isRated);
  return { asked, name: rated ? (rated.value ? texts.distribution.focus.rating(texts.rating(rated.value)) : texts.notRated) : null };
}

/** How many units stand out, where any do. */
export function nameFocused(units: readonly Focusable[]): { focused?: number } {
  const focused = units.filter((unit) => unit.focused).length;
  return focused > 0 ? { focused } : {};
}
