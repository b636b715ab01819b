import { sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import type { RatingScaleEntry } from "@/lib/domain/plan";
import { type RatingScale, readScale } from "@/lib/domain/rating/value";
import type { Database } from "../connection/database";
import { ratingScaleEntries } from "../schema/plans";
import { jsonList } from "./json-list";
import { ofPlan, plan } from "./query-tables";
import { selectRows } from "./select-rows";

/** Names a plan: its reading, and its place in it. */
export interface PlanKey {
  readingId: number;
  planPosition: number;
}

/** Columns of `PlanKey` for `plan`. */
export const planKeyColumns = { readingId: plan.readingId, planPosition: plan.position };

/** A scale as a plan prints it, and as its ratings are read by. */
export interface PlanScale {
  printed: RatingScaleEntry[];
  scale: RatingScale;
}

/** The scales of a database's plans by their keys, which never change, and by their texts, as a city's plans print few. */
interface Kept {
  byPlan: LRUCache<string, PlanScale>;
  byText: LRUCache<string, PlanScale>;
}

const kept = new WeakMap<Database, Kept>();

const TEXT = jsonList(
  ratingScaleEntries,
  ofPlan,
  ({ rating, label, criterion, min, max }) => sql`json_object('rating', ${rating}, 'label', ${label}, 'criterion', ${criterion}, 'min', ${min}, 'max', ${max})`,
);

/** Looks up the scales of these plans. Reads those that are not known yet in one round trip. */
export async function readPlanScales(db: Database, plans: readonly PlanKey[]): Promise<(plan: PlanKey) => PlanScale> {
  let known = kept.get(db);
  if (!known) kept.set(db, (known = { byPlan: new LRUCache({ max: 20_000 }), byText: new LRUCache({ max: 500 }) }));
  const scales = new Map<string, PlanScale>();
  const missing = new Map<string, [number, number]>();
  for (const plan of plans) {
    const key = nameKey(plan);
    if (scales.has(key) || missing.has(key)) continue;
    const scale = known.byPlan.get(key);
    if (scale) scales.set(key, scale);
    else missing.set(key, [plan.readingId, plan.planPosition]);
  }
  if (missing.size > 0) {
    const rows = await selectRows<PlanKey & { text: string }>(
      db,
      { ...planKeyColumns, text: TEXT },
      sql`from json_each(${JSON.stringify([...missing.values()])}) wanted
      cross join ${plan.table} on ${plan.readingId} = wanted.value ->> 0 and ${plan.position} = wanted.value ->> 1`,
    );
    for (const row of rows) {
      const scale = known.byText.get(row.text) ?? readText(row.text);
      known.byText.set(row.text, scale);
      known.byPlan.set(nameKey(row), scale);
      scales.set(nameKey(row), scale);
    }
  }
  return (plan) => scales.get(nameKey(plan))!;
}

function readText(text: string): PlanScale {
  const printed = JSON.parse(text) as RatingScaleEntry[];
  return { printed, scale: readScale(printed) };
}

function nameKey({ readingId, planPosition }: PlanKey): string {
  return `${readingId} ${planPosition}`;
}
