import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { databaseUrl, decisionsFile, documentsFolder, homeMunicipality } from "@/db/config";
import { prepareStore } from "@/db/ingest/prepare-store";
import { findDataset } from "@/db/queries/datasets";
import { listPlans } from "@/db/queries/plans";
import { runCommand } from "./run-command";
import { createFolder, createStore, ingest, makePlan, openStore, REAL_DOCUMENTS, removeTemporary, writeFiles, writePlans } from "./temporary-store";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
afterAll(removeTemporary);

/** A folder of 架空市 with two plans and a decision file. */
function createCity(): string {
  const folder = createFolder();
  writeFiles(folder, { "ayumi.json": JSON.stringify({ municipality: "架空市" }) });
  writePlans(path.join(folder, "documents"), [makePlan({ municipality: "架空市" }), makePlan({ municipality: "架空市", fiscalYear: 2025 })]);
  writeFiles(path.join(folder, "decisions"), { "continuations.json": '{"format": "ayumi-decisions/1", "decisions": []}' });
  return folder;
}

/** Prepares the store of this process's environment as `npm start` does; answers what it says on stderr. */
async function prepare(): Promise<string> {
  const written: string[] = [];
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  vi.spyOn(process.stderr, "write").mockImplementation((text) => Boolean(written.push(String(text))));
  await prepareStore();
  vi.restoreAllMocks();
  return written.join("");
}

async function listMunicipalities(url: string): Promise<string[]> {
  const db = await openStore(url);
  const dataset = await findDataset(db);
  return dataset ? [...new Set((await listPlans(db, dataset)).map(({ municipality }) => municipality))] : [];
}

describe("AYUMI_DATA", () => {
  it("names the folder of documents, decisions, database and municipality; without it, the repository's", () => {
    expect([homeMunicipality(), documentsFolder(), decisionsFile()]).toEqual([
      "柏原市",
      path.resolve("db/documents"),
      path.resolve("db/decisions/continuations.json"),
    ]);
    vi.stubEnv("DATABASE_URL", "");
    expect(databaseUrl()).toBe(pathToFileURL(path.resolve("db/data/ayumi.db")).href);
    const folder = createCity();
    vi.stubEnv("AYUMI_DATA", folder);
    expect([homeMunicipality(), documentsFolder(), decisionsFile(), databaseUrl()]).toEqual([
      "架空市",
      path.join(folder, "documents"),
      path.join(folder, "decisions", "continuations.json"),
      pathToFileURL(path.join(folder, "data", "ayumi.db")).href,
    ]);
  });

  it("is what ingest takes in, and its fault ends a start in one sentence before anything is touched", { timeout: 120_000 }, async () => {
    const folder = createCity();
    const taken = await runCommand("ingest", ["--json"], { AYUMI_DATA: folder, DATABASE_URL: "" });
    expect([taken.code, JSON.parse(taken.stdout)]).toEqual([0, expect.objectContaining({ added: 2 })]);
    expect(await listMunicipalities(pathToFileURL(path.join(folder, "data", "ayumi.db")).href)).toEqual(["架空市"]);
    writeFiles(folder, { "ayumi.json": '{"municipality": "架空市", "city": 1}' });
    const started = await runCommand("start", [], { AYUMI_DATA: folder, DATABASE_URL: "", PORT: "0" });
    expect([started.code, started.stdout]).toEqual([1, ""]);
    expect(started.stderr).toBe(`${path.join(folder, "ayumi.json")}:1:26 json-unknown-key /city：「city」という項目はありません。\n`);
  });
});

describe("a data folder of another municipality", () => {
  it("than the one configured is not taken in, which a start says in one sentence", { timeout: 120_000 }, async () => {
    const { db, url } = await createStore();
    db.$client.close();
    vi.stubEnv("DATABASE_URL", url);
    vi.stubEnv("AYUMI_MUNICIPALITY", "岡崎市");
    const sentence =
      "データフォルダ db は柏原市のものなので、AYUMI_MUNICIPALITY が岡崎市であるあいだは何も取り込みません（岡崎市のフォルダは AYUMI_DATA で指定します）。\n";
    expect(await prepare()).toBe(sentence);
    expect(await listMunicipalities(url)).toEqual([]);
    for (const args of [[], ["--check"]]) {
      expect(await runCommand("ingest", args, { DATABASE_URL: url, AYUMI_MUNICIPALITY: "岡崎市" })).toEqual({ code: 1, stdout: "", stderr: sentence });
    }
    // What is named is taken in as the configured municipality's.
    expect((await runCommand("ingest", [REAL_DOCUMENTS[0]!], { DATABASE_URL: url, AYUMI_MUNICIPALITY: "岡崎市" })).code).toBe(0);
    expect(await listMunicipalities(url)).toEqual(["岡崎市"]);
    // Nor do its decisions come into that folder.
    const decisions = readFileSync(decisionsFile(), "utf8");
    const decided = await runCommand("continuations", ["end", "2021-policy-promotion-1", "--kind", "unknown", "--by", "企画課", "--reason", "架空"], {
      DATABASE_URL: url,
      AYUMI_MUNICIPALITY: "岡崎市",
    });
    expect([decided.code, decided.stderr]).toEqual([1, `${sentence.trim()}判断は、--decisions で指定したファイルに記録できます。\n`]);
    expect(readFileSync(decisionsFile(), "utf8")).toBe(decisions);
  });

  it("than the database's is not taken in either", { timeout: 120_000 }, async () => {
    const { db, url } = await createStore();
    const { dataset } = await ingest(db, [REAL_DOCUMENTS[1]!], { municipality: "架空市" });
    db.$client.close();
    vi.stubEnv("DATABASE_URL", url);
    expect(await prepare()).toMatch(
      /^データフォルダ db は柏原市のものですが、データベース .*test store\.db は架空市のものなので、何も取り込みません（AYUMI_DATA か DATABASE_URL を確かめてください）。\n$/,
    );
    const ended = await runCommand("ingest", [], { DATABASE_URL: url });
    expect([ended.code, ended.stdout]).toEqual([1, ""]);
    expect((await findDataset(await openStore(url)))!.id).toBe(dataset);
  });

  it("is taken in where the database holds the folder's municipality beside others", async () => {
    const { db, url, folder } = await createStore();
    await ingest(db, writePlans(folder, [makePlan({ municipality: "架空市" })]));
    db.$client.close();
    vi.stubEnv("DATABASE_URL", url);
    expect(await prepare()).toBe("");
    expect((await listMunicipalities(url)).toSorted()).toEqual(["架空市", "柏原市"].toSorted());
  });
});

describe("the repository's folder", () => {
  it("gives the same dataset on every machine", async () => {
    const { db, url } = await createStore();
    db.$client.close();
    vi.stubEnv("DATABASE_URL", url);
    await prepare();
    expect((await findDataset(await openStore(url)))!.id).toMatch(/^06ea1646c95b/);
    expect(readFileSync("db/ayumi.json", "utf8")).toContain("柏原市");
  });
});
