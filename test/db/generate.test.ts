import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { writeCountry } from "@/db/generation/generate-command";
import { findDataset } from "@/db/queries/datasets";
import { runCommand } from "./run-command";
import { createFolder, createStore, ingest, removeTemporary } from "./temporary-store";

afterEach(removeTemporary);

describe("npm run generate", () => {
  it("writes one file a municipality and year, the same each time, which ingest takes whole", async () => {
    const [one, other] = [createFolder(), createFolder()];
    const { code, stdout } = await runCommand("generate", ["--municipalities", "2", "--departments", "3", "--years", "2", "--seed", "5", "--out", one], {});
    expect([code, stdout]).toEqual([0, expect.stringContaining("12件")]);
    expect(await writeCountry(other, { municipalities: 2, departments: 3, years: 2, seed: 5 })).toEqual({ files: 4, plans: 12 });
    const names = readdirSync(one).sort();
    expect(names).toEqual(["fictitious-0001-2024.json", "fictitious-0001-2025.json", "fictitious-0002-2024.json", "fictitious-0002-2025.json"]);
    for (const name of names) expect(readFileSync(path.join(one, name))).toEqual(readFileSync(path.join(other, name)));

    const { db } = await createStore();
    const { added, refused } = await ingest(
      db,
      names.map((name) => path.join(one, name)),
    );
    expect({ added, refused, documents: (await findDataset(db))!.documents }).toEqual({ added: 4, refused: 0, documents: 4 });
  });

  it("refuses to write among the city's own documents, and numbers that are none", async () => {
    const inside = await runCommand("generate", ["--out", "db/documents"], {});
    expect([inside.code, inside.stderr]).toEqual([2, expect.stringContaining("市の資料のフォルダ")]);
    const beneath = await runCommand("generate", ["--out", "db/documents/fictitious"], {});
    expect([beneath.code, existsSync("db/documents/fictitious")]).toEqual([2, false]);
    const wrong = await runCommand("generate", ["--out", createFolder(), "--years", "0"], {});
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("--years 0")]);
    expect((await runCommand("generate", [], {})).code).toBe(2);
    expect(readdirSync("db/documents").sort()).toEqual(["2021-policy-promotion.txt", "2025-policy-promotion.txt"]);
  });
});
