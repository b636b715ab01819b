import { copyFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { writeCountry } from "@/db/generation/generate-command";
import { listSourceFiles } from "@/db/ingest/source-files";
import { walkSite } from "../browser/walk-site";
import { createFolder, createStore, ingest, REAL_DOCUMENTS, removeTemporary } from "../db/temporary-store";
import { startHranaServer } from "../hrana/server";
import { ROW_VALUE_IN } from "../row-value";
import { startFaultSite } from "./fault-site";
import { isShort } from "./form";

/** Addresses of one kind that are asked for. */
const SAMPLE = 2;

/** Parameters that an address may have and be followed: each link keeps what was chosen before, so that choices multiply without end. */
const TOGETHER = 2;

afterAll(removeTemporary);

/**
 * The kind of an address. In the long form each path is its own, and with a query it is the path without what names a
 * thing and the names of the parameters; in the short one all queries are alike, and all things of a path.
 */
function nameKind(path: string, parameters: readonly string[]): string {
  const common = path.replace(/[0-9a-z-]*\d[0-9a-z-]*/g, "*");
  if (isShort) return `${common}${parameters.length === 0 ? "" : "?"}`;
  return parameters.length === 0 ? path : `${common}?${parameters.join("&")}`;
}

/** Takes the first addresses of each kind. */
function takeFew(): (address: string) => boolean {
  const taken = new Map<string, number>();
  return (address) => {
    const { pathname, searchParams } = new URL(address, "http://localhost");
    const parameters = [...new Set(searchParams.keys())].sort();
    if (parameters.length > TOGETHER) return false;
    const kind = nameKind(pathname, parameters);
    taken.set(kind, (taken.get(kind) ?? 0) + 1);
    return taken.get(kind)! <= SAMPLE;
  };
}

/** What a page shows. */
function dropScripts(body: Buffer): string {
  return body.toString().replace(/<script\b[^>]*>[^]*?<\/script>/g, "");
}

/** Writes a city, beside the two documents: a site that had yet to take these in would note when it did. */
async function writeCity(): Promise<string[]> {
  const folder = createFolder();
  await writeCountry(folder, { municipalities: 1, departments: 12, years: 8, seed: 3 });
  return [...REAL_DOCUMENTS, ...(await listSourceFiles([folder]))];
}

describe("a site over a libSQL server answers every page and file as over a file", () => {
  it.each([["the two documents", async () => [...REAL_DOCUMENTS]], ...(isShort ? [] : [["12 departments in 8 years", writeCity] as const])] as const)(
    "of %s",
    { timeout: 3_600_000 },
    async (name, listFiles) => {
      const { db, url, folder } = await createStore();
      await ingest(db, await listFiles());
      await db.$client.execute("pragma wal_checkpoint(truncate)");
      db.$client.close();
      const file = path.join(folder, "server.db");
      copyFileSync(fileURLToPath(url), file);
      const server = await startHranaServer(file);
      const env = { AYUMI_URL: "https://ayumi.example" };
      const start = async (store: string) => {
        const site = await startFaultSite(store, env);
        onTestFinished(async () => void (await site.stop()));
        return site;
      };
      const sites = [await start(url), await start(server.url)] as const;
      let asked = 0;
      const different: string[] = [];
      const { broken } = await walkSite(sites[0].url, {
        follows: takeFew(),
        async onAnswer(address, answer, body) {
          const other = await fetch(sites[1].url + address);
          const bytes = Buffer.from(await other.arrayBuffer());
          // A page's data for its scripts comes in an order that is no two processes' own.
          const isPage = answer.headers.get("content-type")!.startsWith("text/html") && !address.startsWith("/embed/");
          const same = isPage ? dropScripts(bytes) === dropScripts(body) : bytes.equals(body);
          const headers = ["content-type", "x-total-count", "link", ...(isPage ? [] : ["etag"])].map((header) => [
            other.headers.get(header),
            answer.headers.get(header),
          ]);
          if (!same || other.status !== answer.status || headers.some(([one, two]) => one !== two)) different.push(`${other.status} ${address}`);
          asked += 1;
        },
      });
      console.log(`${name}: ${asked} addresses`);
      expect(different).toEqual([]);
      expect(broken).toEqual([]);
      expect(asked).toBeGreaterThan(50);
      expect(server.listStatements().filter((statement) => ROW_VALUE_IN.test(statement))).toEqual([]);
      for (const site of sites) expect(await site.stop()).toEqual({ code: 0, signal: null });
      await server.stop();
    },
  );
});
