import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runCommand } from "../db/run-command";
import { createStore, removeTemporary } from "../db/temporary-store";
import { type FaultSite, startFaultSite, unkept } from "./fault-site";
import { isShort } from "./form";

/** Longest that `/healthz` may take, in milliseconds: a bound that a busy machine keeps too. A quiet one takes a tenth. */
const LONGEST_HEALTH = 10_000;

const ROUNDS = isShort ? 1 : 5;

let site: FaultSite;

beforeAll(async () => {
  const { folder, url } = await createStore();
  const plans = `${folder}/city`;
  expect(
    (await runCommand("generate", ["--municipalities", "1", "--departments", "12", "--years", "8", "--seed", "3", "--out", plans], { DATABASE_URL: url })).code,
  ).toBe(0);
  const [first] = JSON.parse(readFileSync(`${plans}/fictitious-0001-2018.json`, "utf8")) as { municipality: string }[];
  const env = { AYUMI_MUNICIPALITY: first!.municipality };
  expect((await runCommand("ingest", [plans], { DATABASE_URL: url, ...env })).code).toBe(0);
  site = await startFaultSite(url, env);
});

afterAll(async () => {
  await site?.stop();
  removeTemporary();
});

/**
 * A hundred pages and files, each of an address of its own. Which of them are heavy, the machine's speed decides; the
 * pictures take several times what is heavy (0.5 to 0.6 s on two cores), and alone are more than may wait.
 */
function listHeavy(round: number): string[] {
  const of = <Value>(count: number, make: (index: number) => Value) => Array.from({ length: count }, (_, index) => make(index + 50 * round));
  return [
    ...of(15, () => unkept("/continuations?level=initiative")),
    ...of(15, (index) => `/embed/continuation-ribbon?of=initiatives&width=${700 + index}`),
    ...of(20, (index) => `/api/${["initiatives", "ratings", "targets", "goals"][index % 4]}.xlsx?limit=${4700 + index}`),
    ...of(50, (index) => `/embed/continuation-ribbon.png?${index % 2 ? "of=initiatives&" : ""}width=${700 + index}`),
  ];
}

it("makes heavy pages and files one at a time, asks what is too much to come again, and answers all else meanwhile", async () => {
  expect((await site.get("/")).status).toBe(200);
  for (let round = 0; round < ROUNDS; round += 1) {
    let over = false;
    const health: number[] = [];
    const light: { status: number; from: string | null }[] = [];
    const watching = (async () => {
      while (!over) {
        const { status, ms } = await site.get("/healthz");
        expect(status).toBe(200);
        health.push(ms);
        const { status: kept, headers } = await site.get("/");
        light.push({ status: kept, from: headers.get("cache-status") });
        light.push({ status: (await site.get(unkept("/about"))).status, from: "ayumi; hit" });
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    })();
    const answers = await Promise.all(listHeavy(round).map((path) => site.get(path)));
    over = true;
    await watching;
    const refused = answers.filter(({ status }) => status === 503);
    expect(answers.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.length - refused.length).toBeGreaterThanOrEqual(25);
    expect(refused.filter(({ headers }) => headers.get("retry-after") !== "5" || headers.get("cache-control") !== "no-store")).toEqual([]);
    expect(light.filter(({ status, from }) => status !== 200 || from !== "ayumi; hit")).toEqual([]);
    expect(Math.max(...health)).toBeLessThan(LONGEST_HEALTH);
  }
  // Everything is as before: what was refused is made for who comes again.
  for (const path of listHeavy(ROUNDS).slice(12, 18)) expect((await site.get(path)).status).toBe(200);
}, 600_000);
