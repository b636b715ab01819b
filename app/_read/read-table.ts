import { settleFilter } from "@/db/queries/city-order";
import { readContinuations } from "@/db/queries/continuations";
import { listDatasets } from "@/db/queries/datasets";
import { listDocuments } from "@/db/queries/documents";
import { listGoalDetails, listGoals } from "@/db/queries/goals";
import { listPlans } from "@/db/queries/plans";
import { takesPlan } from "@/lib/domain/goal-filter";
import { sortGoals } from "@/lib/domain/goal-order";
import { makeSheet, type Sheet } from "@/lib/files/table";
import type { TableQuery } from "@/lib/files/table-query";
import { TABLES } from "@/lib/files/tables";
import { listContinuationRecords } from "@/lib/files/tables/continuations";
import { listInitiativeRecords } from "@/lib/files/tables/initiatives";
import { listPlanRecords } from "@/lib/files/tables/plans";
import { listRatingRecords } from "@/lib/files/tables/ratings";
import { listTargetRecords } from "@/lib/files/tables/targets";
import type { Site } from "./open-site";

/** All rows of a table that a query asks for, in their order. */
export async function readTable({ database, dataset }: Site, { name, goals: { filter: asked, sort, direction }, continuations }: TableQuery): Promise<Sheet> {
  const filter = settleFilter(dataset, asked);
  const readGoals = () => listGoalDetails(database, dataset, filter);
  switch (name) {
    case "plans": {
      const plans = (await listPlans(database, dataset)).filter((plan) => takesPlan(filter, plan));
      return makeSheet(TABLES.plans, listPlanRecords(plans, await listGoals(database, dataset, filter)));
    }
    case "goals":
      return makeSheet(TABLES.goals, sortGoals(await readGoals(), sort, direction));
    case "targets":
      return makeSheet(TABLES.targets, listTargetRecords(await readGoals(), filter));
    case "initiatives":
      return makeSheet(TABLES.initiatives, listInitiativeRecords(await readGoals(), filter));
    case "ratings":
      return makeSheet(TABLES.ratings, listRatingRecords(await readGoals()));
    case "continuations":
      return makeSheet(TABLES.continuations, listContinuationRecords(await readContinuations(database, dataset), settleFilter(dataset, continuations)));
    case "documents":
      return makeSheet(TABLES.documents, await listDocuments(database, dataset));
    case "datasets": {
      const known = (await listDatasets(database)).filter(({ sequence }) => sequence <= dataset.sequence);
      return makeSheet(TABLES.datasets, known.reverse());
    }
  }
}
