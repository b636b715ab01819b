import { chartTexts } from "@/lib/texts/chart-texts";
import type { ChartContract } from "../contract";
import { layoutComparison } from "./layout";
import { compareGoal, type GoalComparison } from "./model";
import { explainComparison, readComparison } from "./sentence";
import { tabulateComparison } from "./table";

/** Width in pixels that what is said of the drawing goes by. */
const SAID = 640;

export const comparison: ChartContract<"comparison", GoalComparison | null> = {
  name: "comparison",
  title: "重点目標の新旧対照",
  description: "一つの重点目標の題名・達成目標・達成状況を、つながる前の年度の重点目標と並べ、なくなった語句と加わった語句を示します。",
  english: {
    title: "Old and new text of a priority goal",
    description: "Title, targets and achievement of one priority goal beside those of the goals that it came from, with what was dropped and what was added.",
  },
  of: ["goals"],
  measure: ["count"],
  by: ["year"],
  needs: [],
  takesGoal: true,
  needsOrigins: true,
  page: "goal",
  describe({ goal, history, origins = [] }, { language }) {
    const texts = chartTexts(language);
    const told = texts.comparison.chart;
    const nothing = { basis: "", table: { columns: [], rows: [] }, model: null, empty: true };
    if (!goal) return { title: told.name, reading: texts.noGoals, ...nothing };
    const title = told.title(goal.fiscalYear, goal.department, goal.number, goal.title);
    const model = compareGoal(goal, { history, others: origins, language });
    if (!model) return { title, reading: told.nothing, ...nothing };
    return {
      title,
      reading: readComparison(model),
      basis: explainComparison(model, layoutComparison(model, SAID).isCut),
      table: tabulateComparison(model),
      model,
      empty: false,
    };
  },
};
