import { goalRating } from "@/lib/domain/goal-filter";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { ChartContract } from "../contract";
import { listFocusAsides, tellFocus } from "../focus";
import { type Attention, bringOutGoal, listAttention } from "./model";
import { readAttention } from "./sentence";
import { tabulateAttention } from "./table";

export const attention: ChartContract<"attention", Attention> = {
  name: "attention",
  title: "確認が必要な項目",
  description: "達成度が下がった目標、区分の下半分にある目標、資料の中の食い違いを並べます。",
  english: {
    title: "What needs a look",
    description: "Goals whose rating fell or is in the lower half of its scale, and what disagrees within the documents.",
  },
  of: ["goals"],
  measure: ["count"],
  by: ["year"],
  needs: ["goals", "continuations"],
  takesFocus: ["goal"],
  page: "overview",
  describe({ plans, goals, history }, { focus, language }) {
    const texts = chartTexts(language);
    const all = listAttention(plans, goals, history, language);
    const model = focus ? bringOutGoal(all, focus) : all;
    const years = texts.list(model.fiscalYears.toSorted().map(texts.year));
    const isRated = goals.some((goal) => model.fiscalYears.includes(goal.fiscalYear) && goalRating(goal) !== null);
    return {
      title: texts.attention.title([...(years ? [years] : []), ...listFocusAsides(model.focus, texts)]),
      reading: goals.length === 0 ? texts.noGoals : texts.join(readAttention(model, years, isRated), tellFocus(model.focus, "", texts)),
      basis: texts.join(...model.notRated.map(({ fiscalYear, goals: missing }) => texts.attention.notRated(fiscalYear, missing))),
      table: tabulateAttention(model),
      model,
      empty: goals.length === 0,
    };
  },
};
