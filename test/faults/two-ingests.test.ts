import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { checkDatabase } from "@/db/check/check-database";
import { openDatabase } from "@/db/connection/client";
import { listDatasets } from "@/db/queries/datasets";
import { runCommand } from "../db/run-command";
import { createFolder, makePlan, REAL_DOCUMENTS, removeTemporary, writePlans } from "../db/temporary-store";

afterAll(removeTemporary);

it("two ingests at once, of the same and of different files into a new database, lose nothing and store nothing twice", async () => {
  const folder = createFolder();
  const files = (name: string, first: number) =>
    writePlans(
      path.join(folder, name),
      Array.from({ length: 25 }, (_, index) => makePlan({ department: `${name}部（架空）`, fiscalYear: first + index })),
    );
  const [one, other] = [files("甲", 2000), files("乙", 2000)];
  for (const [first, second, documents] of [
    [one, one, 25],
    [one, other, 50],
    [[...REAL_DOCUMENTS, ...one], [...other, ...REAL_DOCUMENTS], 52],
  ] as [string[], string[], number][]) {
    const url = pathToFileURL(path.join(createFolder(), "a.db")).href;
    const ended = await Promise.all([first, second].map((paths) => runCommand("ingest", paths, { DATABASE_URL: url })));
    expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ""],
      [0, ""],
    ]);
    const db = await openDatabase(url);
    expect((await checkDatabase(db)).flatMap(({ faults }) => faults)).toEqual([]);
    const all = await listDatasets(db);
    expect(all[0]!.documents).toBe(documents);
    expect(all.length).toBeLessThanOrEqual(2);
    db.$client.close();
  }
});
