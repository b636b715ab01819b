import { sql } from "drizzle-orm";
import { ANY_ENTRY } from "@/lib/search/token-filter";
import type { Database } from "../connection/database";
import { listEntryTokens, readEntries } from "../ingest/index-readings";
import type { CheckResult } from "./check-result";

/** Readings, evenly spread, whose tokens are worked out again. */
const SAMPLE = 100;
/** Tokens that one look-up names. */
const TOKENS = 100;

/** Whether every reading that a dataset holds is in the search index (one that an ingest broken off left is not yet), and, of a sample, every entry by each of its tokens. */
export async function checkSearchIndex(db: Database): Promise<CheckResult> {
  const faults: string[] = [];
  const [missing] = await db.all<{ n: number }>(
    sql`select count(*) as n from readings where id in (select reading_id from dataset_entries) and id not in (select reading_id from search_readings)`,
  );
  if (missing!.n > 0) faults.push(`検索の索引に入っていない読み取りが ${missing!.n} 件あります`);
  const [count] = await db.all<{ entries: number; indexed: number }>(
    sql`select (select count(*) from search_entries) as entries, (select count(*) from search_index where search_index match ${`"${ANY_ENTRY}"`}) as indexed`,
  );
  if (count!.entries !== count!.indexed) faults.push(`検索の対象 ${count!.entries} 件のうち、索引にあるのは ${count!.indexed} 件です`);
  faults.push(...(await checkEntries(db)));
  const readings = await db.all<{ id: number }>(sql`
    select reading_id as id from search_readings
    where reading_id % (select max(1, count(*) / ${SAMPLE}) from search_readings) = 0`);
  for (const { id } of readings) faults.push(...(await checkReading(db, id)));
  return { name: "検索の索引", checked: readings.length, faults };
}

/** Whether the entries are those of the readings that are in the index: each goal, each plan with a policy, once. */
async function checkEntries(db: Database): Promise<string[]> {
  const [count] = await db.all<{ entries: number; expected: number; known: number }>(sql`
    select (select count(*) from search_entries) as entries,
      (select count(*) from priority_goals where reading_id in (select reading_id from search_readings))
        + (select count(*) from plans p where reading_id in (select reading_id from search_readings)
          and exists (select 1 from basic_policies b where b.reading_id = p.reading_id and b.plan_position = p.position)) as expected,
      (select count(*) from (select distinct reading_id, plan_position, goal_position from search_entries s
        where reading_id in (select reading_id from search_readings) and case when goal_position is null
          then exists (select 1 from basic_policies b where b.reading_id = s.reading_id and b.plan_position = s.plan_position)
          else exists (select 1 from priority_goals g where g.reading_id = s.reading_id and g.plan_position = s.plan_position and g.position = s.goal_position) end)) as known`);
  const { entries, expected, known } = count!;
  return entries === expected && known === expected ? [] : [`検索の対象は ${expected} 件のはずですが、正しいものは ${entries} 件のうち ${known} 件です`];
}

async function checkReading(db: Database, readingId: number): Promise<string[]> {
  const faults: string[] = [];
  for (const entry of await readEntries(db, JSON.stringify([readingId]))) {
    const place = `読み取り ${readingId} の運営方針 ${entry.planPosition}、重点目標 ${entry.goalPosition ?? "（基本方針）"}`;
    const [row] = await db.all<{ id: number }>(sql`
      select id from search_entries
      where reading_id = ${readingId} and plan_position = ${entry.planPosition} and goal_position is ${entry.goalPosition}`);
    const tokens = listEntryTokens(entry);
    for (let from = 0; row && from < tokens.length; from += TOKENS) {
      const expression = tokens
        .slice(from, from + TOKENS)
        .map((token) => `"${token}"`)
        .join(" AND ");
      const found = await db.all(sql`select 1 from search_index where search_index match ${expression} and rowid = cast(${row.id} as integer)`);
      if (found.length === 0) faults.push(`${place} の言葉が検索の索引にありません`);
    }
    if (!row) faults.push(`${place} が検索の対象にありません`);
  }
  return [...new Set(faults)];
}
