import { sql } from "drizzle-orm";
import type { ItemRef, Level } from "@/lib/domain/continuation";
import type { ContinuationHistory, ContinuationItem, ContinuationLink } from "@/lib/domain/continuation-history";
import { initiativeKey } from "@/lib/domain/item-key";
import type { Rating } from "@/lib/domain/plan";
import { type RatingValue, rateBy } from "@/lib/domain/rating/value";
import type { DatasetRow } from "@/lib/domain/rows";
import { homeMunicipality } from "../config";
import type { Database } from "../connection/database";
import { parsePublicId, publicId } from "../identifier";
import { comparisonReasons, type comparisons } from "../schema/datasets";
import { type BriefLink, type LinkReasons, packedLevel, unpackEnd, unpackItem, unpackLink, unpackReasons } from "../schema/packed-comparison";
import { initiatives } from "../schema/plans";
import { aliasTable } from "./aliased-table";
import { type Placer, readPlacer, sortByDepartment } from "./city-order";
import { currentGoals } from "./current";
import { placeOf, RATING } from "./goal-row";
import { traceGoal } from "./goal-trace";
import { refName } from "./item-ref";
import { packedList } from "./json-list";
import { planColumns, type SelectedPlan } from "./plan-columns";
import { readPolicyGoal } from "./policy-goal";
import { goal, ofGoal, plan } from "./query-tables";
import { type PlanKey, planKeyColumns, readPlanScales } from "./rating-scale";
import { keepRows } from "./row-memory";
import { type Columns, selectPacked, selectRows } from "./select-rows";
import { listShownComparisons } from "./shown-comparisons";

interface Row extends PlanKey, SelectedPlan {
  localId: string;
  position: number;
  number: number;
  title: string;
  policyArea: string | null;
  policyGoalCode: string | null;
  policyGoalName: string | null;
  rating: Rating | null;
  initiatives: [text: string, unit: string | null][];
}

const COLUMNS: Columns<Row> = {
  localId: goal.localId,
  position: goal.position,
  number: goal.number,
  title: goal.title,
  ...planColumns,
  policyArea: goal.policyArea,
  policyGoalCode: goal.policyGoalCode,
  policyGoalName: goal.policyGoalName,
  rating: RATING,
  ...planKeyColumns,
  initiatives: packedList(initiatives, ofGoal, ({ text, responsibleUnit }) => sql`json_array(${text}, ${responsibleUnit})`),
};

/** The same for lists of goals alone, of whose initiatives no text is told. */
const GOAL_COLUMNS: Columns<Row> = {
  ...COLUMNS,
  initiatives: packedList(initiatives, ofGoal, ({ responsibleUnit }) => sql`json_array('', ${responsibleUnit})`),
};

const why = aliasTable(comparisonReasons, "c");
const WHY_COLUMNS = { comparison: why.comparison, department: why.department, reasons: why.reasons };

/** How much of a history is wanted; without it, all. */
export interface HistoryScope {
  /** Items and links of this level alone. */
  level?: Level;
  /** Why links stand: of all, of none, or of those whose predecessors are of departments of these ids. */
  reasons?: boolean | readonly string[];
}

/**
 * All goals and initiatives of a dataset's current plans, by year, each goal before its initiatives, and what became
 * of them from each year to the next, as it was stored with the dataset; apart from these, what was decided over gaps.
 */
export const readContinuations = keepRows("continuations", async (db, dataset, { level, reasons = true }: HistoryScope = {}): Promise<ContinuationHistory> => {
  const items = await listItems(db, dataset, level);
  const stored = await listShownComparisons(db, dataset);
  const reasonsOf = await readReasons(db, stored, listReasonDepartments(items, reasons));
  return joinHistory(items, stored, reasonsOf, { level });
});

/**
 * The history of one goal: itself, what it goes back to and lives on in through all years, what it is linked to, and with
 * all these goals their initiatives; the links on its way, over gaps too, its own and its initiatives', without why they stand.
 */
export const readGoalHistory = keepRows("goal history", async (db, dataset, goalId: string): Promise<ContinuationHistory> => {
  const { municipalityId, localId, fiscalYear } = parsePublicId(goalId, homeMunicipality());
  const scope = { ...dataset, municipalityId };
  const [own] = await listItems(db, scope, "goal", sql`and ${plan.fiscalYear} = ${fiscalYear} and ${goal.localId} = ${localId}`);
  if (!own) return { items: [], comparisons: [] };
  const stored = await listShownComparisons(db, scope);
  const { goals, takes } = traceGoal(own.ref, stored);
  // One text for each goal: SQLite 3.47.0, which libSQL's server holds, finds nothing by `(a, b) in (select …)` where two indices serve it.
  const keys = JSON.stringify(goals.map(({ fiscalYear: year, department, pointer }) => `${year} ${pointer.split("/")[2]} ${department}`));
  const years = JSON.stringify([...new Set(goals.map((ref) => ref.fiscalYear))]);
  const items = await listItems(
    db,
    scope,
    undefined,
    sql`and ${plan.fiscalYear} in (select value from json_each(${years}))
    and ${plan.fiscalYear} || ' ' || ${goal.position} || ' ' || ${plan.department} in (select value from json_each(${keys}))`,
  );
  return joinHistory(items, stored, () => null, { takes });
});

/** Items of a dataset's current plans, by year; of goals alone, or of initiatives alone, where a level is given. */
async function listItems(db: Database, dataset: DatasetRow, level?: Level, condition = sql``): Promise<ContinuationItem[]> {
  const home = homeMunicipality();
  const goals = await selectPacked(
    db,
    level === "goal" ? GOAL_COLUMNS : COLUMNS,
    sql`${currentGoals(dataset)} ${condition} order by ${plan.fiscalYear}, ${plan.municipality}, ${goal.position}`,
  );
  const scaleOf = await readPlanScales(db, goals);
  const place = await readPlacer(db, dataset, goals);
  return sortByDepartment(goals.flatMap((row) => readItems(row, rateBy(scaleOf(row).scale, row.rating), home, place, level)));
}

