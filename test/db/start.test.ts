import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { type Ended, runCommand } from "./run-command";
import { createFolder, createStore, ingest, REAL_DOCUMENTS, removeTemporary } from "./temporary-store";

afterAll(removeTemporary);

const start = (env: Record<string, string>) => runCommand("start", [], { PORT: "0", ...env });
const urlOf = (...parts: string[]) => pathToFileURL(path.join(...parts)).href;

function expectSentence({ code, stdout, stderr }: Ended, sentence: RegExp): void {
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toMatch(sentence);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
}

describe.concurrent("npm start says in one sentence, and ends with 1, when", () => {
  it("the port is occupied, and then touches no data", async () => {
    const folder = createFolder();
    const server = createServer().listen(0);
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    const ended = await start({ PORT: String(port), DATABASE_URL: urlOf(folder, "data", "a.db") });
    server.close();
    expectSentence(ended, new RegExp(`^ポート ${port} はほかのプログラムが使っています。`));
  });

  it("a variable has a value that it cannot have", async () => {
    expectSentence(await start({ PORT: "abc" }), /^PORT「abc」は使えません。/);
  });

  it("the dataset to show is not there", async () => {
    const { db, url } = await createStore();
    await ingest(db, REAL_DOCUMENTS);
    db.$client.close();
    const { stderr, code } = await start({ DATABASE_URL: url, AYUMI_DATASET: "00000000" });
    expect([code, stderr]).toEqual([
      1,
      "AYUMI_DATASET「00000000」は使えません。そのデータ版はありません。あるデータ版を指定するか、指定をやめて最新を表示してください。\n",
    ]);
  });

  it("its address has a path", async () => {
    expectSentence(
      await start({ AYUMI_URL: "https://city.example.jp/ayumi/" }),
      /^AYUMI_URL「https:\/\/city\.example\.jp\/ayumi」は使えません。サイトはパスの下では動かないので、https:\/\/city\.example\.jp のように指定してください/,
    );
  });

  it("the data folder cannot be: a file stands in its place", async () => {
    const folder = createFolder();
    writeFileSync(path.join(folder, "data"), "");
    expectSentence(await start({ DATABASE_URL: urlOf(folder, "data", "a.db") }), /^データフォルダ .*data に書き込めません（(EEXIST|ENOTDIR)）。/);
  });

  it.runIf(process.platform === "linux")("the data folder cannot be written, whoever asks", async () => {
    expectSentence(await start({ DATABASE_URL: "file:///proc/ayumi/a.db" }), /^データフォルダ \/proc\/ayumi に書き込めません（ENOENT|EACCES）。/);
  });

  it("the database is a folder", async () => {
    const folder = createFolder();
    mkdirSync(path.join(folder, "a.db"));
    expectSentence(await start({ DATABASE_URL: urlOf(folder, "a.db") }), /^データベース .*a\.db はフォルダです。/);
  });

  it("the database is no database", async () => {
    const folder = createFolder();
    writeFileSync(path.join(folder, "a.db"), randomBytes(20_000));
    expectSentence(await start({ DATABASE_URL: urlOf(folder, "a.db") }), /^データベース .*a\.db が壊れています。/);
  });

  it("the database is cut short", async () => {
    const { db, url } = await createStore();
    await ingest(db, REAL_DOCUMENTS);
    db.$client.close();
    truncateSync(fileURLToPath(url), 40_960);
    expectSentence(await start({ DATABASE_URL: url }), /^データベース .*test store\.db が壊れています。/);
  });

  it("the replica of a server has no place that is a file", async () => {
    expectSentence(await start({ DATABASE_URL: "http://127.0.0.1:1", DATABASE_REPLICA: "replica.db" }), /^DATABASE_REPLICA「replica\.db」は使えません。/);
  });

  it("the replica would stand where another database does", async () => {
    const { db, url } = await createStore();
    db.$client.close();
    expectSentence(
      await start({ DATABASE_URL: "http://127.0.0.1:1", DATABASE_REPLICA: url }),
      /^DATABASE_REPLICA の .*test store\.db は、サーバーから写したデータベースではありません。/,
    );
  });

  it("the database's URL is none", async () => {
    expectSentence(await start({ DATABASE_URL: "nowhere" }), /^DATABASE_URL「nowhere」は使えません。file:、/);
  });
});
