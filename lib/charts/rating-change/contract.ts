import { selectHistory } from "@/lib/domain/continuation-history";
import { chartTexts } from "@/lib/texts/chart-texts";
import { readDoubt } from "../carried-on/sentence";
import type { ChartContract } from "../contract";
import { readLines } from "./focus";
import { followRatings, listFollowed, type RatingChange } from "./model";
import { describeChange, readChange, titleChange } from "./sentence";
import { tabulateChange } from "./table";
import { chooseYears } from "./years";

export const ratingChange: ChartContract<"rating-change", RatingChange> = {
  name: "rating-change",
  title: "続く重点目標の達成度の動き",
  description: "前の年度から続く重点目標の達成度が、上がったか下がったかを、一件ずつの線か、件数の帯で示します。",
  english: {
    title: "Ratings of goals that were carried on",
    description: "Whether the ratings of priority goals carried on from an earlier year rose or fell: a line for each goal, or bands with counts.",
  },
  of: ["goals"],
  measure: ["count"],
  by: ["year"],
  needs: ["goals", "continuations"],
  takesFocus: ["goal", "rating"],
  spans: true,
  page: "carried-on",
  describe(rows, { filter: { departments, policyAreas, policyGoals }, from = null, to = null, focus, language }) {
    const history = selectHistory(rows.history, { departments, policyAreas, policyGoals });
    const change = followRatings(history, rows.plans, chooseYears({ ...rows, history }, { from, to }), language, focus);
    const texts = chartTexts(language);
    return {
      title: titleChange(change),
      reading: texts.join(readChange(change), readLines(change)),
      basis: texts.join(describeChange(change), change.carriedOn ? readDoubt(change.carriedOn, texts) : ""),
      table: tabulateChange(change),
      model: change,
      empty: change.lines.length === 0,
      span: change.years,
      ...(change.years && { fiscalYears: listFollowed(change, change.years) }),
    };
  },
};
