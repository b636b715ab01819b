import type { PriorityGoal, RatingScaleEntry } from "@/lib/domain/plan";
import type { Page } from "./page";
import { type Part, printGroup, printRows } from "./print-group";

interface Setting {
  ratingScale: readonly RatingScaleEntry[];
  /** Whether 目標 and 分野 stand in the goal's own section. */
  withPolicy: boolean;
  isListed: boolean;
}

/** Sets one goal's own section. */
export function printGoal(page: Page, goal: PriorityGoal, setting: Setting): void {
  const { layout } = page;
  printGoalHeading(page, goal);
  if (setting.withPolicy) {
    if (goal.policyGoal) page.labelled("目標", page.policyGoal(goal.policyGoal).join(" "));
    if (goal.policyArea) page.labelled("分野", goal.policyArea);
  }
  const words = chooseWords(page);
  const part = (heading: string, value: string | null): Part => ({ heading, value: value === null ? null : escapeLines(page, value), short: false });
  const rate = (heading: string, rating: string | null): Part => {
    const text = page.rating(rating, setting.ratingScale);
    return { heading, value: text === "" ? null : text, short: true };
  };
  printItems(
    page,
    goal.targets.map(({ text, achievement, rating }) => ({
      item: part(words.target, text),
      values: [part(words.achievement, achievement), rate(words.rating, rating)],
    })),
    true,
  );
  page.gap();
  printItems(
    page,
    goal.initiatives.map(({ text, reportedResult, responsibleUnit }) => ({
      item: part(words.initiative, text),
      values: [part(words.result, reportedResult), { heading: words.unit, value: responsibleUnit, short: true }],
    })),
    false,
  );
  page.gap();
  printGroup(page, [part(words.assessment, goal.overallAssessment), rate(words.overall, goal.overallRating)], "optional");
  if (layout.chance(4)) page.gap();
  printGroup(page, [part(words.future, goal.futureConsiderations)], "optional");
}

function printGoalHeading(page: Page, { number, title }: PriorityGoal): void {
  const { layout } = page;
  const word = layout.pick("重点目標", "重点課題");
  const digits = layout.pick(` ${number}`, String(number), page.wide(` ${number}`), `(${number})`, `【${number}】`, `その${number}`, ` No.${number}`);
  const heading = word + digits;
  const text = page.escape(title);
  switch (layout.pick("tab", "tab", "below", "colon", "blank", "cell", "pipe")) {
    case "tab":
      return page.put(`${heading}\t${text}`, ...layout.pick([], ["--------\t-----------"]));
    case "below":
      page.put(`${layout.pick("", "## ", "■")}${heading}`);
      page.gap();
      return page.put(text);
    case "colon":
      return page.put(`${heading}${layout.pick("：", ": ")}${text}`);
    case "blank":
      return page.put(`${layout.pick("", "### ", "◆")}${heading}${layout.pick(" ", "　")}${text}`);
    case "cell":
      return page.put(`${word}\t${number}\t${text}`);
    case "pipe":
      return page.put(`| ${heading} | ${text.replaceAll("|", "\\|")} |`, "|---|---|");
  }
}

function chooseWords(page: Page) {
  const { layout } = page;
  return {
    target: layout.pick("今年度の達成目標", "今年度達成目標", "達成目標", "本年度の達成目標", "令和7年度の達成目標"),
    achievement: layout.pick("達成状況", "目標の達成状況"),
    rating: layout.pick("達成度", "達成度", "目標達成度"),
    initiative: layout.pick("具体的取組", "具体的な取組", "具体的取組み", "具体的な取り組み", "具体的な取組内容"),
    result: layout.pick("具体的な取組実績", "具体的取組実績", "具体的な取組みの実績", "具体的な取組結果"),
    unit: layout.pick("所管室・課", "所管課", "担当課", "所管室･課", "担当室・課"),
    assessment: layout.pick("総合評価・総括", "総合評価", "総括", "総合評価及び総括"),
    overall: layout.pick("全体の達成度", "全体達成度", "総合達成度"),
    future: layout.pick("今後検討すべきこと", "次年度以降に向けて検討すべきこと", "今後の検討課題", "次年度以降に検討すべきこと"),
  };
}

interface Item {
  item: Part;
  values: Part[];
}

/** Items with their values one by one, in blocks, in a table, or first one by one and then in blocks. */
function printItems(page: Page, items: readonly Item[], canLeaveOut: boolean): void {
  const { layout } = page;
  if (items.length === 0) return;
  const form = layout.pick("pairs", "pairs", "blocks", "table", "mixed", "rows, then one by one");
  if (form === "pairs") return printPairs(page, items);
  if (form === "blocks") return printBlocks(page, items);
  if (form === "mixed") {
    printPairs(page, items.slice(0, 1), false);
    if (items.length > 1) printBlocks(page, items.slice(1));
    return;
  }
  if (form === "table")
    return printTable(
      page,
      items.map(({ item, values }) => [item, ...values]),
    );
  // 具体的取組 and 具体的な取組実績 beside each other, 所管室・課 below.
  for (const { item, values } of items) {
    const [first, ...others] = values;
    printGroup(page, first ? [item, first] : [item], "beside");
    for (const other of others) printGroup(page, [other], canLeaveOut ? "optional" : "always");
  }
}

function printPairs(page: Page, items: readonly Item[], canRepeat = true): void {
  const { layout } = page;
  const leaveOut = layout.pick("optional" as const, "always" as const);
  for (const { item, values } of items) {
    printGroup(page, [item], "always");
    const ordered = layout.chance(3) ? [...values].reverse() : values;
    if (layout.chance(2)) printGroup(page, ordered, leaveOut);
    else for (const value of ordered) printGroup(page, [value], leaveOut);
    const [first] = ordered;
    // A stray heading with nothing under it, where each item has its own: nothing shifts.
    if (canRepeat && leaveOut === "always" && first && layout.chance(6)) printGroup(page, [{ ...first, value: null }], "alone");
  }
}

function printBlocks(page: Page, items: readonly Item[]): void {
  const { layout } = page;
  const first = items[0];
  if (!first) return;
  const isBeside = layout.chance(2);
  if (layout.chance(4))
    printRows(
      page,
      items.map(({ item }) => [item]),
    );
  else for (const { item } of items) printGroup(page, [item], "always");
  const columns = isBeside
    ? [first.values.map((_, index) => index)]
    : layout.pick(
        first.values.map((_, index) => [index]),
        first.values.map((_, index) => [index]).reverse(),
      );
  for (const indexes of columns) {
    const rows = items.map(({ values }) => indexes.flatMap((index) => values[index] ?? []));
    if (rows.flat().every(({ value }) => value === null) && layout.chance(2)) continue;
    if (indexes.length > 1 && layout.chance(2)) printRows(page, rows);
    else for (const row of rows) printGroup(page, row, "always");
  }
}

/** Rows of one table: one header for all, or repeated above each. */
function printTable(page: Page, rows: readonly Part[][]): void {
  if (page.layout.chance(2)) printRows(page, rows);
  else for (const row of rows) printGroup(page, row, "beside");
}

function escapeLines(page: Page, text: string): string {
  return text
    .split("\n")
    .map((line) => page.escape(line))
    .join("\n");
}
