import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readMunicipalityRows } from "@/app/_read/municipality-rows";
import type { Database } from "@/db/connection/database";
import { findDataset } from "@/db/queries/datasets";
import { listMunicipalities } from "@/db/queries/municipalities";
import { MOST_MUNICIPALITIES } from "@/lib/charts/municipalities/model";
import { municipalityId } from "@/lib/domain/identifier";
import type { DatasetRow } from "@/lib/domain/rows";
import { generateCountry } from "@/lib/generation/country";
import { createStore, HOME, ingest, REAL_DOCUMENTS, removeTemporary, writePlans } from "../db/temporary-store";

let site: { database: Database; dataset: DatasetRow };
let names: string[];

beforeAll(async () => {
  const { db, folder } = await createStore();
  const plans = [...generateCountry({ municipalities: 53, departments: 1, years: 2, seed: 5 })].flatMap((each) => each.plans);
  await ingest(db, REAL_DOCUMENTS);
  await ingest(db, writePlans(folder, plans));
  site = { database: db, dataset: (await findDataset(db))! };
  names = (await listMunicipalities(db, site.dataset)).map(({ name }) => name);
}, 120_000);
afterAll(removeTemporary);

const yearsOf = (rows: readonly { municipality: string; fiscalYear: number }[], name: string) => [
  ...new Set(rows.filter(({ municipality }) => municipality === name).map(({ fiscalYear }) => fiscalYear)),
];

describe("rows of several municipalities", () => {
  it("are of all, in the order of the list, as many as an address could name, and say how many more there are", async () => {
    const { municipalities, otherMunicipalities, plans } = await readMunicipalityRows(site, { filter: {}, of: "goals" });
    expect([names[0], names.length]).toEqual([HOME, 54]);
    expect([municipalities, otherMunicipalities]).toEqual([names.slice(0, MOST_MUNICIPALITIES), 4]);
    expect(new Set(plans.map(({ municipality }) => municipality))).toEqual(new Set(municipalities));
  });

  it("are of those asked for, in the order given, each of the one year that it is shown by", async () => {
    const asked = [names[5]!, HOME, names[2]!];
    const { municipalities, otherMunicipalities, plans, goals } = await readMunicipalityRows(site, {
      filter: { municipalities: asked.map(municipalityId) },
      of: "targets",
    });
    expect([municipalities, otherMunicipalities]).toEqual([asked, 0]);
    for (const name of asked) {
      const years = yearsOf(plans, name);
      expect(years).toHaveLength(1);
      expect(yearsOf(goals, name)).toEqual(years);
    }
    expect(yearsOf(plans, HOME)).toEqual([2025]);
    const older = await readMunicipalityRows(site, { filter: { municipalities: [municipalityId(HOME)], fiscalYears: [2021, 2024] }, of: "goals" });
    expect(yearsOf(older.plans, HOME)).toEqual([2021]);
    const none = await readMunicipalityRows(site, { filter: { municipalities: [municipalityId(HOME)], fiscalYears: [2019] }, of: "goals" });
    expect([none.municipalities, none.plans, none.goals]).toEqual([[HOME], [], []]);
  });

  it("are refused where there are no plans of one", async () => {
    const filter = { municipalities: [municipalityId(HOME), "m00000000"] };
    await expect(readMunicipalityRows(site, { filter, of: "goals" })).rejects.toThrow("「m00000000」という自治体の運営方針はありません。");
  });
});
