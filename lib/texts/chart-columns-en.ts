type Label = readonly [label: string, description: string];

const YEAR: Label = ["Fiscal year", "Fiscal year by the western calendar. It begins in April"];
const YEAR_JA: Label = ["Fiscal year (era)", "Fiscal year as the documents write it"];

/** Columns of the charts that count ratings. */
const DISTRIBUTION: Record<string, Label> = {
  group: ["Group", "Name of the policy area, policy goal or department as the documents have it. Empty where none is stated"],
  fiscal_year: YEAR,
  fiscal_year_ja: YEAR_JA,
  rating: ["Letter", "Letter of the rating. Empty where it is not rated, or there is nothing to count"],
  rating_label: ["Rating", "Letter of the rating and what it means"],
  count: ["Count", "How many have this rating"],
  carried: [
    "Carried on",
    "How many of them were carried on from the earlier year, candidates found by a program included. Empty for years of which nothing is told",
  ],
  carried_confirmed: ["Confirmed by staff", "How many of `carried` have links that staff confirmed, each of them"],
  focused: ["Brought out", "How many of them the chart brings out"],
  share: ["Share", "Share of those that are rated (`rated`). Empty where not rated"],
  rated: ["Rated", "How many are rated"],
  total: ["Total", "How many there are"],
};

const FOCUSED: Label = ["Brought out", "1 for what the chart brings out, else 0"];

const side = (name: "before" | "after", label: string): Record<string, Label> => ({
  [`${name}_fiscal_year`]: [`${label}: fiscal year`, YEAR[1]],
  [`${name}_fiscal_year_ja`]: [`${label}: fiscal year (era)`, YEAR_JA[1]],
  [`${name}_department`]: [`${label}: department`, "Department of the goal"],
  [`${name}_id`]: [`${label}: id`, "Id of the goal or initiative"],
  [`${name}_title`]: [label, "Title of the goal, or text of the initiative, as the document has it"],
  [`${name}_rating`]: [`${label}: letter`, "Letter of the rating. Empty where it is not rated"],
  [`${name}_rating_label`]: [`${label}: rating`, "Letter of the rating and what it means"],
});

const LINK: Record<string, Label> = { ...side("before", "Before"), ...side("after", "After") };

/** English labels and descriptions of charts' columns, by chart and by the column's name in files. */
export const CHART_COLUMNS_EN: Record<string, Record<string, Label>> = {
  "rating-distribution": DISTRIBUTION,
  "rating-by-year": DISTRIBUTION,
  headline: DISTRIBUTION,
  "rating-change": {
    ...LINK,
    between: ["Years between", "Ratings of the years between that can be compared with both ends. Empty where there are none"],
    move: ["Change", "How the rating moved. Moves to or from outside the order, from or to not rated, or between different standards are no rise or fall"],
    status: ["Checked", "Whether it is a candidate found by a program, or a continuation that staff confirmed"],
    score: ["Likelihood", "How likely the link is; over several years that of the weakest"],
    focused: FOCUSED,
  },
  "continuation-ribbon": {
    ...LINK,
    relation: ["Relation", "Continued, merged, split or related; or no successor found, or not in the document before"],
    score: ["Likelihood (estimated)", "How likely it is that it goes on. Empty in rows without a link"],
    status: ["Status", "Candidate found by a program, confirmed, added or rejected. Empty in rows without a link"],
    focused: FOCUSED,
  },
  municipalities: {
    municipality: [
      "Municipality",
      "Name of the municipality. Each rates itself; they are not to be compared. One whose name ends in a mark for invention (kakū) does not exist",
    ],
    fiscal_year: YEAR,
    fiscal_year_ja: YEAR_JA,
    rating: [
      "Letter",
      "Letter of the rating. The same letter need not mean the same in another municipality. Empty where it is not rated, or there is nothing to count",
    ],
    rating_label: ["Rating", "Letter of the rating and what it means in this municipality"],
    count: ["Count", "How many have this rating"],
    share: ["Share", "Share of the municipality’s own that are rated (`rated`). Empty where not rated"],
    rated: ["Rated", "How many of the municipality are rated"],
    total: ["Total", "How many the municipality has"],
    scale: ["Scale", "All ratings of the municipality’s scale. Empty where no year is rated"],
  },
  goal: {
    part: ["Kind", "goal (this one), kin (goals of other years), target, initiative"],
    fiscal_year: YEAR,
    fiscal_year_ja: YEAR_JA,
    goal_id: ["Id", "Id of the priority goal"],
    item: ["Item", "What the row is of"],
    text: ["Text", "Title of the goal, or text of the target or initiative, as the document has it"],
    rating: ["Rating", "Rating by the document. Empty where it is not rated, or the document has no place for one"],
    rating_label: ["Meaning", "What the rating means by its document’s scale"],
    responsible_unit: ["Responsible", "Section that answers for the initiative"],
    relation: ["Relation", "How a goal of another year is linked to this one. What staff have not confirmed is a candidate"],
  },
  comparison: {
    field: ["Field", "title, target, achievement, considered (old points to consider beside new targets), initiative, result, assessment"],
    item: ["Item", "What stands beside each other"],
    side: ["Side", "before (the older year), after (the newer year)"],
    fiscal_year: YEAR,
    fiscal_year_ja: YEAR_JA,
    goal_id: ["Id", "Id of the priority goal that the text is of"],
    label: ["Which", "Which goal, target or initiative the text is of, where a side has several"],
    text: ["Text", "The text as the document has it. Empty where it has none"],
    share_kept: ["Share kept", "Of the letters of both sides, the lesser share that the other side has too (0–1). Empty where one side has no text"],
  },
  attention: {
    fiscal_year: YEAR,
    fiscal_year_ja: YEAR_JA,
    goal_id: ["Id", "Id of the priority goal. Empty in a year’s summary"],
    title: ["Priority goal", "Title of the priority goal as the document has it. Empty in a year’s summary"],
    policy_area: ["Policy area", "Policy area as the document has it"],
    rating: ["Rating", "Rating of the priority goal. Empty where it is not rated"],
    rule: ["Kind", "fallen-rating, low-rating (lower half of its scale), outside-order, not-rated, or the kind of disagreement"],
    reason: ["Reason", "Why it needs a look"],
    count: ["Count", "Number of priority goals"],
    focused: FOCUSED,
  },
};

/** Units of numbers in English. */
export const UNITS_OF_NUMBERS_EN: Record<string, string> = { 件: "number", "割合（0–1）": "share (0–1)", "年度（西暦）": "fiscal year", "0–1": "0–1" };
