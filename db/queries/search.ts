import { sql } from "drizzle-orm";
import type { Database } from "../client";
import { homeMunicipality } from "../config";
import { publicId } from "../identifier";
import { readPlaces } from "../place-column";
import { isCurrent } from "./current";
import { readSearchTexts, searchTextColumns, type SelectedTexts } from "./search-text";
import type { Rating } from "@/lib/domain/plan";
import type { DatasetRow } from "@/lib/domain/rows";
import type { SearchEntry, SearchHit } from "@/lib/domain/search";
import { makeMatchExpression } from "@/lib/search/match-expression";
import { findsInTexts, isEmptyQuery, type SearchQuery } from "@/lib/search/query";
import type { SearchScope } from "@/lib/search/token-filter";

/** What a search found. `complete` is false where it ended at the most that it lists or looks into. */
export interface SearchAnswer {
  entries: SearchEntry[];
  complete: boolean;
}

/** Entries that one search lists at most. */
const MOST_ENTRIES = 500;
/** Entries whose texts one search looks into at most, and how many of them at a time. */
const MOST_EXAMINED = 20_000;
const CHUNK = 250;

interface SelectedEntry {
  key: number;
  localId: string | null;
  planLocalId: string;
  municipality: string;
  department: string;
  departmentId: string;
  fiscalYear: number;
  number: number | null;
  policyArea: string | null;
  policyGoal: string | null;
  rating: Rating | null;
  targetRatings: string;
  units: string;
}

const entryColumns = sql.raw(`
  s.id as key, g.local_id as localId, p.local_id as planLocalId, p.municipality, p.department, p.department_id as departmentId,
  p.fiscal_year as fiscalYear, g.number, g.policy_area as policyArea, g.policy_goal_name as policyGoal,
  coalesce(g.overall_rating, g.listed_rating) as rating,
  (select json_group_array(t.rating order by t.position) from targets t
    where t.reading_id = g.reading_id and t.plan_position = g.plan_position and t.goal_position = g.position) as targetRatings,
  (select json_group_array(distinct i.responsible_unit) from initiatives i
    where i.reading_id = g.reading_id and i.plan_position = g.plan_position and i.goal_position = g.position
      and i.responsible_unit is not null) as units`);

/** The entries `s` with their plan, their goal if they have one, and their place in the data. */
const entryJoins = sql.raw(`
  cross join plans p on p.reading_id = s.reading_id and p.position = s.plan_position
  cross join dataset_entries e on e.reading_id = s.reading_id
  left join priority_goals g on g.reading_id = s.reading_id and g.plan_position = s.plan_position and g.position = s.goal_position`);

/**
 * What a dataset's current plans hold of what is looked for: those taken in last first, at most {@link MOST_ENTRIES}.
 * Nothing for a query without words.
 */
export async function searchEntries(db: Database, dataset: DatasetRow, query: SearchQuery, scope: SearchScope = {}): Promise<SearchAnswer> {
  if (isEmptyQuery(query)) return { entries: [], complete: true };
  const home = homeMunicipality();
  const { expression, exact } = makeMatchExpression(query, scope);
  const found: SearchEntry[] = [];
  const size = exact ? MOST_ENTRIES + 1 : CHUNK;
  let before = Number.MAX_SAFE_INTEGER;
  for (let examined = 0; examined < MOST_EXAMINED; examined += size) {
    const rows = await db.all<SelectedEntry & SelectedTexts>(sql`
      select ${entryColumns} ${exact ? sql`` : sql`, ${searchTextColumns}`}
      from search_index x cross join search_entries s on s.id = x.rowid ${entryJoins}
      where search_index match ${expression} and x.rowid < cast(${before} as integer) and ${isCurrent(dataset)}
      order by x.rowid desc limit ${size}`);
    for (const row of rows) {
      if (!exact && !findsInTexts(query, readSearchTexts(row).map(({ text }) => text))) continue;
      if (found.length === MOST_ENTRIES) return { entries: found, complete: false };
      found.push(readEntry(row, home));
    }
    if (rows.length < size) return { entries: found, complete: true };
    before = rows.at(-1)!.key;
  }
  return { entries: found, complete: false };
}

/** Entries whole, in the order of their keys as given. */
export async function readSearchHits(db: Database, keys: readonly number[]): Promise<SearchHit[]> {
  const home = homeMunicipality();
  const rows = await db.all<SelectedEntry & SelectedTexts & { title: string | null; documentId: string; places: string }>(sql`
    select ${entryColumns}, ${searchTextColumns}, g.title, r.document_id as documentId, coalesce(g.places, p.places) as places
    from json_each(${JSON.stringify(keys)}) asked cross join search_entries s on s.id = asked.value ${entryJoins}
    join readings r on r.id = s.reading_id
    order by asked.key`);
  return rows.map((row) => {
    const texts = readSearchTexts(row);
    const places = readPlaces(row.places);
    const own = Object.fromEntries(texts.flatMap(({ pointer }) => (places[pointer] ? [[pointer, places[pointer]]] : [])));
    return { ...readEntry(row, home), title: row.title, documentId: row.documentId, texts, places: own };
  });
}

function readEntry(row: SelectedEntry, home: string): SearchEntry {
  return {
    key: row.key,
    goalId: row.localId === null ? null : publicId(row.localId, row.municipality, home),
    planId: publicId(row.planLocalId, row.municipality, home),
    municipality: row.municipality,
    department: row.department,
    departmentId: row.departmentId,
    fiscalYear: row.fiscalYear,
    number: row.number ?? 0,
    policyArea: row.policyArea,
    policyGoal: row.policyGoal,
    rating: row.rating,
    targetRatings: JSON.parse(row.targetRatings) as (Rating | null)[],
    responsibleUnits: JSON.parse(row.units) as string[],
  };
}
