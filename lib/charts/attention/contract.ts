import { chartTexts } from "@/lib/texts/chart-texts";
import type { ChartContract } from "../contract";
import { type Attention, listAttention } from "./model";
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
  page: "overview",
  describe({ plans, goals, history }, { language }) {
    const texts = chartTexts(language);
    const model = listAttention(plans, goals, history, language);
    const years = texts.list(model.fiscalYears.toSorted().map(texts.year));
    return {
      title: texts.attention.title(years),
      reading: goals.length === 0 ? texts.noGoals : readAttention(model, years),
      basis: texts.join(...model.notRated.map(({ fiscalYear, goals: missing }) => texts.attention.notRated(fiscalYear, missing))),
      table: tabulateAttention(model),
      model,
      empty: goals.length === 0,
    };
  },
};
