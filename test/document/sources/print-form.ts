import type { DepartmentPlan, PriorityGoal, Rating, RatingScaleEntry } from "@/lib/domain/plan";
import { entriesInForce } from "@/lib/domain/rating/form";
import type { PlanFile } from "../arbitraries";
import type { Layout } from "../layout";

/** A cell of a form's table; lines are parted by `\n`. */
export interface FormCell {
  text: string;
  columns?: number;
  rows?: number;
}

/** A part of an office's form: paragraphs under each other, or a table, of which every row fills the same width. */
export type FormBlock = { lines: string[] } | { table: FormCell[][] };

/** A plan set in a form as Word and Excel have them, and the plan as a reader should get it. */
export interface PrintedForm {
  blocks: FormBlock[];
  plan: DepartmentPlan;
}

/** Sets the first plan of a file in a form: headings beside their values, above them, in tables of their own or in one for each goal. */
export function printForm(file: PlanFile, layout: Layout): PrintedForm {
  const [source] = file.plans;
  const year = source!.fiscalYear >= 2020 ? `令和${source!.fiscalYear - 2018}年度` : `${source!.fiscalYear}年度`;
  const title = layout.pick(`${year} ${source!.department}の運営方針`, `${source!.department} 運営方針（${year}）`, `${year}　${source!.department}　運営方針`);
  const plan = { ...source!, title };
  const withSummary = !layout.chance(4);
  const goals = plan.priorityGoals.map((goal) => (withSummary ? goal : { ...goal, listedRating: null }));
  const blocks: FormBlock[] = [
    { lines: [title] },
    ...printOfficers(plan, layout),
    ...printPolicy(plan, layout),
    ...(withSummary ? printSummary(goals, plan.ratingScale, year, layout) : []),
    ...(plan.ratingScale.length > 0 ? printScale(plan.ratingScale, layout) : []),
    ...goals.flatMap((goal) => printGoal(goal, { plan, withPolicy: !withSummary, layout })),
  ];
  return { blocks, plan: { ...plan, priorityGoals: goals, stage: isEvaluated(goals) ? "evaluated" : "plan" } };
}

/** Rows of pairs, of as many columns: what is missing at the end is empty. */
function printOfficers({ department, officers }: DepartmentPlan, layout: Layout): FormBlock[] {
  const pairs = [
    [layout.pick("部(局)", "部", "部局名"), department],
    ...officers.map(({ post, name, duty }) => [post, duty === null ? name : `${name}（${duty}）`]),
  ];
  if (layout.chance(2)) return [{ table: pairs.map((pair) => pair.map((text) => ({ text }))) }];
  const table = [];
  for (let index = 0; index < pairs.length; index += 2) table.push([...pairs[index]!, ...(pairs[index + 1] ?? ["", ""])].map((text) => ({ text })));
  return [{ table }];
}

function printPolicy({ basicPolicy }: DepartmentPlan, layout: Layout): FormBlock[] {
  if (basicPolicy.length === 0) return [];
  const heading = layout.pick("基本方針", "【基本方針】", "■基本方針");
  switch (layout.pick("lines", "frame", "below")) {
    case "lines":
      return [{ lines: [heading, ...basicPolicy] }];
    case "frame":
      return [{ lines: [heading] }, { table: [[{ text: basicPolicy.join("\n") }]] }];
    case "below":
      return [{ table: [[{ text: [heading, ...basicPolicy].join("\n") }]] }];
  }
}

function printSummary(goals: readonly PriorityGoal[], scale: readonly RatingScaleEntry[], year: string, layout: Layout): FormBlock[] {
  const heading = { lines: [layout.pick("【重点目標】", "重点目標", "■ 重点目標")] };
  const number = (goal: PriorityGoal) => layout.pick(String(goal.number), `(${goal.number})`, `${goal.number}.`);
  const policy = ({ policyGoal }: PriorityGoal) => (policyGoal ? (policyGoal.code === null ? "" : `(${policyGoal.code}) `) + policyGoal.name : "");
  const rating = (goal: PriorityGoal) => printRating(goal.listedRating, scale, layout);
  if (layout.chance(2)) {
    const table = goals.flatMap((goal): FormCell[][] => [
      [
        { text: number(goal), rows: 2 },
        { text: "目標" },
        { text: policy(goal) },
        { text: "分野" },
        { text: goal.policyArea ?? "" },
        { text: `${year} 達成状況` },
      ],
      [{ text: goal.title, columns: 4 }, { text: rating(goal) }],
    ]);
    return [heading, { table }];
  }
  const head = ["番号", "目標", "分野", "重点目標", "達成状況"].map((text) => ({ text }));
  return [
    heading,
    { table: [head, ...goals.map((goal) => [number(goal), policy(goal), goal.policyArea ?? "", goal.title, rating(goal)].map((text) => ({ text })))] },
  ];
}

