import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { ja } from "@/lib/texts/ja";
import { type ChartContract, NO_GOALS } from "../contract";
import { type Attention, listAttention } from "./model";
import { readAttention } from "./sentence";
import { tabulateAttention } from "./table";

export const attention: ChartContract<"attention", Attention> = {
  name: "attention",
  title: "確認が必要な項目",
  description: "達成度が下がった目標、区分の下半分にある目標、資料の中の食い違いを並べます。",
  of: ["goals"],
  measure: ["count"],
  by: ["year"],
  needs: ["goals", "continuations"],
  page: "overview",
  describe({ plans, goals, history }) {
    const model = listAttention(plans, goals, history);
    const years = model.fiscalYears.toSorted().map(formatFiscalYear).join("、");
    return {
      title: `${ja.field.findings}${years && `（${years}）`}`,
      reading: goals.length === 0 ? NO_GOALS : readAttention(model, years),
      basis: model.notRated.map(({ fiscalYear, goals: missing }) => `${formatFiscalYear(fiscalYear)}の${missing}件は${ja.notRated}です。`).join(""),
      table: tabulateAttention(model),
      model,
      empty: goals.length === 0,
    };
  },
};
