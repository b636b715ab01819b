import { sql } from "drizzle-orm";
import type { Database } from "../client";
import { homeMunicipality } from "../config";
import { publicId } from "../identifier";
import { readPlaces } from "../place-column";
import { isCurrent } from "./current";
import { holdsWord, readSearchTexts, searchTextColumns, type SelectedTexts } from "./search-text";
import type { Rating } from "@/lib/domain/plan";
import type { DatasetRow } from "@/lib/domain/rows";
import type { SearchEntry, SearchHit } from "@/lib/domain/search";
import { makeMatchExpression } from "@/lib/search/match-expression";
import { findPlainWords, findsInTexts, isEmptyQuery, type SearchQuery } from "@/lib/search/query";
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
 * What a dataset's current plans (of its municipality, or of all) hold of what is looked for: those taken in last first, at most {@link MOST_ENTRIES}.
 * Nothing for a query without words.
 */
export async function searchEntries(db: Database, dataset: DatasetRow, query: SearchQuery, scope: SearchScope = {}): Promise<SearchAnswer> {
  if (isEmptyQuery(query)) return { entries: [], complete: true };
  const { municipalityId } = dataset;
  const { expression, exact } = makeMatchExpression(query, municipalityId === undefined ? scope : { ...scope, municipalities: [municipalityId] });
  const plainWords = findPlainWords(query);
  const isProved = exact ? sql`1` : plainWords === null ? sql`0` : sql.join(plainWords.map(holdsWord), sql` and `);
  const keys: number[] = [];
  const size = exact ? MOST_ENTRIES + 1 : CHUNK;
  let before = Number.MAX_SAFE_INTEGER;
  let complete = false;
  for (let examined = 0; examined < MOST_EXAMINED && keys.length <= MOST_ENTRIES && !complete; examined += size) {
    const rows = await db.all<{ key: number; isProved: number }>(sql`
      select s.id as key, ${isProved} as isProved
      from search_index x cross join search_entries s on s.id = x.rowid ${entryJoins}
      where search_index match ${expression} and x.rowid < cast(${before} as integer) and ${isCurrent(dataset)}
      order by x.rowid desc limit ${size}`);
    const doubtful = rows.filter((row) => !row.isProved).map(({ key }) => key);
    const holding = await findHolding(db, query, doubtful);
    keys.push(...rows.filter((row) => row.isProved || holding.has(row.key)).map(({ key }) => key));
    complete = rows.length < size;
    before = rows.at(-1)?.key ?? 0;
  }
  const entries = await readEntries(db, keys.slice(0, MOST_ENTRIES));
  return { entries, complete: complete && keys.length <= MOST_ENTRIES };
}

/** Which of these entries hold what is looked for, by their texts. */
async function findHolding(db: Database, query: SearchQuery, keys: readonly number[]): Promise<Set<number>> {
  if (keys.length === 0) return new Set();
  const rows = await db.all<SelectedTexts & { key: number }>(sql`
    select s.id as key, ${searchTextColumns} from json_each(${JSON.stringify(keys)}) asked cross join search_entries s on s.id = asked.value ${entryJoins}`);
  return new Set(rows.filter((row) => findsInTexts(query, readSearchTexts(row).map(({ text }) => text))).map(({ key }) => key));
}

async function readEntries(db: Database, keys: readonly number[]): Promise<SearchEntry[]> {
  const home = homeMunicipality();
  const rows = await db.all<SelectedEntry>(sql`
    select ${entryColumns} from json_each(${JSON.stringify(keys)}) asked cross join search_entries s on s.id = asked.value ${entryJoins} order by asked.key`);
  return rows.map((row) => readEntry(row, home));
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
