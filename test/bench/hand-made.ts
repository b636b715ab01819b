import { homeMunicipality } from "@/db/config";
import { openDatabase } from "@/db/connection/client";
import { findDataset } from "@/db/queries/datasets";
import { findGoal } from "@/db/queries/goal";
import { listGoals } from "@/db/queries/goals";
import { listPlans } from "@/db/queries/plans";
import { type Attention, listAttention } from "@/lib/charts/attention/model";
import { countRatings, type DistributionRow, type RatingDistribution } from "@/lib/charts/rating-distribution/model";
import { headlineRatings, readRatings, titleRatings } from "@/lib/charts/rating-distribution/sentence";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { GoalDetail } from "@/lib/domain/rows";
import { goalHref } from "@/lib/urls";

/** The basis of the page measurements, and the goal page that it holds the facts of. */
export interface HandMade {
  html: string;
  goalPath: string;
}

const ROW = 34;
const UNIT = 26;
const COLORS: Record<string, string> = { a: "#00316a", b: "#0066be", c: "#a85600", d: "#a8112f", e: "#5f646d" };

/**
 * One static HTML page as a careful hand would write it, with inline style, inline SVG and tables, no script: the
 * overview's facts (headline, rating distribution, its reading and table, what needs attention), then the whole text
 * of the goal that first needs attention.
 */
export async function makePage(databaseUrl: string): Promise<HandMade> {
  const db = await openDatabase(databaseUrl);
  try {
    const dataset = await findDataset(db);
    if (!dataset) throw new Error("the database holds no dataset");
    const plans = await listPlans(db, dataset);
    const goals = await listGoals(db, dataset);
    const chart = countRatings(plans, goals, { unit: "goals", measure: "count", by: "area", filter: {} });
    const attention = listAttention(plans, goals, { items: [], comparisons: [] });
    const goalId = attention.items[0]?.goal.id ?? goals[0]?.id ?? "";
    const goal = await findGoal(db, dataset, goalId);
    if (!goal) throw new Error(`goal "${goalId}" is not in the database`);
    const sources = plans.map((plan) => plan.title ?? plan.fileName).join("、");
    const body = [
      printHead(chart),
      printChart(chart),
      printTable(chart),
      printAttention(attention),
      `<p>${escapeMarkup(`出典：${homeMunicipality()} ${sources} データ版 ${dataset.id}`)}</p>`,
      printGoal(goal),
    ];
    return { html: wrap(body.join("\n")), goalPath: goalHref(goal.id) };
  } finally {
    db.$client.close();
  }
}

function printHead(chart: RatingDistribution): string {
  const year = chart.fiscalYears.at(-1);
  return `<h1>${year === undefined ? "" : formatFiscalYear(year)}</h1><p class="lead">${escapeMarkup(headlineRatings(chart))}</p>`;
}

function printChart(chart: RatingDistribution): string {
  const rows = chart.groups.flatMap((group) => group.rows.map((row, index) => ({ row, name: index === 0 ? (group.name ?? "記載なし") : "" })));
  const height = rows.length * ROW;
  const drawn = rows.map(({ row, name }, index) => {
    const labels = `<text y="${index * ROW + 22}">${escapeMarkup(name)}</text><text x="130" y="${index * ROW + 22}">${formatFiscalYear(row.fiscalYear)}</text>`;
    return labels + printMarks(row, index * ROW + 4);
  });
  return `<h2>${escapeMarkup(titleRatings(chart))}</h2>
<svg viewBox="0 0 640 ${height}" width="640" height="${height}" role="group" aria-label="${escapeMarkup(titleRatings(chart))}">${drawn.join("")}</svg>
<p>${escapeMarkup(readRatings(chart))}</p>`;
}

