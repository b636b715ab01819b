import type { DepartmentPlan, PriorityGoal, Rating, RatingScaleEntry } from "@/lib/domain/plan";
import type { PlanFile } from "./arbitraries";
import { Layout } from "./layout";
import { Page } from "./page";
import { printGoal } from "./print-goal";

/** A printed file, with the plans that a reader should get from it. */
export interface PrintedFile {
  text: string;
  plans: DepartmentPlan[];
}

/** Sets a file of plans in a layout. What the layout leaves no place for (a title, a listed rating) is dropped from the plans. */
export function printPlanFile(file: PlanFile, choices: readonly number[]): PrintedFile {
  const layout = new Layout(choices);
  const page = new Page(layout);
  const plans: DepartmentPlan[] = [];
  const sharedTitle = `${printYear(file)}${["各部局の重点課題の取組結果", " 各部(局)の運営方針", "　運営方針"][file.titleForm % 3] ?? ""}`;
  if (file.titles === "shared") page.put(page.layout.pick("", "# ") + sharedTitle);
  if (file.titles === "year only") page.put(layout.pick(printYear(file), `（${printYear(file)}）`));
  for (const [index, plan] of file.plans.entries()) {
    page.gap();
    let title: string | null = file.titles === "shared" ? sharedTitle : null;
    if (file.titles.startsWith("own")) {
      title = printTitle(file, plan, file.titles === "own" || index === 0);
      page.put(layout.pick("", "# ", "■") + title);
      page.gap();
    }
    const printed = { ...plan, title };
    printOfficers(page, printed, title?.includes(plan.department) ?? false);
    plans.push(printSections(page, printed, file.scale === "each" || (file.scale === "once" && index === 0)));
  }
  return { text: page.text(), plans: plans.map((plan) => ({ ...plan, stage: isEvaluated(plan) ? "evaluated" : "plan" })) };
}

function printYear({ plans, yearForm }: PlanFile): string {
  const year = plans[0]?.fiscalYear ?? 0;
  const wide = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  const reiwa = year >= 2019 ? `令和${year === 2019 ? "元" : year - 2018}年度` : `平成${year - 1988}年度`;
  const forms = [reiwa, wide(reiwa), `${year}年度`, wide(`${year}年度`), year <= 2019 ? `平成${year - 1988}年度` : reiwa];
  return forms[yearForm % forms.length] ?? reiwa;
}

function printTitle(file: PlanFile, { department }: DepartmentPlan, withYear: boolean): string {
  const year = printYear(file);
  if (!withYear) return [`${department}の運営方針`, `${department} 運営方針`][file.titleForm % 2] ?? "";
  const forms = [
    `${year} ${department}の運営方針`,
    `${department} 運営方針（${year}）`,
    `${department}運営方針(${year})`,
    `${year}　${department}　運営方針`,
    `${year} ${department} 重点課題の取組結果`,
    `${department} ${year} 運営方針`,
    `${year} 柏原市 ${department} 運営方針`,
  ];
  return forms[file.titleForm % forms.length] ?? "";
}

function printOfficers(page: Page, { department, officers }: DepartmentPlan, isNamed: boolean): void {
  const { layout } = page;
  const label = layout.pick("部(局)", "部", "部局", "部局名", "部（局）名", "局");
  const names = officers.map(({ name, duty }) => name + (duty === null ? "" : layout.pick(" (|)", "（|）", "(|)").replace("|", duty)));
  const posts = officers.map(({ post }) => layout.pick(post, page.wide(post)));
  const cells = posts.map((post, index) => [post, names[index] ?? ""]);
  for (const [index, officer] of officers.entries()) officer.post = posts[index] ?? officer.post;
  const rows = [[label, department], ...cells];
  switch (layout.pick("pairs", "lines", "header", "inline")) {
    case "pairs":
      if (isNamed && officers.length > 0 && layout.chance(4)) rows.shift();
      for (let index = 0; index < rows.length; index += 2) page.row(rows.slice(index, index + 2).flat());
      break;
    case "lines":
      if (isNamed && layout.chance(3)) rows.shift();
      for (const row of rows) page.row(row);
      break;
    case "header":
      page.table(
        rows.map(([heading]) => heading ?? ""),
        [rows.map(([, value]) => value ?? "")],
      );
      break;
    case "inline":
      for (const [heading, value] of rows) page.put(`${heading}${layout.pick("：", ":", " ", "： ")}${value}`);
  }
}