function printScale(scale: readonly RatingScaleEntry[], layout: Layout): FormBlock[] {
  const heading = { lines: [layout.pick("【達成度について】", "達成度について")] };
  if (layout.chance(2))
    return [heading, { table: scale.map(({ rating, label, criterion }) => [rating, label, criterion].flatMap((text) => (text === null ? [] : [{ text }]))) }];
  return [
    heading,
    { lines: scale.map(({ rating, label, criterion }) => `${rating}${label === null ? "" : `：${label}`}${criterion === null ? "" : `（${criterion}）`}`) },
  ];
}

interface Setting {
  plan: DepartmentPlan;
  withPolicy: boolean;
  layout: Layout;
}

type Record = [heading: string, value: string][];

function printGoal(goal: PriorityGoal, { plan, withPolicy, layout }: Setting): FormBlock[] {
  const rate = (rating: Rating | null) => printRating(rating, plan.ratingScale, layout);
  const head: FormCell[][] = [[{ text: `重点目標${layout.pick(" ", "")}${goal.number}` }, { text: goal.title }]];
  if (withPolicy && goal.policyGoal)
    head.push([{ text: "目標" }, { text: (goal.policyGoal.code === null ? "" : `(${goal.policyGoal.code}) `) + goal.policyGoal.name }]);
  if (withPolicy && goal.policyArea) head.push([{ text: "分野" }, { text: goal.policyArea }]);
  const targets = goal.targets.map(
    (each): Record => [
      ["今年度の達成目標", each.text],
      ["達成状況", each.achievement ?? ""],
      ["達成度", rate(each.rating)],
    ],
  );
  const initiatives = goal.initiatives.map(
    (each): Record => [
      ["具体的取組", each.text],
      ["具体的な取組実績", each.reportedResult ?? ""],
    ],
  );
  const units = goal.initiatives.map((each): Record => [["所管室・課", each.responsibleUnit ?? ""]]);
  const whole: Record = [
    ["総合評価・総括", goal.overallAssessment ?? ""],
    ["全体の達成度", rate(goal.overallRating)],
  ];
  const future: Record = [["今後検討すべきこと", goal.futureConsiderations ?? ""]];
  const unitInRow = layout.chance(2);
  const tables = [
    ...printRecords(targets, layout),
    ...(unitInRow
      ? printRecords(
          initiatives.map((record, index): Record => [...record, ...units[index]!]),
          layout,
        )
      : initiatives.flatMap((record, index) => [
          ...printRecords([record], layout),
          ...units[index]!.map(([heading, value]): FormCell[][] => [[{ text: heading }, { text: value }]]),
        ])),
    ...printRecords([whole], layout),
    ...printRecords([future], layout),
  ];
  if (layout.chance(2)) return [{ table: head }, ...tables.map((table) => ({ table }))];
  return [{ table: fitRows([...head, ...tables.flat()]) }];
}

/** Records in one of the ways: headings above, once or for each; beside; or each value below its heading. */
function printRecords(records: readonly Record[], layout: Layout): FormCell[][][] {
  if (records.length === 0) return [];
  const headings = (record: Record) => record.map(([text]) => ({ text }));
  const values = (record: Record) => record.map(([, text]) => ({ text }));
  switch (layout.pick("once", "each", "beside", "below")) {
    case "once":
      return [[headings(records[0]!), ...records.map(values)]];
    case "each":
      return records.map((record) => [headings(record), values(record)]);
    case "beside":
      return records.map((record) => record.map(([heading, text]) => [{ text: heading }, { text }]));
    case "below":
      return records.map((record) => record.flatMap(([heading, text]) => [[{ text: heading }], [{ text }]]));
  }
}

/** Rows of one table, as wide as the widest: the last cell of each spans the rest, others by twos. */
function fitRows(rows: FormCell[][]): FormCell[][] {
  const width = 6;
  return rows.map((row) => row.map((cell, index) => ({ ...cell, columns: index === row.length - 1 ? width - 2 * index : 2 })));
}

function printRating(rating: Rating | null, scale: readonly RatingScaleEntry[], layout: Layout): string {
  if (rating === null) return "";
  const label = entriesInForce(scale).find((entry) => entry.rating === rating)?.label;
  return label ? layout.pick(rating, `${rating} ${label}`, `${rating}：${label}`, `${rating}\n${label}`) : rating;
}

function isEvaluated(goals: readonly PriorityGoal[]): boolean {
  return goals.some(
    (goal) =>
      [goal.listedRating, goal.overallRating, goal.overallAssessment, goal.futureConsiderations].some((value) => value !== null) ||
      goal.targets.some(({ achievement, rating }) => achievement !== null || rating !== null) ||
      goal.initiatives.some(({ reportedResult }) => reportedResult !== null),
  );
}