/** Names of the departments whose links are to be told with why they stand; `null` for all. */
function listReasonDepartments(items: readonly ContinuationItem[], reasons: boolean | readonly string[]): string[] | null {
  if (reasons === true) return null;
  return reasons === false ? [] : [...new Set(items.filter((item) => reasons.includes(item.departmentId)).map((item) => item.department))];
}

/** Looks up why links stand: takes the next of a comparison and department at each call. */
async function readReasons(
  db: Database,
  stored: readonly Stored[],
  departments: string[] | null,
): Promise<(digest: string, department: string) => LinkReasons | null> {
  if (departments?.length === 0) return () => null;
  const rows = await selectRows<{ comparison: string; department: string; reasons: ArrayBuffer }>(
    db,
    WHY_COLUMNS,
    sql`from json_each(${JSON.stringify(stored.map(({ digest }) => digest))}) wanted cross join ${why.table} on ${why.comparison} = wanted.value
    ${departments === null ? sql`` : sql`where ${why.department} in (select value from json_each(${JSON.stringify(departments)}))`}`,
  );
  const iterators = new Map(rows.map((row) => [`${row.comparison} ${row.department}`, unpackReasons(new Uint8Array(row.reasons)).values()]));
  return (digest, department) => iterators.get(`${digest} ${department}`)?.next().value ?? null;
}

type Stored = typeof comparisons.$inferSelect;

/** What items became, with their keys in place of where they stand; of links, those of the level that `takes` takes. */
function joinHistory(
  items: ContinuationItem[],
  stored: readonly Stored[],
  reasonsOf: (digest: string, department: string) => LinkReasons | null,
  { level, takes = () => true }: { level?: Level | undefined; takes?: (link: BriefLink) => boolean },
): ContinuationHistory {
  const keys = new Map(items.map(({ ref, key }) => [refName(ref), key]));
  const keyOf = (ref: ItemRef): string => keys.get(refName(ref))!;
  const linksOf = (row: Stored) =>
    row.links.flatMap((packed): ContinuationLink[] => {
      // In order, also for links that are not taken.
      const reasons = reasonsOf(row.digest, row.departments[packed[0][0]]!);
      if (level !== undefined && packedLevel(packed) !== level) return [];
      const link = unpackLink(packed, row);
      const why = reasons ?? { parts: null, reasons: [], changes: [] };
      return takes(link) ? [{ ...link, ...why, predecessorKey: keyOf(link.predecessor), successorKey: keyOf(link.successor) }] : [];
    });
  const { yearly, overGaps } = splitByGap(stored);
  return {
    items,
    comparisons: yearly.map((row) => {
      const ends = row.ended.map((packed) => unpackEnd(packed, row.fromYear, row)).flatMap(({ item, record }) => ({ key: keys.get(refName(item)), record }));
      return {
        from: row.fromYear,
        to: row.toYear,
        links: linksOf(row),
        ended: ends.flatMap(({ key }) => key ?? []),
        begun: row.begun.flatMap((packed) => keys.get(refName(unpackItem(packed, row.toYear, row))) ?? []),
        endRecords: Object.fromEntries(ends.flatMap(({ key, record }) => (key && record ? [[key, record]] : []))),
      };
    }),
    overGaps: overGaps.flatMap(linksOf),
  };
}

/** Comparisons of a year with the next, and those of years of a municipality that have others between them. */
function splitByGap(stored: readonly Stored[]): { yearly: Stored[]; overGaps: Stored[] } {
  const years = new Map<string, number[]>();
  for (const { municipality, fromYear, toYear } of stored) years.set(municipality, [...(years.get(municipality) ?? []), fromYear, toYear]);
  const isOverGap = ({ municipality, fromYear, toYear }: Stored) => years.get(municipality)!.some((year) => year > fromYear && year < toYear);
  return { yearly: stored.filter((row) => !isOverGap(row)), overGaps: stored.filter(isOverGap) };
}

/** A goal, then its initiatives; of one level alone where one is given. */
function readItems(row: Row, rating: RatingValue | null, home: string, place: Placer, level?: Level): ContinuationItem[] {
  const { municipality, department, fiscalYear, policyArea, initiatives } = row;
  const goalId = publicId(row.localId, municipality, home);
  const refAt = (pointer: string): ItemRef => ({ municipality, department, fiscalYear, pointer });
  const listUnits = (units: (string | null)[]) => [...new Set(units.filter((unit) => unit !== null))];
  const ofGoal = {
    goalId,
    goalNumber: row.number,
    goalTitle: row.title,
    fiscalYear,
    municipality,
    department,
    policyArea,
    policyGoal: readPolicyGoal(row.policyGoalCode, row.policyGoalName),
    rating,
    ...placeOf(place(row)),
  };
  const pointer = `/priorityGoals/${row.position}`;
  const items: ContinuationItem[] = [];
  if (level !== "initiative") {
    const responsibleUnits = listUnits(initiatives.map(([, unit]) => unit));
    items.push({ ...ofGoal, key: goalId, level: "goal", ref: refAt(pointer), text: row.title, responsibleUnits, initiatives: initiatives.length });
  }
  if (level === "goal") return items;
  initiatives.forEach(([text, unit], index) => {
    const ref = refAt(`${pointer}/initiatives/${index}`);
    items.push({ ...ofGoal, key: initiativeKey(goalId, index + 1), level: "initiative", ref, text, responsibleUnits: listUnits([unit]), initiatives: 1 });
  });
  return items;
}
