import { type SQL, sql } from "drizzle-orm";
import { datasetEntries, searchEntries } from "../schema/datasets";
import { initiatives, plans, priorityGoals, targets } from "../schema/plans";
import { documents, readings, readingTexts } from "../schema/readings";
import { type AliasedTable, aliasTable } from "./aliased-table";

// What the parts that queries are put together of know the tables by: columns of `goal` hold wherever a query is of `goal.table`.

export const plan = aliasTable(plans, "p");
export const goal = aliasTable(priorityGoals, "g");
export const target = aliasTable(targets, "t");
export const initiative = aliasTable(initiatives, "i");
export const reading = aliasTable(readings, "r");
/** The text that a reading was made of, where its document is none. */
export const readingText = aliasTable(readingTexts, "rt");
export const document = aliasTable(documents, "d");
/** A dataset's entry of a reading. */
export const entry = aliasTable(datasetEntries, "e");
export const searchEntry = aliasTable(searchEntries, "s");

type PlanPart = Pick<AliasedTable<typeof priorityGoals>, "readingId" | "planPosition">;
type GoalPart = Pick<AliasedTable<typeof initiatives>, "readingId" | "planPosition" | "goalPosition">;

/** Ties what a plan holds to `plan`. */
export function ofPlan(part: PlanPart): SQL {
  return sql`${part.readingId} = ${plan.readingId} and ${part.planPosition} = ${plan.position}`;
}

/** Ties what a goal holds to `goal`. */
export function ofGoal(part: GoalPart): SQL {
  return partOf(goal)(part);
}

/** Ties what a goal holds to a goal by another name. */
export function partOf(whole: AliasedTable<typeof priorityGoals>): (part: GoalPart) => SQL {
  return (part) => sql`${part.readingId} = ${whole.readingId} and ${part.planPosition} = ${whole.planPosition} and ${part.goalPosition} = ${whole.position}`;
}
