import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { openDatabase } from "@/db/connection/client";
import { describeFailure } from "@/db/connection/failure";
import { ingestFiles } from "@/db/ingest/ingest";
import { prepareStore } from "@/db/ingest/prepare-store";
import { readContinuations } from "@/db/queries/continuations";
import { findDataset } from "@/db/queries/datasets";
import { ConfigurationError } from "@/lib/config";
import { type HranaServer, startHranaServer } from "../../hrana/server";
import { runCommand } from "../run-command";
import { createFolder, HOME, ingest, makePlan, openStore, REAL_DOCUMENTS, removeTemporary, writePlans } from "../temporary-store";

let server: HranaServer;
let dataset: string;

/** What a server and its web process are given. */
function give(at: HranaServer, token: string): void {
  vi.stubEnv("DATABASE_URL", at.url);
  vi.stubEnv("DATABASE_AUTH_TOKEN", token);
}

/** The sentence that some work ends with. */
const sentenceOf = (at: HranaServer, work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => describeFailure(error, at.url),
  );

beforeAll(async () => {
  server = await startHranaServer(path.join(createFolder(), "server.db"));
  dataset = (await ingest(await openStore(server.url), REAL_DOCUMENTS)).dataset!;
  server.admit({ writer: "write", reader: "read" });
});

afterEach(() => vi.unstubAllEnvs());

afterAll(async () => {
  removeTemporary();
  await server.stop();
});

const MISSING = /^データベースのサーバー http:\/\/\S+ はトークンを求めています。DATABASE_AUTH_TOKEN に指定してください。$/;
const REFUSED = /^データベースのサーバー http:\/\/\S+ が、DATABASE_AUTH_TOKEN のトークンを受け付けません（.*The JWT is invalid）。$/;
const READS_ONLY = /^データベースのサーバー http:\/\/\S+ が書き込みを認めません（.*）。DATABASE_AUTH_TOKEN に、書き込めるトークンを指定してください。$/;

describe("a libSQL server that asks for a token", () => {
  it.each([
    ["none", "", MISSING],
    ["another", "stranger", REFUSED],
  ])("is told of in a sentence that names the variable: %s is given", async (_, token, sentence) => {
    give(server, token);
    expect(await sentenceOf(server, prepareStore())).toMatch(sentence);
    const before = server.countRequests();
    expect(
      await sentenceOf(
        server,
        openDatabase().then((db) => findDataset(db)),
      ),
    ).toMatch(sentence);
    expect(server.countRequests() - before, "a refused token is not tried again").toBe(1);
  });

  it("is shown a token without the blanks around it, and never one that no header can carry, which no message repeats", async () => {
    give(server, " reader\n");
    expect(await sentenceOf(server, prepareStore())).toBe("done");
    for (const token of ["rea der", "鍵", "a\nb", "a\u0001b"]) {
      give(server, token);
      const before = server.countRequests();
      const error = await prepareStore().catch((thrown: unknown) => thrown);
      expect(error).toEqual(new ConfigurationError("DATABASE_AUTH_TOKEN の値は使えません。空白のない英数字と記号で指定してください。"));
      expect(String(error)).not.toContain(token);
      expect(server.countRequests()).toBe(before);
    }
  });

  it("ends the start of a web process with that sentence alone", async () => {
    const { code, stdout, stderr } = await runCommand("start", [], { DATABASE_URL: server.url, DATABASE_AUTH_TOKEN: "stranger", PORT: "0" });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr.trimEnd()).toMatch(REFUSED);
  });

  it("lets a token that may only read prepare a web process where nothing is to be migrated or taken in", async () => {
    give(server, "reader");
    expect(await prepareStore()).toMatchObject({ added: 0, unchanged: 2, dataset });
    const db = await openDatabase();
    expect((await readContinuations(db, (await findDataset(db))!)).items.length).toBeGreaterThan(0);
    db.$client.close();
  });

  it("says of such a token that it may not write where something is to be taken in", async () => {
    give(server, "reader");
    const db = await openDatabase();
    expect(await sentenceOf(server, ingestFiles(db, writePlans(createFolder(), [makePlan()]), { municipality: HOME }))).toMatch(READS_ONLY);
    expect((await findDataset(db))!.id).toBe(dataset);
    db.$client.close();
  });

  it("says so where its tables are to be made", async () => {
    const empty = await startHranaServer(path.join(createFolder(), "empty.db"));
    empty.admit({ reader: "read" });
    give(empty, "reader");
    expect(await sentenceOf(empty, prepareStore())).toMatch(READS_ONLY);
    await empty.stop();
  });

  it("says so where writing is forbidden to everybody, and where a token may not even read", async () => {
    const forbidden = Object.assign(new Error("Operation was blocked: SQL write operations are forbidden"), { code: "BLOCKED" });
    expect(describeFailure(forbidden, "libsql://ayumi.example")).toMatch(/書き込みを認めません/);
    give(server, "nobody");
    server.admit({ nobody: "none" });
    expect(
      await sentenceOf(
        server,
        openDatabase().then((db) => findDataset(db)),
      ),
    ).toMatch(/トークンを受け付けません（.*Read permission/);
    server.admit({ writer: "write", reader: "read" });
  });
});
