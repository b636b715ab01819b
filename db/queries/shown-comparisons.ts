import { and, asc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { comparisons, datasetComparisons, datasetMunicipalities } from "../schema/datasets";
import { isInForce, SHOWN } from "./municipality-in-force";
import { keepRows } from "./row-memory";

/** The table of `isInForce` for Drizzle's own queries, which read JSON. */
const municipality = alias(datasetMunicipalities, SHOWN);
const { municipalityId, datasetSequence } = datasetComparisons;

/** The comparisons that a dataset shows, of all municipalities or of one, by years and municipality. */
export const listShownComparisons = keepRows("comparisons", async (db, dataset): Promise<(typeof comparisons.$inferSelect)[]> => {
  const rows = await db
    .select({ comparison: comparisons })
    .from(municipality)
    .innerJoin(datasetComparisons, and(eq(municipalityId, municipality.municipalityId), eq(datasetSequence, municipality.datasetSequence)))
    .innerJoin(comparisons, eq(comparisons.digest, datasetComparisons.comparison))
    .where(and(isInForce(dataset), dataset.municipalityId === undefined ? undefined : eq(municipality.municipalityId, dataset.municipalityId)))
    .orderBy(asc(comparisons.fromYear), asc(comparisons.toYear), asc(comparisons.municipality));
  return rows.map(({ comparison }) => comparison);
});
