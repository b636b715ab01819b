import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { findDataset } from "@/db/queries/datasets";
import { municipalityId } from "@/lib/domain/identifier";
import { serveFolder } from "../browser/file-server";
import { walkSite } from "../browser/walk-site";
import { runCommand } from "../db/run-command";
import { createStore, HOME, ingest, makePlan, removeTemporary, writePlans } from "../db/temporary-store";

afterAll(removeTemporary);

const OTHER = "霞ヶ浜市（架空）";

it("an older dataset of two cities is baked whole, and to the same bytes whatever was taken in since", async () => {
  const { db, url, folder } = await createStore();
  const bake = async (name: string, ...args: string[]) => {
    const out = path.join(folder, name);
    const ended = await runCommand("bake", ["--out", out, ...args], { DATABASE_URL: url, AYUMI_URL: "https://ayumi.example" });
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    return out;
  };
  const plansOf = (fiscalYear: number) => [HOME, OTHER].map((municipality) => makePlan({ municipality, fiscalYear }));
  await ingest(db, writePlans(path.join(folder, "first"), [2021, 2022].flatMap(plansOf)));
  const { id } = (await findDataset(db))!;
  const whenNewest = await bake("newest");
  await ingest(db, writePlans(path.join(folder, "later"), plansOf(2023)));
  const whenOlder = await bake("older", "--dataset", id);

  const names = listFiles(whenNewest);
  expect(listFiles(whenOlder)).toEqual(names);
  for (const name of names) expect(readFileSync(path.join(whenOlder, name)).equals(readFileSync(path.join(whenNewest, name))), name).toBe(true);

  const server = await serveFolder(whenOlder);
  try {
    const { pages, links, broken } = await walkSite(server.url);
    expect(broken).toEqual([]);
    expect(links.filter(({ to }) => to.includes("?"))).toEqual([]);
    const own = `${municipalityId(OTHER)}-2021-general-affairs-1`;
    for (const goal of ["2021-general-affairs-1", "2022-general-affairs-1", own]) expect([...pages.keys()]).toContain(`/goals/${goal}`);
    expect(pages.get(`/goals/${own}`)!.html).toContain(OTHER);
    // The list of goals leads to the form of the coming year, which is that of no plan.
    for (const [address, { html }] of pages) expect(html.replaceAll(/令和5年度(?:の様式|_総務部)/g, ""), address).not.toContain("令和5年度");
  } finally {
    server.stop();
  }
}, 600_000);

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .flatMap((entry) => (entry.isFile() ? path.relative(folder, path.join(entry.parentPath, entry.name)) : []))
    .sort();
}
