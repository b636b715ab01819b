import { and, asc, eq, sql } from "drizzle-orm";
import { comparisons, datasetComparisons, datasetMunicipalities } from "../schema/datasets";
import { keepRows } from "./row-memory";

/** The comparisons that a dataset shows, of all municipalities or of one, by years and municipality. */
export const listShownComparisons = keepRows("comparisons", async (db, dataset): Promise<(typeof comparisons.$inferSelect)[]> => {
  const newest = sql`${datasetMunicipalities.datasetSequence} = (select max(other.dataset_sequence) from dataset_municipalities other
    where other.municipality_id = ${datasetMunicipalities.municipalityId} and other.dataset_sequence <= ${dataset.sequence})`;
  const rows = await db
    .select({ comparison: comparisons })
    .from(datasetMunicipalities)
    .innerJoin(
      datasetComparisons,
      and(
        eq(datasetComparisons.municipalityId, datasetMunicipalities.municipalityId),
        eq(datasetComparisons.datasetSequence, datasetMunicipalities.datasetSequence),
      ),
    )
    .innerJoin(comparisons, eq(comparisons.digest, datasetComparisons.comparison))
    .where(and(newest, dataset.municipalityId === undefined ? undefined : eq(datasetMunicipalities.municipalityId, dataset.municipalityId)))
    .orderBy(asc(comparisons.fromYear), asc(comparisons.toYear), asc(comparisons.municipality));
  return rows.map(({ comparison }) => comparison);
});
