import { chartTexts } from "@/lib/texts/chart-texts";
import type { ChartContract } from "../contract";
import { type GoalChart, layoutGoalHistory, makeGoalChart } from "./model";
import { explainHistory, readGoal } from "./sentence";
import { tabulateGoal } from "./table";

/** Width in pixels that what is said of the drawing goes by; it leaves out the same at any other. */
const SAID = 640;

export const goal: ChartContract<"goal", GoalChart | null> = {
  name: "goal",
  title: "一つの重点目標",
  description: "一つの重点目標の達成度を、達成目標・具体的取組と、前後の年度の達成度とともに示します。",
  english: {
    title: "One priority goal",
    description: "The rating of one priority goal, with those of its targets and initiatives and of the goals before and after it.",
  },
  of: ["goals"],
  measure: ["count"],
  by: ["year"],
  needs: [],
  takesGoal: true,
  page: "goal",
  describe({ goal: shown, history }, { language }) {
    const texts = chartTexts(language);
    if (!shown) return { title: texts.goal.name, reading: texts.noGoals, basis: "", table: { columns: [], rows: [] }, model: null, empty: true };
    const model = makeGoalChart(shown, history, language);
    const drawn = layoutGoalHistory(model, SAID);
    return {
      title: texts.goal.title(shown.fiscalYear, shown.department, shown.number, shown.title),
      reading: readGoal(model),
      basis: drawn ? explainHistory(drawn, texts) : "",
      table: tabulateGoal(model),
      model,
      empty: false,
    };
  },
};
