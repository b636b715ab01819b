import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/connection/database";
import { writeCountry } from "@/db/generation/generate-command";
import { listSourceFiles } from "@/db/ingest/source-files";
import { readContinuations, readGoalHistory } from "@/db/queries/continuations";
import { findDataset } from "@/db/queries/datasets";
import { countDocuments, listDocuments } from "@/db/queries/documents";
import { findGoal } from "@/db/queries/goal";
import { listGoals } from "@/db/queries/goals";
import { findMunicipality, listMunicipalities } from "@/db/queries/municipalities";
import { listPlans } from "@/db/queries/plans";
import { municipalityId } from "@/lib/domain/identifier";
import type { DatasetRow } from "@/lib/domain/rows";
import { nameMunicipality } from "@/lib/generation/municipality-name";
import { createFolder, createStore, ingest, makePlan, REAL_DOCUMENTS, removeTemporary, writePlans } from "./temporary-store";

const [ONE, OTHER] = [nameMunicipality(0), nameMunicipality(1)];

describe("a dataset of three municipalities", () => {
  let db: Database;
  let first: DatasetRow;
  let dataset: DatasetRow;
  const of = (name: string): DatasetRow => ({ ...dataset, municipalityId: municipalityId(name) });

  beforeAll(async () => {
    const store = await createStore();
    db = store.db;
    await ingest(db, REAL_DOCUMENTS);
    first = (await findDataset(db))!;
    const folder = createFolder();
    await writeCountry(folder, { municipalities: 2, departments: 3, years: 3, seed: 3 });
    await ingest(db, await listSourceFiles([path.resolve(folder)]));
    dataset = (await findDataset(db))!;
  });
  afterAll(removeTemporary);

  it("lists them, the site's own first; an older dataset lists those that it had", async () => {
    const own = { id: municipalityId("柏原市"), name: "柏原市", plans: 2, firstYear: 2021, lastYear: 2025 };
    expect(await listMunicipalities(db, first)).toEqual([own]);
    const all = await listMunicipalities(db, dataset);
    expect(all[0]).toEqual(own);
    expect(all.slice(1).map(({ name, plans, firstYear, lastYear }) => [name, plans, firstYear, lastYear])).toEqual(
      [ONE, OTHER].sort().map((name) => [name, 9, 2023, 2025]),
    );
  });

  it("shows the one asked for by id or name, else the site's own, and says whether there are others", async () => {
    expect(await findMunicipality(db, first, null)).toEqual({ id: municipalityId("柏原市"), name: "柏原市", several: false });
    expect(await findMunicipality(db, dataset, null)).toEqual({ id: municipalityId("柏原市"), name: "柏原市", several: true });
    for (const wanted of [ONE, municipalityId(ONE)]) expect(await findMunicipality(db, dataset, wanted)).toMatchObject({ name: ONE, several: true });
    expect(await findMunicipality(db, first, ONE)).toBeNull();
    expect(await findMunicipality(db, dataset, "どこにもない市")).toBeNull();
  });

  it("gives every list of one municipality just what it gives of it among all", async () => {
    for (const name of ["柏原市", ONE, OTHER]) {
      const isOwn = (row: { municipality: string }) => row.municipality === name;
      expect(await listPlans(db, of(name))).toEqual((await listPlans(db, dataset)).filter(isOwn));
      const goals = await listGoals(db, of(name));
      expect(goals).toEqual((await listGoals(db, dataset)).filter(isOwn));
      expect(goals.length).toBeGreaterThan(0);
      expect(await listGoals(db, dataset, { municipalities: [municipalityId(name)] })).toEqual(goals);
      const history = await readContinuations(db, of(name));
      expect(history.items).toEqual((await readContinuations(db, dataset)).items.filter(isOwn));
      expect(history.comparisons.length).toBe(name === "柏原市" ? 1 : 2);
      expect(await countDocuments(db, of(name))).toBe(name === "柏原市" ? 2 : 3);
      expect((await listDocuments(db, of(name))).every(({ plans }) => plans.every(({ planId }) => goals.some((goal) => goal.planId === planId)))).toBe(true);
    }
    expect(await listPlans(db, of("どこにもない市"))).toEqual([]);
  });

  it("finds a goal by its id whichever municipality is shown, and its history is its part of the whole", async () => {
    const goals = await listGoals(db, of(ONE), { fiscalYears: [2024] });
    const whole = await readContinuations(db, of(ONE), { reasons: false });
    const links = whole.comparisons.flatMap((comparison) => comparison.links);
    const steps = links.filter(({ level, kind }) => level === "goal" && kind !== "related");
    const reach = (key: string, step: (at: string) => string[]): string[] => [key, ...step(key).flatMap((next) => reach(next, step))];
    for (const goal of goals) {
      expect((await findGoal(db, of("柏原市"), goal.id))?.title).toBe(goal.title);
      const history = await readGoalHistory(db, of("柏原市"), goal.id);
      const ways = [
        reach(goal.id, (at) => steps.flatMap((link) => (link.successorKey === at ? [link.predecessorKey] : []))),
        reach(goal.id, (at) => steps.flatMap((link) => (link.predecessorKey === at ? [link.successorKey] : []))),
      ];
      const isOwn = (key: string) => key.replace(/-i\d+$/, "") === goal.id;
      const sources = steps.flatMap((link) => (link.successorKey === goal.id ? [link.predecessorKey] : []));
      const wanted = links.filter((link) => {
        const ends = [link.predecessorKey, link.successorKey];
        const leavesSource =
          link.level === "initiative" && link.successor.fiscalYear === goal.fiscalYear && sources.includes(link.predecessorKey.replace(/-i\d+$/, ""));
        return ends.some(isOwn) || leavesSource || (steps.includes(link) && ways.some((way) => ends.every((key) => way.includes(key))));
      });
      expect(history.comparisons.flatMap((comparison) => comparison.links)).toEqual(wanted);
      const known = new Set(history.items.map(({ key }) => key));
      expect([...ways.flat(), ...wanted.flatMap((link) => [link.predecessorKey, link.successorKey])].filter((key) => !known.has(key))).toEqual([]);
      expect(whole.items).toEqual(expect.arrayContaining(history.items));
      for (const key of [...known].filter(isOwn)) {
        const begun = whole.comparisons.some((comparison) => comparison.begun.includes(key));
        expect(history.comparisons.some((comparison) => comparison.begun.includes(key))).toBe(begun);
      }
    }
  });

  it("tells why links stand where that is asked for, the same for a department as for all", async () => {
    const whole = await readContinuations(db, of(ONE));
    const part = await readContinuations(db, of(ONE), { reasons: ["finance"] });
    const [all, some] = [whole, part].map(({ comparisons }) => comparisons.flatMap(({ links }) => links));
    expect(all!.every(({ parts }) => parts !== null)).toBe(true);
    expect(some!.map(({ predecessor, parts }) => [predecessor.department, parts !== null])).toEqual(
      all!.map(({ predecessor }) => [predecessor.department, predecessor.department === "財務部"]),
    );
    expect(some!.filter(({ parts }) => parts)).toEqual(all!.filter(({ predecessor }) => predecessor.department === "財務部"));
  });

  it("pages its documents, each once and in order", async () => {
    const all = await listDocuments(db, dataset);
    expect(all).toHaveLength(8);
    const pages = await Promise.all([0, 3, 6, 9].map((offset) => listDocuments(db, dataset, { offset, limit: 3 })));
    expect(pages.map((page) => page.length)).toEqual([3, 3, 2, 0]);
    expect(pages.flat()).toEqual(all);
  });

  it("gains a plan without a word about the municipalities that it is not of", async () => {
    const { db: store, folder } = await createStore();
    await ingest(store, writePlans(folder, [makePlan(), makePlan({ municipality: "岡崎市", fiscalYear: 2023 }), makePlan({ municipality: "岡崎市" })]));
    const before = (await findDataset(store))!;
    await ingest(store, writePlans(path.join(folder, "more"), [makePlan({ municipality: "岡崎市", fiscalYear: 2025 })]));
    const rows = await store.all<{ municipality: string; sequence: number; plans: number }>(
      sql`select municipality, dataset_sequence as sequence, plan_count as plans from dataset_municipalities order by dataset_sequence, municipality`,
    );
    expect(rows.map(({ municipality, sequence, plans }) => [municipality, sequence, plans])).toEqual([
      ["岡崎市", 1, 2],
      ["柏原市", 1, 1],
      ["岡崎市", 2, 3],
    ]);
    const years = async (shown: DatasetRow) => (await readContinuations(store, shown)).comparisons.map(({ from, to }) => [from, to]);
    expect(await years(before)).toEqual([[2023, 2024]]);
    expect(await years((await findDataset(store))!)).toEqual([
      [2023, 2024],
      [2024, 2025],
    ]);
  });
});
