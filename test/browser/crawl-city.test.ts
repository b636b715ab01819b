import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { awaitSite, startCommand } from "../db/run-command";
import { createFolder, removeTemporary } from "../db/temporary-store";
import { WHOLE } from "../whole";
import { crawlSite } from "./crawl-site";

/** An invented city, whole as `npm run demo` makes it, or a small one. */
const [departments, years] = WHOLE ? ["12", "8"] : ["3", "3"];

let child: ChildProcess;
let url = "";

beforeAll(async () => {
  const size = ["--departments", departments!, "--years", years!, "--folder", path.join(createFolder(), "demo")];
  child = startCommand("demo", size, { PORT: "0", HOST: "127.0.0.1" });
  ({ url } = await awaitSite(child));
}, 600_000);
afterAll(async () => {
  if (child.exitCode === null) {
    child.kill("SIGTERM");
    await once(child, "close");
  }
  removeTemporary();
});

it(`a crawl of a city of ${departments} departments over ${years} years ends, at most three times as many addresses as goals`, {
  timeout: 900_000,
}, async () => {
  const { addresses, pages, sitemap, broken } = await crawlSite(url);
  const goals = sitemap.filter((address) => address.startsWith("/goals/"));
  expect(broken).toEqual([]);
  expect(goals.length).toBeGreaterThan(WHOLE ? 300 : 20);
  expect(sitemap.filter((address) => !addresses.includes(address))).toEqual([]);
  expect(addresses.length).toBeLessThanOrEqual(3 * goals.length);
  const own = [...pages].filter(([address]) => !address.startsWith("/embed/"));
  const titles = own.map(([, html]) => /<title>([^<]*)/.exec(html)![1]!);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});