function printSections(page: Page, plan: DepartmentPlan, withScale: boolean): DepartmentPlan {
  const { layout } = page;
  page.gap();
  if (plan.basicPolicy.length > 0) {
    page.heading(layout.pick("基本方針", "基本姿勢", "部の基本方針"));
    page.paragraphs(plan.basicPolicy);
  }
  const scaleFirst = layout.chance(3);
  if (withScale && scaleFirst) printScale(page, plan.ratingScale);
  const summary = layout.pick("rows", "rows", "split", "table", "lines", "none", "list", "one line");
  let goals = plan.priorityGoals;
  const isPolicyInSection = summary === "none" || summary === "list";
  if (summary === "none") {
    goals = goals.map((goal) => ({ ...goal, listedRating: null }));
    if (layout.chance(2)) page.heading(layout.pick("重点目標", "重点課題"));
  } else {
    page.heading(layout.pick("重点目標", "重点課題"));
    printSummary(page, goals, plan.ratingScale, summary, printYearWord(plan));
  }
  if (withScale && !scaleFirst) printScale(page, plan.ratingScale);
  goals = goals.map((goal) => {
    const bare =
      goal.targets.length + goal.initiatives.length === 0 &&
      goal.overallRating === null &&
      goal.overallAssessment === null &&
      goal.futureConsiderations === null;
    if (bare && summary !== "none" && !(isPolicyInSection && (goal.policyGoal || goal.policyArea)) && layout.chance(2)) return goal;
    page.gap();
    if (layout.chance(2)) page.row([layout.pick("部(局)名", "部", "部局名"), plan.department]);
    printGoal(page, goal, { ratingScale: plan.ratingScale, withPolicy: isPolicyInSection, isListed: summary !== "none" });
    return goal;
  });
  return { ...plan, priorityGoals: goals };
}

function printYearWord({ fiscalYear }: DepartmentPlan): string {
  return fiscalYear >= 2020 ? `令和${fiscalYear - 2018}年度 ` : "";
}

function printSummary(page: Page, goals: readonly PriorityGoal[], scale: readonly RatingScaleEntry[], form: string, year: string): void {
  const { layout } = page;
  const head = layout.pick("達成状況", "達成度", `${year}達成状況`);
  const rating = (goal: PriorityGoal): string => page.rating(goal.listedRating, scale);
  if (form === "table") {
    const number = layout.pick("番号", "No.", "");
    return page.table(
      [number, "目標", "分野", layout.pick("重点目標", "重点課題"), head],
      goals.map((goal) => [page.number(goal.number), page.policyGoal(goal.policyGoal).join(" "), goal.policyArea ?? "", page.escape(goal.title), rating(goal)]),
      "whole",
    );
  }
  const piped = layout.chance(3);
  for (const goal of goals) {
    const number = page.number(goal.number);
    const policy = page.policyGoal(goal.policyGoal);
    switch (form) {
      case "rows":
      case "split": {
        const cells = form === "split" && goal.policyGoal?.code ? policy : [policy.join(" ")];
        const first = [number, "目標", ...cells, "分野", goal.policyArea ?? "", head];
        const second = ["", page.escape(goal.title), ...Array<string>(first.length - 3).fill(""), rating(goal)];
        page.cells(first, piped);
        page.cells(second, piped);
        break;
      }
      case "lines":
        page.put(number);
        if (goal.policyGoal) page.labelled("目標", policy.join(" "));
        if (goal.policyArea) page.labelled("分野", goal.policyArea);
        page.labelled("重点目標", page.escape(goal.title));
        if (goal.listedRating) page.labelled(head, rating(goal));
        break;
      case "list":
        page.cells(goal.listedRating ? [number, page.escape(goal.title), rating(goal)] : [number, page.escape(goal.title)], piped);
        break;
      case "one line":
        page.row([
          number,
          ...(goal.policyGoal ? ["目標", policy.join(" ")] : []),
          ...(goal.policyArea ? ["分野", goal.policyArea] : []),
          "重点目標",
          page.escape(goal.title),
          head,
          rating(goal),
        ]);
    }
    if (layout.chance(4)) page.gap();
  }
}

function printScale(page: Page, scale: readonly RatingScaleEntry[]): void {
  const { layout } = page;
  page.heading(layout.pick("達成度について", "達成度の区分", "評価基準"));
  const form = layout.pick("brackets", "cells", "pipes", "colon");
  const bullet = layout.pick("- ", "・", "", "* ");
  if (form === "pipes") page.put(`| 区分 | 内容 | 基準 |`, "|---|---|---|");
  else if (form === "cells" && layout.chance(2)) page.put("区分\t内容");
  for (const { rating, label, criterion } of scale) {
    const letter = /^[A-Z]$/.test(rating) ? layout.pick(rating, page.wide(rating)) : rating;
    const cells = [letter, ...(label ? [label] : []), ...(criterion ? [criterion] : [])];
    const colon = layout.pick("：", ": ", ":", " ： ");
    if (form === "pipes") page.put(`| ${cells.join(" | ")} |`);
    else if (form === "cells") page.put(cells.join("\t"));
    else if (label === null) page.put(bullet + rating + (form === "colon" ? `${colon}${criterion}` : layout.pick(`（${criterion}）`, `(${criterion})`)));
    else {
      const tail = criterion === null ? "" : form === "colon" ? `${colon.trim()}${criterion}` : layout.pick(`（${criterion}）`, `(${criterion})`);
      page.put(`${bullet}${letter}${colon}${label}${tail}`);
    }
    if (layout.chance(5)) page.put("");
  }
}

function isEvaluated({ priorityGoals }: DepartmentPlan): boolean {
  const values: (Rating | string | null)[] = priorityGoals.flatMap((goal) => [
    goal.listedRating,
    goal.overallRating,
    goal.overallAssessment,
    goal.futureConsiderations,
    ...goal.targets.flatMap(({ achievement, rating }) => [achievement, rating]),
    ...goal.initiatives.map(({ reportedResult }) => reportedResult),
  ]);
  return values.some((value) => value !== null);
}
