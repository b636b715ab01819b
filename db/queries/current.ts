import { type SQL, sql } from "drizzle-orm";
import type { DatasetRow, DatasetScope } from "@/lib/domain/rows";
import { datasetEntries } from "../schema/datasets";
import { withdrawals } from "../schema/intake";
import { plans } from "../schema/plans";
import { type AliasedTable, aliasTable } from "./aliased-table";
import { document, entry, goal, ofPlan, plan, reading } from "./query-tables";
import { fillTemplate, makeTemplate } from "./sql-template";

const later = aliasTable(datasetEntries, "later");
const rival = aliasTable(plans, "rival");
const rivalEntry = aliasTable(datasetEntries, "rival_e");
const withdrawal = aliasTable(withdrawals, "w");
const withdrawalEntry = aliasTable(datasetEntries, "w_e");
const undoing = aliasTable(withdrawals, "undoing");
const undoingEntry = aliasTable(datasetEntries, "undoing_e");

type Sequence = Pick<DatasetRow, "sequence">;

const SEQUENCE = sql.placeholder("sequence");

const NEWEST = newestOf(entry);

const WITHDRAWN = withdrawnOf(entry);

/** Whether `plan` with its `entry` is the one that the dataset of the number `sequence` (to be filled in) shows for its department and year. */
export const CURRENT = makeTemplate(sql`${NEWEST} and not ${WITHDRAWN} and not exists (
    select 1 from ${rival.table} join ${rivalEntry.table} on ${rivalEntry.readingId} = ${rival.readingId}
    where ${rival.municipalityId} = ${plan.municipalityId} and ${rival.fiscalYear} = ${plan.fiscalYear} and ${rival.departmentId} = ${plan.departmentId}
      and (${rival.stage} = 'evaluated', ${rivalEntry.documentPosition}, ${rival.position}) > (${plan.stage} = 'evaluated', ${entry.documentPosition}, ${plan.position})
      and ${newestOf(rivalEntry)} and not ${withdrawnOf(rivalEntry)})`);

// CROSS JOIN is SQLite's way to say: in this order. From the plans of one city on, the rest is look-ups.
const FROM_PLANS = makeTemplate(sql`from ${plan.table}
    cross join ${entry.table} on ${entry.readingId} = ${plan.readingId}
    cross join ${reading.table} on ${reading.id} = ${plan.readingId}
    cross join ${document.table} on ${document.id} = ${reading.documentId}`);
const JOIN_GOALS = makeTemplate(sql`cross join ${goal.table} on ${ofPlan(goal)}`);

function newestOf(of: AliasedTable<typeof datasetEntries>): SQL {
  return makeTemplate(sql`${of.datasetSequence} <= ${SEQUENCE} and not exists (
    select 1 from ${later.table}
    where ${later.documentPosition} = ${of.documentPosition} and ${later.position} > ${of.position}
      and ${later.datasetSequence} <= ${SEQUENCE})`);
}

function withdrawnOf(of: AliasedTable<typeof datasetEntries>): SQL {
  return makeTemplate(sql`exists (
    select 1 from ${withdrawal.table} cross join ${withdrawalEntry.table} on ${withdrawalEntry.position} = ${withdrawal.position}
    where ${withdrawal.documentPosition} = ${of.documentPosition} and ${withdrawalEntry.datasetSequence} <= ${SEQUENCE} and ${withdrawal.event} = 'withdrawal'
      and not exists (
        select 1 from ${undoing.table} cross join ${undoingEntry.table} on ${undoingEntry.position} = ${undoing.position}
        where ${undoing.documentPosition} = ${withdrawal.documentPosition} and ${undoing.position} > ${withdrawal.position}
          and ${undoingEntry.datasetSequence} <= ${SEQUENCE}))`);
}

/** Why the document of `entry` is withdrawn in the dataset of the number `sequence` (to be filled in); null where it is not. */
export const WITHDRAWN_FOR = makeTemplate(sql`(
  select ${withdrawal.reason} from ${withdrawal.table} cross join ${withdrawalEntry.table} on ${withdrawalEntry.position} = ${withdrawal.position}
  where ${withdrawal.documentPosition} = ${entry.documentPosition} and ${withdrawalEntry.datasetSequence} <= ${SEQUENCE} and ${WITHDRAWN}
  order by ${withdrawal.position} desc limit 1)`);

/** Whether `entry` is one that `dataset` holds and that no later reading of the same document replaces. */
export function isNewest({ sequence }: Sequence): SQL {
  return fillTemplate(NEWEST, { sequence });
}

/** Whether `plan` with its `entry` is the one that the dataset shows for its department and year. */
export function isCurrent({ sequence }: Sequence): SQL {
  return fillTemplate(CURRENT, { sequence });
}

/**
 * `from … where …` of the plans (`plan`) that a dataset shows, of all municipalities or of one, with their `entry`, `reading` and `document`:
 * of the plans of one department and year, the evaluated before the planned, then that of the newest document; none of a
 * document that is withdrawn.
 * Further conditions may follow with `and`.
 */
export function currentPlans(dataset: DatasetScope, join: SQL = sql``): SQL {
  const { municipalityId } = dataset;
  const ofMunicipality = municipalityId === undefined ? sql`true` : sql`${plan.municipalityId} = ${municipalityId}`;
  return sql`${FROM_PLANS} ${join} where ${ofMunicipality} and ${isCurrent(dataset)}`;
}

/** The same of those plans' goals (`goal`), each with its plan. */
export function currentGoals(dataset: DatasetScope): SQL {
  return currentPlans(dataset, JOIN_GOALS);
}
