import { settleFilter } from "@/db/queries/city-order";
import { readContinuations, readGoalHistory } from "@/db/queries/continuations";
import { findGoal } from "@/db/queries/goal";
import { listGoals } from "@/db/queries/goals";
import { listPlans } from "@/db/queries/plans";
import { groupInitiatives, type InitiativeGroup, listOtherGoals } from "@/lib/charts/comparison/initiatives";
import type { ChartRows } from "@/lib/charts/contract";
import { listOnTheWay } from "@/lib/charts/goal/rating-history-layout";
import type { Chart } from "@/lib/charts/registry";
import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import { municipalityFilterOf, takesPlan } from "@/lib/domain/goal-filter";
import { municipalityOf } from "@/lib/domain/identifier";
import { findBefore } from "@/lib/domain/kin";
import type { GoalDetail } from "@/lib/domain/rows";
import { ID } from "@/lib/parameters/choices";
import type { View } from "@/lib/parameters/view";
import { quote } from "@/lib/query-parameters";
import { RequestError } from "@/lib/request-error";
import { comparisonJa } from "@/lib/texts/comparison-ja";
import { readMunicipalityRows } from "./municipality-rows";
import type { Site } from "./open-site";
import { readSite } from "./read-site";

/** The rows that a chart is made of, and where they come from. */
export interface ReadRows {
  site: Site;
  view: View;
  rows: ChartRows;
  /** What the title is to name, unless it does so already. */
  scope: View["filter"];
}

/** Reads the rows of a chart, as its definition says which it needs. Throws `RequestError` for an unknown dataset, municipality or goal, and where nothing was taken in yet. */
export function readChartRows(definition: Chart, asked: View): Promise<ReadRows> {
  if (definition.takesMunicipalities) return readSeveral(asked);
  return definition.takesGoal ? readGoalRows(definition, asked) : readChosenRows(definition, asked);
}

/** Municipalities asked for that a title names; of more it says nothing. */
const MOST_NAMED = 3;

async function readSeveral(view: View): Promise<ReadRows> {
  const { municipalities, fiscalYears } = view.filter;
  const site = await readSite(view.dataset, municipalities?.[0]);
  const rows = await readMunicipalityRows(site, view);
  const named = municipalities && municipalities.length <= MOST_NAMED;
  return { site, view, rows, scope: { ...(named && { municipalities }), ...(fiscalYears && { fiscalYears }) } };
}

async function readChosenRows(definition: Chart, asked: View): Promise<ReadRows> {
  const site = await readSite(asked.dataset, asked.filter.municipalities?.[0]);
  const { database, dataset } = site;
  const view = { ...asked, filter: settleFilter(dataset, asked.filter) };
  const { departments } = view.filter;
  const { fiscalYears: _, ...ofAnyYear } = view.filter;
  // A chart of links shows the year at their other end, too, and says which years it rests on.
  const ofPlans = definition.needs.includes("goals") ? view.filter : ofAnyYear;
  const plans = (await listPlans(database, dataset)).filter((plan) => takesPlan(ofPlans, plan));
  const [ofGoals, ofLinks] = [definition.needs.includes("goals"), definition.needs.includes("continuations")];
  const goals = ofGoals ? await listGoals(database, dataset, view.filter) : [];
  const history = ofLinks
    ? await readContinuations(database, dataset, {
        ...(!definition.marksCarried && { level: view.of === "initiatives" ? "initiative" : "goal" }),
        reasons: !ofGoals && (departments ?? true),
      })
    : { items: [], comparisons: [] };
  return { site, view, rows: { plans, goals, history }, scope: asked.filter };
}

/** One goal, the goals that it goes back to and lives on in, and the plans of those that the chart tells of. Its id names its municipality. */
async function readGoalRows(definition: Chart, view: View): Promise<ReadRows> {
  const id = view.goal ?? "";
  const { database, dataset } = await readSite(view.dataset);
  const goal = await findGoal(database, dataset, id);
  if (!goal) throw new RequestError("not_found", ({ noGoal }) => noGoal(quote(id)), ID.name);
  const site = await readSite(view.dataset, municipalityOf(id));
  const history = await readGoalHistory(site.database, site.dataset, id);
  const needsOrigins = "needsOrigins" in definition;
  const origins = needsOrigins ? await readOriginGoals(site, goal, history) : [];
  const told = [goal, ...(needsOrigins ? origins : listOnTheWay(history, id))];
  const plans = (await listPlans(site.database, site.dataset)).filter((plan) =>
    told.some(({ fiscalYear, department }) => plan.fiscalYear === fiscalYear && plan.department === department),
  );
  return { site, view, rows: { plans, goals: [], history, goal, origins }, scope: municipalityFilterOf(id) };
}

/** All goals that 新旧対照 of a goal is made of besides it. */
export async function readOriginGoals(...read: Parameters<typeof readOrigins>): Promise<GoalDetail[]> {
  const { predecessors, others } = await readOrigins(...read);
  return [...predecessors, ...others];
}

/** What a goal came from in the newest year that has any. */
export interface Origins {
  /** Whole, the surest first. */
  predecessors: GoalDetail[];
  /** Initiatives of it and of these, as links pair them. */
  groups: InitiativeGroup[];
  /** Other goals of those initiatives, whole. */
  others: GoalDetail[];
}

/** Reads what a goal came from; nothing where it came from nothing. */
export async function readOrigins(site: Pick<Site, "database" | "dataset">, goal: GoalDetail, history: ContinuationHistory): Promise<Origins> {
  const before = findBefore(history, goal.id, goal.fiscalYear);
  const ids = before?.continuing.map(({ item }) => item.goalId) ?? [];
  if (!before || ids.length === 0) return { predecessors: [], groups: [], others: [] };
  const predecessors = await readGoals(site, ids);
  const groups = groupInitiatives(history, { from: before.year, to: goal.fiscalYear, goals: [goal.id, ...ids] }, comparisonJa);
  return { predecessors, groups, others: await readGoals(site, listOtherGoals(groups, [goal, ...predecessors])) };
}

/** Goals of these ids, whole. */
export async function readGoals({ database, dataset }: Pick<Site, "database" | "dataset">, ids: readonly string[]): Promise<GoalDetail[]> {
  const goals = await Promise.all(ids.map((id) => findGoal(database, dataset, id)));
  return goals.filter((goal) => goal !== null);
}
