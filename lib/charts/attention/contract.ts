import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { nameRating } from "@/lib/domain/rating/name";
import { ja } from "@/lib/texts/ja";
import { NO_GOALS, type ChartContract } from "../contract";
import { listAttention, type Attention } from "./model";
import { tabulateAttention } from "./table";

export const attention: ChartContract<"attention", Attention> = {
  name: "attention",
  title: "確認したいこと",
  description: "達成度が区分の下半分にある目標と、資料の中の食い違いを並べます。",
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

function readAttention({ items, fallen, outside, low, scaleDifference }: Attention, years: string): string {
  const counts = [
    ...(fallen.length > 0 ? [`続く目標のうち達成度が下がったものは${fallen.length}件`] : []),
    `達成度が${low}のものは${items.filter((item) => item.lowRating).length}件`,
    ...outside.map(({ rating, goals }) => `${nameRating(rating)}（順序の外）のものは${goals.length}件`),
    `資料の中に食い違いのあるものは${items.filter((item) => item.findings.length > 0).length}件`,
  ];
  return `${years}の重点目標のうち、${counts.join("、")}です。${scaleDifference ?? ""}`;
}
