import { setImmediate } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { foldForSearch } from "@/lib/search/form";
import { listTokens } from "@/lib/search/token";
import { listPlanTokens } from "@/lib/search/token-filter";
import type { Database } from "../connection/database";
import { retryOnConflict } from "../connection/retry";
import { plan, searchEntry } from "../queries/query-tables";
import { readSearchTexts, type SelectedTexts, searchTextColumns } from "../queries/search-text";
import { type Columns, selectPacked } from "../queries/select-rows";

/** Readings that one transaction indexes: FTS5 takes a fifth of the time for many rows at once, but all of them are in memory. */
const READINGS = 25;

/** An entry's texts and its plan. */
export interface IndexedEntry extends SelectedTexts {
  readingId: number;
  planPosition: number;
  goalPosition: number | null;
  fiscalYear: number;
  departmentId: string;
  municipalityId: string;
}

const indexedColumns: Columns<IndexedEntry> = {
  readingId: searchEntry.readingId,
  planPosition: searchEntry.planPosition,
  goalPosition: searchEntry.goalPosition,
  fiscalYear: plan.fiscalYear,
  departmentId: plan.departmentId,
  municipalityId: plan.municipalityId,
  ...searchTextColumns,
};

/**
 * Puts into the search index what is stored and not in it yet, and answers how many readings those were. Called
 * before a dataset is made of new readings, so that whatever a dataset shows can be found; each transaction is whole,
 * and what a killed run left out comes with the next.
 */
export async function indexReadings(db: Database): Promise<number> {
  let indexed = 0;
  for (let after: number | undefined = 0; after !== undefined; ) {
    const from: number = after;
    const ids: number[] = await retryOnConflict(() => indexSome(db, from));
    indexed += ids.length;
    after = ids.at(-1);
    // The client is done before it answers, so that nothing else would have its turn, nor what frees its statements.
    await setImmediate();
  }
  return indexed;
}

/** Indexes the next readings whose id is above `after`, so that no round passes over those of the rounds before. */
async function indexSome(db: Database, after: number): Promise<number[]> {
  const pending = await db.all<{ id: number }>(sql`
    select id from readings r where id > ${after} and not exists (select 1 from search_readings s where s.reading_id = r.id)
    order by id limit ${READINGS}`);
  if (pending.length === 0) return [];
  const readingIds = JSON.stringify(pending.map(({ id }) => id));
  const entries = await readEntries(db, readingIds);
  const rows = entries.map(({ readingId, planPosition, goalPosition }) => [readingId, planPosition, goalPosition]);
  await db.$client.batch(
    [
      { sql: "insert into search_readings (reading_id) select value from json_each(?)", args: [readingIds] },
      {
        sql: `insert into search_entries (id, reading_id, plan_position, goal_position)
          select (select coalesce(max(id), 0) + 1 from search_entries) + key, value ->> 0, value ->> 1, value ->> 2 from json_each(?)`,
        args: [JSON.stringify(rows)],
      },
      {
        sql: `insert into search_index (rowid, tokens)
          select (select max(id) + 1 from search_entries) - ? + key, value from json_each(?)`,
        args: [rows.length, JSON.stringify(entries.map((entry) => listEntryTokens(entry).join(" ")))],
      },
    ],
    "write",
  );
  return pending.map(({ id }) => id);
}

/** What search can find in these readings (a JSON list of ids). */
export async function readEntries(db: Database, readingIds: string): Promise<IndexedEntry[]> {
  return selectPacked(
    db,
    indexedColumns,
    sql`
    from (
      select reading_id, plan_position, position as goal_position from priority_goals where reading_id in (select value from json_each(${readingIds}))
      union all
      select reading_id, position, null from plans where reading_id in (select value from json_each(${readingIds}))
        and exists (select 1 from basic_policies b where b.reading_id = plans.reading_id and b.plan_position = plans.position)
    ) s
    join plans p on p.reading_id = s.reading_id and p.position = s.plan_position
    left join priority_goals g on g.reading_id = s.reading_id and g.plan_position = s.plan_position and g.position = s.goal_position
    order by s.reading_id, s.plan_position, s.goal_position`,
  );
}

/** The tokens of an entry: of its texts, and of its plan. */
export function listEntryTokens(entry: IndexedEntry): string[] {
  const forms = readSearchTexts(entry).map(({ text }) => foldForSearch(text));
  return [...listPlanTokens(entry), ...listTokens(forms)];
}
