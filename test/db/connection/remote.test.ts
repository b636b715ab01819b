import path from "node:path";
import { pathToFileURL } from "node:url";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { checkDatabase } from "@/db/check/check-database";
import { openDatabase } from "@/db/connection/client";
import type { Database } from "@/db/connection/database";
import { describeFailure } from "@/db/connection/failure";
import { migrateDatabase } from "@/db/migrate";
import { readContinuations, readGoalHistory } from "@/db/queries/continuations";
import { findDataset } from "@/db/queries/datasets";
import { findDocument } from "@/db/queries/document";
import { listGoals } from "@/db/queries/goals";
import { listPlans } from "@/db/queries/plans";
import { documents } from "@/db/schema/readings";
import { type HranaServer, startHranaServer } from "../../hrana/server";
import { createFolder, createStore, ingest, makePlan, openStore, REAL_DOCUMENTS, removeTemporary, writePlans } from "../temporary-store";

let server: HranaServer;
let file: string;
let db: Database;

beforeEach(async () => {
  file = path.join(createFolder(), "server.db");
  server = await startHranaServer(file);
  db = await openStore(server.url);
});

afterEach(async () => {
  removeTemporary();
  await server.stop();
});

const count = async (of: Database) => (await of.select({ id: documents.id }).from(documents)).length;

/** All that pages read. */
async function readAll(of: Database) {
  const dataset = (await findDataset(of))!;
  const [{ id }] = (await of.select({ id: documents.id }).from(documents).where(eq(documents.fileName, "2025-policy-promotion.txt"))) as [{ id: string }];
  const document = await findDocument(of, dataset, id);
  const goals = await listGoals(of, dataset, {});
  const histories = await Promise.all(goals.map((goal) => readGoalHistory(of, dataset, goal.id)));
  return [dataset.id, await listPlans(of, dataset), goals, await readContinuations(of, dataset), histories, document && { ...document, ingestedAt: null }];
}

describe("a libSQL server", () => {
  it("takes in and gives out the same as a file", async () => {
    const local = await createStore();
    const { dataset } = await ingest(local.db, REAL_DOCUMENTS);
    expect((await ingest(db, REAL_DOCUMENTS)).dataset).toBe(dataset);
    expect(await ingest(db, REAL_DOCUMENTS)).toMatchObject({ added: 0, unchanged: 2, dataset });
    expect(JSON.stringify(await readAll(db))).toBe(JSON.stringify(await readAll(local.db)));
    expect((await checkDatabase(db)).flatMap(({ faults }) => faults)).toEqual([]);
  });

  it.each(["reset", "status", "truncate"] as const)("that fails once (%s) is asked once more by what reads, and no more often", async (kind) => {
    await ingest(db, REAL_DOCUMENTS);
    server.order({ kind, times: 1 });
    expect(await count(db)).toBe(2);
    server.order({ kind });
    const before = server.countRequests();
    await expect(count(db)).rejects.toSatisfy((error) => /のサーバー .* に接続できません/.test(describeFailure(error, server.url) ?? ""));
    expect(server.countRequests() - before).toBe(2);
  });

  it("that does not answer a read has 3 s for each of two attempts", { timeout: 20_000 }, async () => {
    await ingest(db, REAL_DOCUMENTS);
    server.order({ kind: "slow", ms: 30_000 });
    const began = performance.now();
    await expect(count(db)).rejects.toSatisfy((error) => (describeFailure(error, server.url) ?? "").includes("3 秒以内に応答がありません"));
    const seconds = (performance.now() - began) / 1000;
    expect(seconds).toBeGreaterThan(5.9);
    expect(seconds).toBeLessThan(8);
    server.order(null);
    expect(await count(db)).toBe(2);
  });

  it.each(["reset", "status", "truncate"] as const)(
    "that fails after a write (%s) is not asked to write again; running again stores nothing twice",
    async (kind) => {
      const expected = (await ingest((await createStore()).db, REAL_DOCUMENTS)).dataset;
      for (const write of ["insert into documents", 'insert into \\"dataset_entries\\"']) {
        server.order({ kind, after: true, times: 1, containing: write });
        const before = server.countRequests(write);
        await expect(ingest(db, REAL_DOCUMENTS)).rejects.toSatisfy((error) => describeFailure(error, server.url) !== null);
        expect(server.countRequests(write) - before).toBe(1);
      }
      expect((await ingest(db, REAL_DOCUMENTS)).dataset).toBe(expected);
      expect(await count(db)).toBe(2);
      const direct = await openDatabase(pathToFileURL(file).href);
      expect((await checkDatabase(direct)).flatMap(({ faults }) => faults)).toEqual([]);
      expect(await direct.all("select count(*) as n from datasets")).toEqual([{ n: 1 }]);
      direct.$client.close();
    },
  );

  it("takes two ingests at once, from two clients", async () => {
    const other = await openStore(server.url);
    const folder = createFolder();
    const plans = writePlans(folder, [makePlan(), makePlan({ fiscalYear: 2025 }), makePlan({ fiscalYear: 2026 })]);
    await Promise.all([ingest(db, plans), ingest(other, plans)]);
    expect(await count(db)).toBe(3);
    expect((await checkDatabase(db)).flatMap(({ faults }) => faults)).toEqual([]);
  });

  it("that is not there is one sentence", async () => {
    const gone = await startHranaServer(path.join(createFolder(), "gone.db"));
    await gone.stop();
    const late = await openDatabase(gone.url);
    await expect(migrateDatabase(late)).rejects.toSatisfy(
      (error) => describeFailure(error, gone.url) === `データベースのサーバー ${gone.url} に接続できません（ECONNREFUSED）。`,
    );
    late.$client.close();
  });

  it("that is not there when an embedded replica opens is one sentence too", async () => {
    const gone = await startHranaServer(path.join(createFolder(), "gone.db"));
    await gone.stop();
    vi.stubEnv("DATABASE_REPLICA", pathToFileURL(path.join(createFolder(), "replica.db")).href);
    await expect(openDatabase(gone.url, { reading: true })).rejects.toSatisfy(
      (error) => describeFailure(error, gone.url) === `データベースのサーバー ${gone.url} に接続できません（ECONNREFUSED）。`,
    );
    vi.unstubAllEnvs();
  });
});
