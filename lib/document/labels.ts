/** What a heading announces. `goals` is 重点目標 over the summary table, `goal` one goal's own heading, `ignored` one under which nothing is the plan's own, `unknown` one that no field is for. */
export type Label =
  | "municipality"
  | "year"
  | "department"
  | "officer"
  | "basicPolicy"
  | "goals"
  | "goal"
  | "scale"
  | "number"
  | "policyGoal"
  | "policyArea"
  | "target"
  | "achievement"
  | "rating"
  | "initiative"
  | "result"
  | "unit"
  | "assessment"
  | "overallRating"
  | "future"
  | "initiativeRating"
  | "ignored"
  | "unknown";

/** Headings of what a goal's own section holds. */
export const OF_GOAL = [
  "target",
  "achievement",
  "rating",
  "initiative",
  "result",
  "unit",
  "assessment",
  "overallRating",
  "future",
] as const satisfies readonly Label[];

/** Each heading as the form out prints it (`lib/form`); the reader knows it by just these words (`forms/kashiwara.json`). */
export const PRINTED_HEADINGS = {
  department: "部",
  basicPolicy: "基本方針",
  goals: "重点目標",
  scale: "達成度について",
  policyGoal: "目標",
  policyArea: "分野",
  target: "今年度の達成目標",
  achievement: "達成状況",
  rating: "達成度",
  initiative: "具体的取組",
  result: "具体的な取組実績",
  unit: "所管室・課",
  assessment: "総合評価・総括",
  overallRating: "全体の達成度",
  future: "今後検討すべきこと",
  ignored: "前年度（参考）",
} as const satisfies Partial<Record<Label, string>>;
