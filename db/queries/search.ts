import { type SQL, sql } from "drizzle-orm";
import type { Rating } from "@/lib/domain/plan";
import { rateBy } from "@/lib/domain/rating/value";
import type { DatasetRow } from "@/lib/domain/rows";
import type { SearchEntry, SearchHit } from "@/lib/domain/search";
import { makeMatchExpression } from "@/lib/search/match-expression";
import { findPlainWords, findsInTexts, isEmptyQuery, type SearchQuery } from "@/lib/search/query";
import type { SearchScope } from "@/lib/search/token-filter";
import { homeMunicipality } from "../config";
import type { Database } from "../connection/database";
import { publicId } from "../identifier";
import { readPlaces } from "../schema/place-column";
import { targets } from "../schema/plans";
import { expandDepartments, type Placer, readPlacer } from "./city-order";
import { isCurrent } from "./current";
import { placeOf, RATING } from "./goal-row";
import { packedList } from "./json-list";
import { planColumns, type SelectedPlan } from "./plan-columns";
import { entry, goal, initiative, ofGoal, ofPlan, plan, reading, searchEntry } from "./query-tables";
import { type PlanKey, type PlanScale, planKeyColumns, readPlanScales } from "./rating-scale";
import { holdsSomeWord, readSearchTexts, type SelectedTexts, searchTextColumns } from "./search-text";
import { type Columns, selectPacked, selectRows } from "./select-rows";
import { makeTemplate } from "./sql-template";

/** What a search found. `complete` is false where it ended at the most that it lists or looks into. */
export interface SearchAnswer {
  entries: SearchEntry[];
  complete: boolean;
}

/** Entries that one search lists at most. */
const MOST_ENTRIES = 500;
/** Entries whose texts one search looks into at most, and how many of them at a time. */
const MOST_EXAMINED = 20_000;
const CHUNK = 510;

interface SelectedEntry extends PlanKey, SelectedPlan {
  key: number;
  localId: string | null;
  planLocalId: string;
  number: number | null;
  policyArea: string | null;
  policyGoal: string | null;
  rating: Rating | null;
  targetRatings: (Rating | null)[];
  documentPosition: number;
  units: string[];
}

const { responsibleUnit } = initiative;

const entryColumns: Columns<SelectedEntry> = {
  key: searchEntry.id,
  localId: goal.localId,
  planLocalId: plan.localId,
  ...planColumns,
  number: goal.number,
  policyArea: goal.policyArea,
  policyGoal: goal.policyGoalName,
  rating: RATING,
  targetRatings: packedList(targets, ofGoal, ({ rating }) => rating),
  ...planKeyColumns,
  documentPosition: entry.documentPosition,
  units: sql`json((select json_group_array(distinct ${responsibleUnit}) from ${initiative.table} where ${ofGoal(initiative)} and ${responsibleUnit} is not null))`,
};

const hitColumns: Columns<SelectedEntry & SelectedTexts & { title: string | null; documentId: string; places: string }> = {
  ...entryColumns,
  ...searchTextColumns,
  title: goal.title,
  documentId: reading.documentId,
  places: sql`coalesce(${goal.places}, ${plan.places})`,
};

const textColumns: Columns<SelectedTexts & { key: number }> = { key: searchEntry.id, ...searchTextColumns };

/** Search entries with their plan, their goal if they have one, and their place in the data. */
const entryJoins = makeTemplate(sql`
  cross join ${plan.table} on ${ofPlan(searchEntry)}
  cross join ${entry.table} on ${entry.readingId} = ${searchEntry.readingId}
  left join ${goal.table} on ${ofGoal(searchEntry)}`);

/**
 * What a dataset's current plans (of its municipality, or of all) hold of what is looked for: those taken in last first, at most {@link MOST_ENTRIES}.
 * Nothing for a query without words.
 */