function printMarks(row: DistributionRow, y: number): string {
  const units = row.segments.flatMap((segment) => segment.units.map((unit) => ({ unit, segment })));
  if (units.length === 0) return `<text x="220" y="${y + 18}">–</text>`;
  return units
    .map(({ unit, segment }, index) => {
      const x = 220 + index * (UNIT + 4);
      const color = COLORS[segment.tone];
      const paint = color ? `fill="${color}"` : 'fill="none" stroke="#767b85"';
      return `<a href="${goalHref(unit.goalId)}" data-mark><title>${escapeMarkup(`${unit.name}：${segment.label}`)}</title><rect x="${x}" y="${y}" width="${UNIT}" height="${UNIT}" ${paint}/><text class="letter" x="${x + UNIT / 2}" y="${y + 18}">${escapeMarkup(unit.rating ?? "")}</text></a>`;
    })
    .join("");
}

function printTable(chart: RatingDistribution): string {
  const head = chart.categories.map(({ label }) => `<th>${escapeMarkup(label)}</th>`).join("");
  const groups = [...chart.groups, { name: "全体", rows: chart.totals }];
  const rows = groups.flatMap((group) =>
    group.rows.map((row) => {
      const counts = chart.categories.map(({ rating }) => `<td>${row.segments.find((segment) => segment.rating === rating)?.count ?? "–"}</td>`);
      return `<tr><th>${escapeMarkup(group.name ?? "記載なし")}</th><th>${formatFiscalYear(row.fiscalYear)}</th>${counts.join("")}<td>${row.total}</td></tr>`;
    }),
  );
  return `<table><tr><th>分野</th><th>年度</th>${head}<th>計</th></tr>${rows.join("")}</table>`;
}

function printAttention({ items, notRated }: Attention): string {
  const lines = [
    ...items.map(
      ({ goal, rating, findings }) =>
        `${rating?.rating ?? "–"} ${goal.title}（${formatFiscalYear(goal.fiscalYear)} ${goal.policyArea ?? ""}・${goal.responsibleUnits.join("、")}）${findings.map(({ reason }) => reason).join(" ")}`,
    ),
    ...notRated.map(({ fiscalYear, departments, goals }) => `${formatFiscalYear(fiscalYear)} ${departments.join("、")}の${goals}件：評価未掲載`),
  ];
  return `<h2>確認したいこと</h2><ul>${lines.map((line) => `<li>${escapeMarkup(line)}</li>`).join("")}</ul>`;
}

function printGoal(goal: GoalDetail): string {
  const targets = goal.targetDetails.map(({ text, achievement, rating }) => printCells([text, achievement, rating?.rating ?? null]));
  const initiatives = goal.initiatives.map(({ text, reportedResult, responsibleUnit }) => printCells([text, reportedResult, responsibleUnit]));
  return `<h2>重点目標${goal.number} ${escapeMarkup(goal.title)}（${escapeMarkup(goal.overallRatingText ?? "評価未掲載")}）</h2>
<table><tr><th>今年度の達成目標</th><th>達成状況</th><th>達成度</th></tr>${targets.join("")}</table>
<table><tr><th>具体的取組</th><th>具体的な取組実績</th><th>所管室・課</th></tr>${initiatives.join("")}</table>
<h3>総合評価・総括</h3><p>${escapeMarkup(goal.overallAssessment ?? "–")}</p><h3>今後検討すべきこと</h3><p>${escapeMarkup(goal.futureConsiderations ?? "–")}</p>`;
}

function printCells(cells: readonly (string | null)[]): string {
  return `<tr>${cells.map((cell) => `<td>${escapeMarkup(cell ?? "–")}</td>`).join("")}</tr>`;
}

function wrap(body: string): string {
  return `<!doctype html>
<html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>運営方針の歩み</title><link rel="icon" href="data:,">
<style>body{font-family:"Noto Sans JP","Noto Sans CJK JP",sans-serif;line-height:1.7;max-width:70rem;margin:1rem auto;padding:0 1rem;color:#1a1a1c}h1,h2{line-height:1.4}.lead{font-size:1.4rem}table{border-collapse:collapse}th,td{border:1px solid #d3d6db;padding:.3rem .6rem;text-align:left;vertical-align:top}.letter{fill:#fff;text-anchor:middle}</style>
${body}
</html>
`;
}

function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
