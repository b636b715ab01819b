import type { DepartmentPlan, RatingScaleEntry } from "@/lib/domain/plan";
import { makeEntries } from "../domain/rating/scales";

/** A city whose documents print a scale of their own (架空): its ratings the best first, and the one outside the order. */
export interface ScaledCity {
  name: string;
  entries: RatingScaleEntry[];
  order: string[];
  outside: string;
}

export const CITIES: ScaledCity[] = [
  {
    name: "架空えす市",
    entries: makeEntries(["S", "目標を大きく上回る"], ["A", "目標どおり"], ["B", "やや遅れ"], ["C", "遅れ"], ["D", "大幅な遅れ"], ["Z", "評価困難"]),
    order: ["S", "A", "B", "C", "D"],
    outside: "Z",
  },
  {
    name: "架空まる市",
    entries: makeEntries(["◎", "計画以上"], ["○", "計画通り"], ["△", "計画未満"], ["－", "対象外"]),
    order: ["◎", "○", "△"],
    outside: "－",
  },
  {
    name: "架空ことば市",
    entries: makeEntries(["計画以上"], ["計画通り"], ["計画未満"], ["評価不能"]),
    order: ["計画以上", "計画通り", "計画未満"],
    outside: "評価不能",
  },
];

const TITLES = [
  "消防団の充実と地域の防火",
  "図書館の蔵書と読書の推進",
  "水道管の更新と漏水の調査",
  "子育て相談の窓口と訪問",
  "道路の舗装と歩道の段差",
  "ごみの分別と資源の回収",
];

/**
 * Two years of a city: every goal goes on under its title. In the first all stand second best; in the second the first
 * goal is the best, the last but one the worst, the last outside the order.
 */
export function makeScaledPlans({ name, entries, order, outside }: ScaledCity): DepartmentPlan[] {
  const after = [order[0]!, order[0]!, order[1]!, order[1]!, order.at(-1)!, outside];
  return [2024, 2025].map(
    (fiscalYear): DepartmentPlan => ({
      municipality: name,
      department: "政策推進部",
      fiscalYear,
      title: `令和${fiscalYear - 2018}年度 政策推進部の運営方針（架空）`,
      stage: "evaluated",
      officers: [],
      basicPolicy: ["架空の方針です。"],
      ratingScale: entries,
      priorityGoals: TITLES.map((title, index) => {
        // The first goal was the best before, too.
        const rating = fiscalYear === 2024 ? order[index === 0 ? 0 : 1]! : after[index]!;
        return {
          number: index + 1,
          policyGoal: { code: "1", name: "安全なまち" },
          policyArea: "防災",
          title,
          listedRating: rating,
          overallRating: rating,
          overallAssessment: "架空の総括です。",
          futureConsiderations: null,
          targets: [{ text: `${title}を進めます。`, achievement: "進めました。", rating }],
          initiatives: [{ text: `${title}に取り組みます。`, reportedResult: "取り組みました。", responsibleUnit: "企画課" }],
        };
      }),
    }),
  );
}
