import { chartTexts } from "@/lib/texts/chart-texts";
import type { ChartContract } from "../contract";
import { type MunicipalitiesChart, makeMunicipalitiesChart } from "./model";
import { explainMunicipalities, readMunicipalities } from "./sentence";
import { tabulateMunicipalities } from "./table";

export const municipalities: ChartContract<"municipalities", MunicipalitiesChart> = {
  name: "municipalities",
  title: "市町村ごとの達成度",
  description: "市町村それぞれの自己評価を、それぞれの達成度の区分のまま並べます。比べたり順位を付けたりするものではありません。",
  english: {
    title: "Ratings by municipality",
    description: "Each municipality's own ratings, by its own scale, side by side. They are neither compared nor ranked.",
  },
  of: ["goals", "targets"],
  measure: ["count", "share"],
  by: ["year"],
  needs: ["goals"],
  takesMunicipalities: true,
  page: "municipalities",
  describe(rows, subject) {
    const chart = makeMunicipalitiesChart(rows, subject);
    return {
      title: chartTexts(chart.language).municipalities.title(chart.unit, chart.measure),
      reading: readMunicipalities(chart),
      basis: explainMunicipalities(chart, subject),
      table: tabulateMunicipalities(chart),
      model: chart,
      empty: chart.panels.length === 0,
    };
  },
};
