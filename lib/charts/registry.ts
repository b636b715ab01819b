/** Names of the charts that can be quoted; each is its address's last part: `/embed/rating-distribution`. */
export const CHART_NAMES = ["rating-distribution", "rating-by-year", "continuation-ribbon", "attention", "headline"] as const;
export type ChartName = (typeof CHART_NAMES)[number];

/** What one unit of a chart is. */
export type ChartUnit = "goals" | "targets" | "initiatives";

/** A chart that can be quoted, and the choices that it has beside the filters; the first of each list is what it does unasked. */
export interface ChartDefinition {
  name: ChartName;
  /** What it is called where charts are listed. */
  title: string;
  /** What it answers, in a sentence. */
  description: string;
  of: readonly ChartUnit[];
  measure: readonly ("count" | "share")[];
  by: readonly ("area" | "policy-goal" | "department" | "year")[];
}

/** The one list of charts: pages, embeds, files, docs and tests go through it. */
export const CHARTS: Record<ChartName, ChartDefinition> = {
  "rating-distribution": {
    name: "rating-distribution",
    title: "達成度の内訳",
    description: "分野や部ごとに、どの達成度がいくつあるかを年度で並べます。",
    of: ["goals", "targets"],
    measure: ["count", "share"],
    by: ["area", "policy-goal", "department"],
  },
  "rating-by-year": {
    name: "rating-by-year",
    title: "年度でみた達成度",
    description: "年度ごとに、どの達成度がいくつあるかを並べます。",
    of: ["goals", "targets"],
    measure: ["count", "share"],
    by: ["year"],
  },
  "continuation-ribbon": {
    name: "continuation-ribbon",
    title: "目標の継続",
    description: "ある年度の目標や取組が、次の年度に続いたか、まとめられたか、終わったかを帯で示します。",
    of: ["goals", "initiatives"],
    measure: ["count"],
    by: ["year"],
  },
  attention: {
    name: "attention",
    title: "確認したいこと",
    description: "達成度が区分の下半分にある目標と、資料の中の食い違いを並べます。",
    of: ["goals"],
    measure: ["count"],
    by: ["year"],
  },
  headline: {
    name: "headline",
    title: "達成度のまとめ",
    description: "いちばん新しい年度の達成度を、数字で示します。",
    of: ["goals", "targets"],
    measure: ["count"],
    by: ["year"],
  },
};

/** Whether a text names a chart. */
export function isChartName(text: string): text is ChartName {
  return (CHART_NAMES as readonly string[]).includes(text);
}