export async function searchEntries(db: Database, dataset: DatasetRow, query: SearchQuery, scope: SearchScope = {}): Promise<SearchAnswer> {
  if (isEmptyQuery(query)) return { entries: [], complete: true };
  const { municipalityId } = dataset;
  const departments = scope.departments && expandDepartments(dataset, scope.departments);
  const narrowed = { ...scope, ...(departments && { departments }) };
  const { expression, exact } = makeMatchExpression(query, municipalityId === undefined ? narrowed : { ...narrowed, municipalities: [municipalityId] });
  const plainWords = findPlainWords(query);
  const isProved = exact ? sql`1` : plainWords === null ? sql`0` : sql.join(plainWords.map(holdsSomeWord), sql` and `);
  const keys: number[] = [];
  const size = exact ? MOST_ENTRIES + 1 : CHUNK;
  let before = Number.MAX_SAFE_INTEGER;
  let complete = false;
  for (let examined = 0; examined < MOST_EXAMINED && keys.length <= MOST_ENTRIES && !complete; examined += size) {
    const rows = await selectRows<{ key: number; isProved: number }>(
      db,
      { key: searchEntry.id, isProved },
      sql`from search_index x cross join ${searchEntry.table} on ${searchEntry.id} = x.rowid ${entryJoins}
      where search_index match ${expression} and x.rowid < cast(${before} as integer) and ${isCurrent(dataset)}
      order by x.rowid desc limit ${size}`,
    );
    const doubtful = rows.filter((row) => !row.isProved).map(({ key }) => key);
    const holding = await findHolding(db, query, doubtful);
    keys.push(...rows.filter((row) => row.isProved || holding.has(row.key)).map(({ key }) => key));
    complete = rows.length < size;
    before = rows.at(-1)?.key ?? 0;
  }
  const entries = await readEntries(db, dataset, keys.slice(0, MOST_ENTRIES));
  return { entries, complete: complete && keys.length <= MOST_ENTRIES };
}

/** `from …` of the search entries of these keys (`asked`). */
function askedEntries(keys: readonly number[]): SQL {
  return sql`from json_each(${JSON.stringify(keys)}) asked cross join ${searchEntry.table} on ${searchEntry.id} = asked.value ${entryJoins}`;
}

/** Which of these entries hold what is looked for, by their texts. */
async function findHolding(db: Database, query: SearchQuery, keys: readonly number[]): Promise<Set<number>> {
  if (keys.length === 0) return new Set();
  const rows = await selectPacked(db, textColumns, askedEntries(keys));
  return new Set(
    rows
      .filter((row) =>
        findsInTexts(
          query,
          readSearchTexts(row).map(({ text }) => text),
        ),
      )
      .map(({ key }) => key),
  );
}

async function readEntries(db: Database, dataset: DatasetRow, keys: readonly number[]): Promise<SearchEntry[]> {
  const home = homeMunicipality();
  const rows = await selectPacked(db, entryColumns, sql`${askedEntries(keys)} order by asked.key`);
  const scaleOf = await readPlanScales(db, rows);
  // All cities' orders would take longer to read than their entries.
  const place = dataset.municipalityId === undefined ? placeByDocument(rows) : await readPlacer(db, dataset, rows);
  return rows.map((row) => ({ ...readEntry(row, home, scaleOf(row)), ...placeOf(place(row)) }));
}

/** Of entries of any municipalities: the places of their departments and areas as they first appear, among these entries, in their documents. */
function placeByDocument(rows: readonly SelectedEntry[]): Placer {
  const sorted = rows.toSorted(
    (a, b) => a.fiscalYear - b.fiscalYear || a.documentPosition - b.documentPosition || a.planPosition - b.planPosition || a.key - b.key,
  );
  const number = (names: readonly (string | null)[]) => new Map([...new Set(names)].map((name, place) => [name, place]));
  const nameOf = ({ municipality, department }: Pick<SelectedEntry, "municipality" | "department">) => `${municipality}\n${department}`;
  const [departments, areas] = [number(sorted.map(nameOf)), number(sorted.flatMap(({ policyArea }) => policyArea ?? []))];
  return (row) => ({
    departmentId: row.departmentId,
    changes: [],
    departmentOrder: departments.get(nameOf(row))!,
    areaOrder: areas.get(row.policyArea) ?? areas.size,
  });
}

/** Entries whole, in the order of their keys as given. */
export async function readSearchHits(db: Database, keys: readonly number[]): Promise<SearchHit[]> {
  const home = homeMunicipality();
  const rows = await selectPacked(
    db,
    hitColumns,
    sql`${askedEntries(keys)} join ${reading.table} on ${reading.id} = ${searchEntry.readingId} order by asked.key`,
  );
  const scaleOf = await readPlanScales(db, rows);
  return rows.map((row) => {
    const texts = readSearchTexts(row);
    const places = readPlaces(row.places);
    const own = Object.fromEntries(texts.flatMap(({ pointer }) => (places[pointer] ? [[pointer, places[pointer]]] : [])));
    return { ...readEntry(row, home, scaleOf(row)), title: row.title, documentId: row.documentId, texts, places: own };
  });
}

function readEntry(row: SelectedEntry, home: string, { scale }: PlanScale): Omit<SearchEntry, "departmentOrder" | "areaOrder"> {
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
    rating: rateBy(scale, row.rating),
    targetRatings: row.targetRatings.map((rating) => rateBy(scale, rating)),
    responsibleUnits: row.units,
  };
}
