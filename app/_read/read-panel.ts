import type { PanelGoal } from "@/components/goal-panel/panel";
import { readGoalHistory } from "@/db/queries/continuations";
import { findGoal } from "@/db/queries/goal";
import { findBefore } from "@/lib/domain/kin";
import type { Page } from "./open-site";

/** A page with the goal that its panel tells of; `null` where it asks for none. */
export type PanelPage = Page & { panel: PanelGoal | null };

/** Reads the goal that a page is asked to tell of. One that is not there is as unasked, and reported, so that no link goes on asking for it. */
export async function readPanel(page: Page): Promise<PanelPage> {
  const { goal: id } = page.view;
  if (id === null) return { ...page, panel: null };
  const goal = await findGoal(page.database, page.dataset, id);
  if (!goal) return { ...page, view: { ...page.view, goal: null }, problems: [...page.problems, { parameter: "goal", value: id }], panel: null };
  const history = await readGoalHistory(page.database, page.dataset, id);
  const before = findBefore(history, id, goal.fiscalYear);
  const found = await Promise.all((before?.continuing ?? []).map(({ item }) => findGoal(page.database, page.dataset, item.goalId)));
  return { ...page, panel: { goal, history, predecessors: found.filter((each) => each !== null) } };
}
