import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDataFacts } from "@/app/_read/data-facts";
import { readSite } from "@/app/_read/read-site";
import { GET as getTable } from "@/app/api/[file]/route";
import { closeSiteDatabase } from "@/db/connection/site";
import { writeCountry } from "@/db/generation/generate-command";
import { listSourceFiles } from "@/db/ingest/source-files";
import { municipalityId } from "@/lib/domain/identifier";
import { nameMunicipality } from "@/lib/generation/municipality-name";
import { createFolder, createStore, ingest, removeTemporary } from "../db/temporary-store";

const [city, other] = [0, 1].map(nameMunicipality) as [string, string];

/** Two invented cities of six departments and four years, the first the site's own. */
beforeAll(async () => {
  const { db, url } = await createStore();
  const folder = createFolder();
  await writeCountry(folder, { municipalities: 2, departments: 6, years: 4, seed: 3 });
  await ingest(db, await listSourceFiles([path.resolve(folder)]));
  process.env.DATABASE_URL = url;
  process.env.AYUMI_MUNICIPALITY = city;
}, 120_000);
afterAll(() => {
  closeSiteDatabase();
  delete process.env.DATABASE_URL;
  delete process.env.AYUMI_MUNICIPALITY;
  removeTemporary();
});

describe("what programs are told of the data", () => {
  it.each([null, municipalityId(other)])("calls whole what holds all rows of its table, and nothing else (%s)", async (municipality) => {
    const { tables } = await readDataFacts(await readSite(null, municipality));
    const files = tables.flatMap(({ files }) => files).filter(({ format }) => format !== "Excel");
    expect(new Set(files.map(({ format, whole }) => `${format} ${whole}`))).toEqual(new Set(["CSV true", "JSON true", "JSON false"]));
    for (const { url, whole } of files) {
      const answer = await getTable(new Request(url), { params: Promise.resolve({ file: new URL(url).pathname.split("/").at(-1)! }) });
      expect([url, answer.status, answer.headers.get("link") === null]).toEqual([url, 200, whole]);
    }
  });
});
