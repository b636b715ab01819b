import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { readDocument } from "@/lib/document/read";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { DepartmentPlan, Initiative, PriorityGoal, RatingScaleEntry, Target } from "@/lib/domain/plan";
import { createRandom } from "@/lib/generation/random";

/** Years of the generated plans, so that 200 departments make 2,000 plans. */
const FIRST_YEAR = 2016;
const YEARS = 10;

const RATINGS = ["A", "B", "B", "C", "D"];

/**
 * Writes `count` documents in the real documents' form into a folder. Their structure and passages are recombined
 * from the documents of another folder; each is marked 架空 (fictitious) and is a department's and year's plan of its
 * own. The same documents and `seed` give the same bytes. Unlike `npm run generate` it makes text, for the reader to read.
 */
export async function generateDocuments(documents: string, folder: string, count: number, seed: number): Promise<void> {
  const plans = await readPlans(documents);
  const random = createRandom(String(seed)).next;
  await mkdir(folder, { recursive: true });
  for (let index = 0; index < count; index += 1) {
    const name = `${FIRST_YEAR + (index % YEARS)}-fictitious-${String(Math.floor(index / YEARS)).padStart(4, "0")}.txt`;
    await writeFile(path.join(folder, name), printDocument(plans, index, random));
  }
}

async function readPlans(folder: string): Promise<DepartmentPlan[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith(".")).sort();
  const files = await Promise.all(names.map((name) => readFile(path.join(folder, name))));
  return files.flatMap((bytes) => readDocument(bytes, { municipality: "架空市" }).plans.map(({ plan }) => plan));
}

function printDocument(plans: readonly DepartmentPlan[], index: number, random: () => number): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const year = formatFiscalYear(FIRST_YEAR + (index % YEARS));
  const department = `架空第${Math.floor(index / YEARS) + 1}部`;
  const goals = plans.flatMap((plan) => plan.priorityGoals);
  const scale = plans.at(-1)?.ratingScale ?? [];
  const results = goals.flatMap((goal) => goal.initiatives.flatMap(({ reportedResult }) => reportedResult ?? []));
  const closing = goals.filter((goal) => goal.overallAssessment !== null);
  const chosen = Array.from({ length: 4 + Math.floor(random() * 4) }, () => pick(goals));
  const ratings = chosen.map(() => pick(RATINGS));
  return [
    `${year} ${department}の運営方針\n`,
    `部\t${department}\t部長\t架空 太郎\n監\t架空 花子（架空担当）\n`,
    `【基本方針】\n\n${pick(results)}\n\n${pick(results)}\n`,
    "【重点目標】\n",
    ...chosen.map((goal, at) => printSummary(goal, at + 1, ratings[at]!, year)),
    "\n【達成度について】\n",
    ...scale.map(({ rating, label, criterion }) => `- ${rating}：${label}（${criterion}）`),
    ...chosen.map((goal, at) => {
      const { overallAssessment, futureConsiderations } = pick(closing);
      const targets = goal.targets.map((target) => printTarget(target, pick(results), pick(RATINGS), scale));
      const initiatives = goal.initiatives.map((initiative) => printInitiative(initiative, pick(results)));
      return [
        `\n部\t${department}\n---\t-------\n\n重点目標 ${at + 1}\t${goal.title}\n--------\t---\n`,
        ...targets,
        ...initiatives,
        `総合評価・総括\n${overallAssessment}\n\n全体の達成度\n${printRating(ratings[at]!, scale)}\n`,
        `今後検討すべきこと\n${futureConsiderations}\n`,
      ].join("\n");
    }),
  ].join("\n");
}

function printSummary({ policyGoal, policyArea, title }: PriorityGoal, number: number, rating: string, year: string): string {
  return `${number}\t目標\t(${policyGoal?.code}) ${policyGoal?.name}\t分野\t${policyArea}\t${year} 達成状況\n\t${title}\t\t\t\t${rating}`;
}

function printTarget({ text }: Target, achievement: string, rating: string, scale: readonly RatingScaleEntry[]): string {
  return `今年度の達成目標\n${text}\n\n達成状況\t達成度\n${oneLine(achievement)}\t${printRating(rating, scale)}\n`;
}

function printInitiative({ text, responsibleUnit }: Initiative, result: string): string {
  return `具体的取組\n${text}\n\n具体的な取組実績\n${result}\n\n所管室・課\t${responsibleUnit}\n-------\t-------\n`;
}

function printRating(rating: string, scale: readonly RatingScaleEntry[]): string {
  return `${rating} ${scale.find((entry) => entry.rating === rating)?.label}`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}
