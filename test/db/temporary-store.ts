import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { openDatabase } from "@/db/connection/client";
import type { Database } from "@/db/connection/database";
import { type FileOutcome, type IngestResult, ingestFiles } from "@/db/ingest/ingest";
import { acceptHeld } from "@/db/intake/accept";
import { listHeld } from "@/db/intake/intake";
import { migrateDatabase } from "@/db/migrate";
import { printPlanJson } from "@/lib/document/plan-json";
import type { FormDefinition } from "@/lib/domain/form-definition";
import type { DepartmentPlan } from "@/lib/domain/plan";

export const HOME = "柏原市";

const folders: string[] = [];
const databases: Database[] = [];

/** A folder of its own, with a migrated store in it. `removeTemporary` takes both away. */
export async function createStore(): Promise<{ db: Database; url: string; folder: string }> {
  const folder = createFolder();
  const url = pathToFileURL(path.join(folder, "test store.db")).href;
  return { db: await openStore(url), url, folder };
}

/** One more connection to a store. */
export async function openStore(url: string): Promise<Database> {
  const db = await openDatabase(url);
  databases.push(db);
  await migrateDatabase(db);
  return db;
}

export function createFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "ayumi-"));
  folders.push(folder);
  return folder;
}

/** Ingests files in the given order; a result with what became of each. */
export async function ingest(
  db: Database,
  files: readonly string[],
  options: { municipality?: string; readerVersion?: number; decisionsFile?: string; form?: FormDefinition } = {},
): Promise<IngestResult & { files: FileOutcome[] }> {
  const outcomes: FileOutcome[] = [];
  const result = await ingestFiles(db, files, { municipality: HOME, ...options, onFile: (outcome) => outcomes.push(outcome) });
  return { ...result, files: outcomes };
}

/** Accepts all that is held, as a planner would. */
export async function acceptAll(db: Database): Promise<void> {
  for (const held of await listHeld(db)) await acceptHeld(db, held, "試験のため");
}

/** Writes files into a folder by name; answers their paths in that order. */
export function writeFiles(folder: string, files: Record<string, string | Uint8Array>): string[] {
  mkdirSync(folder, { recursive: true });
  return Object.entries(files).map(([name, content]) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  });
}

/** A plan with one goal; give what matters. */
export function makePlan(plan: Partial<DepartmentPlan> = {}): DepartmentPlan {
  return {
    municipality: HOME,
    department: "総務部",
    fiscalYear: 2024,
    title: null,
    stage: "plan",
    officers: [{ post: "部長", name: "甲野 一郎", duty: null }],
    basicPolicy: ["方針です。"],
    ratingScale: [],
    priorityGoals: [
      {
        number: 1,
        policyGoal: { code: "5", name: "みんなでつくる" },
        policyArea: "行財政運営",
        title: "文書の整理",
        listedRating: null,
        overallRating: null,
        overallAssessment: null,
        futureConsiderations: null,
        targets: [{ text: "減らします。", achievement: null, rating: null }],
        initiatives: [{ text: "進めます。", reportedResult: null, responsibleUnit: "総務課" }],
      },
    ],
    ...plan,
  };
}

/** Plan JSON files of plans, named in order. */
export function writePlans(folder: string, plans: readonly DepartmentPlan[]): string[] {
  return writeFiles(folder, Object.fromEntries(plans.map((plan, index) => [`${String(index).padStart(4, "0")}.json`, printPlanJson(plan)])));
}

/** A decision about the real documents, as the file states it; give what matters. */
export function makeDecision(decision: object = {}) {
  return {
    ...{ decision: "confirm", level: "goal", predecessor: "2021-policy-promotion-5", successor: "2025-policy-promotion-4" },
    ...{ reason: "消防団の充実強化を引き継いだため", decidedBy: "企画調整課", decidedOn: "2026-04-01" },
    ...decision,
  };
}

/** A file of decisions in a folder; answers its path. */
export function writeDecisions(folder: string, decisions: readonly object[]): string {
  return writeFiles(folder, { "continuations.json": `${JSON.stringify({ format: "ayumi-decisions/1", decisions }, null, 2)}\n` })[0]!;
}

export const REAL_DOCUMENTS = ["db/documents/2021-policy-promotion.txt", "db/documents/2025-policy-promotion.txt"];

export function removeTemporary(): void {
  for (const db of databases.splice(0)) db.$client.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
