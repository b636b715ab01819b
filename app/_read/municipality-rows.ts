import { listGoals } from "@/db/queries/goals";
import { listMunicipalities } from "@/db/queries/municipalities";
import { listPlans } from "@/db/queries/plans";
import type { ChartRows } from "@/lib/charts/contract";
import { hasRating, MOST_MUNICIPALITIES, selectShownYear } from "@/lib/charts/municipalities/model";
import { type GoalFilter, takesPlan } from "@/lib/domain/goal-filter";
import type { GoalRow, MunicipalityRow } from "@/lib/domain/rows";
import type { View } from "@/lib/parameters/view";
import type { Site } from "./open-site";
import { refuseMunicipality } from "./read-site";

/**
 * The rows of several municipalities, each of the year that it is shown by: those asked for, in their order, else the
 * first of the list, as many as an address could name. Throws `RequestError` for one that there are no plans of.
 */
export async function readMunicipalityRows(
  { database, dataset }: Pick<Site, "database" | "dataset">,
  { filter, of }: Pick<View, "filter" | "of">,
): Promise<ChartRows> {
  const all: readonly MunicipalityRow[] = await listMunicipalities(database, dataset);
  const find = (id: string): MunicipalityRow => all.find((each) => each.id === id) ?? refuseMunicipality(id);
  const shown = filter.municipalities?.map(find) ?? all.slice(0, MOST_MUNICIPALITIES);
  const rows: Awaited<ReturnType<typeof readShownYear>>[] = [];
  for (const { id } of shown)
    rows.push(await readShownYear({ database, dataset: { ...dataset, municipalityId: id } }, filter, of === "targets" ? of : "goals"));
  return {
    plans: rows.flatMap(({ plans }) => plans),
    goals: rows.flatMap(({ goals }) => goals),
    history: { items: [], comparisons: [] },
    municipalities: shown.map(({ name }) => name),
    otherMunicipalities: filter.municipalities ? 0 : all.length - shown.length,
  };
}

/** Reads no more of a municipality than its years down to the newest that is rated. */
async function readShownYear({ database, dataset }: Pick<Site, "database" | "dataset">, { fiscalYears }: GoalFilter, unit: "goals" | "targets") {
  const plans = (await listPlans(database, dataset)).filter((plan) => takesPlan(fiscalYears ? { fiscalYears } : {}, plan));
  const goals: GoalRow[] = [];
  for (const year of [...new Set(plans.map(({ fiscalYear }) => fiscalYear))].sort((a, b) => b - a)) {
    goals.push(...(await listGoals(database, dataset, { fiscalYears: [year] })));
    if (hasRating(goals, unit)) break;
  }
  return selectShownYear(plans, goals, unit);
}
