import { sql } from "drizzle-orm";
import { municipalityId } from "@/lib/domain/identifier";
import { databaseUrl, dataCity, dataFolder, homeMunicipality } from "./config";
import { databaseFile } from "./connection/client";
import type { Database } from "./connection/database";
import { printPath } from "./printed-path";

/**
 * Why nothing is taken in from the data folder, as a Japanese sentence: it is of another municipality than the one
 * that is configured. `null` where it is not.
 */
export function describeForeignFolder(): string | null {
  const [own, home] = [dataCity().municipality, homeMunicipality()];
  if (own === home) return null;
  return `データフォルダ ${printPath(dataFolder())} は${own}のものなので、AYUMI_MUNICIPALITY が${home}であるあいだは何も取り込みません（${home}のフォルダは AYUMI_DATA で指定します）。`;
}

/** The same, or because the database holds other municipalities' documents and nothing of the folder's. */
export async function describeForeignStore(db: Database): Promise<string | null> {
  const foreign = describeForeignFolder();
  if (foreign !== null) return foreign;
  const own = dataCity().municipality;
  const [held] = await db.all<{ municipality: string }>(sql`
    select municipality from readings
    where not exists (select 1 from readings where municipality = ${own}) and not exists (select 1 from plans where municipality_id = ${municipalityId(own)})
    order by id desc limit 1`);
  if (!held) return null;
  const file = databaseFile(databaseUrl());
  const name = file === null ? "" : ` ${printPath(file)} `;
  return `データフォルダ ${printPath(dataFolder())} は${own}のものですが、データベース${name}は${held.municipality}のものなので、何も取り込みません（AYUMI_DATA か DATABASE_URL を確かめてください）。`;
}
