/**
 * `npm run bench:scale [-- --plans N] [--rounds R]`: ingests an invented country of N plans (2,000) beside the two real
 * documents, and measures its pages in turn with those of a site that has the two real documents alone.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { request } from "node:http";
import { cpus, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { writeCountry } from "@/db/generation/generate-command";
import { municipalityId } from "@/lib/domain/identifier";
import { nameMunicipality } from "@/lib/generation/municipality-name";
import { ROOT, startChild } from "./child";
import { type SiteServer, startSite } from "./site-server";
import { type Measure, printBytes, printTable, printTime } from "./table";

/** What `scale-run.ts` found. Peak memory in bytes when half of the files were stored, and in the end. */
export interface ScaleRun {
  files: number;
  milliseconds: number;
  halfway: number;
  memory: number;
}

const [DEPARTMENTS, YEARS, SEED] = [12, 5, 7];
const AIMS = { ratio: 2, ingest: 500, memory: 500e6, one: 1000, database: 3, start: 3 };

const { plans, rounds } = readArguments();
const municipalities = Math.ceil(plans / (DEPARTMENTS * YEARS));
const scratch = mkdtempSync(path.join(tmpdir(), "ayumi-scale-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

/** A city in the middle of the country, whose rows the site keeps once it has read them, and paths that show the same of it and of the real city. */
const city = municipalityId(nameMunicipality(Math.floor(municipalities / 2)));
const PAGES: [name: string, real: string, country: string | ((round: number) => string)][] = [
  ["/ of one city", "/", `/?municipality=${city}`],
  ["/ of cities whose rows were not read before", "/", (round) => `/?municipality=${otherCity(round)}`],
  ["/ of the real city", "/", "/"],
  ["/goals filtered", "/goals?year=2025&department=policy-promotion", `/goals?municipality=${city}&year=2025&department=policy-promotion`],
  ["/goals/[id]", "/goals/2025-policy-promotion-4", `/goals/${city}-2025-policy-promotion-4`],
  ["/continuations of one department", "/continuations?department=policy-promotion", `/continuations?municipality=${city}&department=policy-promotion`],
  ["an embed", "/embed/rating-distribution", `/embed/rating-distribution?municipality=${city}`],
  ["/search in one city, 2 characters", "/search?q=市民", `/search?municipality=${city}&q=市民`],
  ["/search in one city, 4 characters", "/search?q=地域防災", `/search?municipality=${city}&q=働く世代`],
  ["/search in all, 2 characters", "/search?q=市民", "/search?within=all&q=市民"],
  ["/search in all, 4 characters", "/search?q=地域防災", "/search?within=all&q=働く世代"],
  ["/search in all, nothing found", "/search?q=火星移住", "/search?within=all&q=火星移住"],
];

let asked = 0;
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, load ${loadavg()[0]!.toFixed(1)} at the start\n`);
const [country, one, real, big] = ["country", "one", "real", "big"].map((name) => path.join(scratch, name));
for (const folder of [country!, one!, real!, big!]) mkdirSync(folder);
const written = await writeCountry(country!, { municipalities, departments: DEPARTMENTS, years: YEARS, seed: SEED });
await writeCountry(one!, { municipalities: 1, departments: 1, years: 1, seed: SEED + 1 });

const first = await startSite(real!);
await first.stop();
const bigUrl = pathToFileURL(path.join(big!, "site.db")).href;
await ingest(bigUrl, [path.join(ROOT, "db", "documents")]);
const many = await ingest(bigUrl, [country!]);
const single = await ingest(bigUrl, [one!]);
console.log(printTable(`Ingest of ${written.plans} plans in ${many.files} files`, describeIngest()));

const small = await startSite(real!);
const large = await startSite(big!);
try {
  const measures: Measure[] = [];
  for (const [name, realPath, countryPath] of PAGES)
    measures.push(
      await comparePages(name, small.origin + realPath, (round) => large.origin + (typeof countryPath === "string" ? countryPath : countryPath(round))),
    );
  console.log(printTable(`Pages: p95 time to the first byte of ${rounds} requests each, in turn (basis: the two real documents)`, measures));
  console.log(printTable("Start", [describeStart(large)]));
} finally {
  await small.stop();
  await large.stop();
}
process.exit(0);

async function ingest(url: string, paths: string[]): Promise<ScaleRun> {
  const child = startChild("test/bench/scale-run.ts", [url, ...paths]);
  if ((await child.ended) !== 0) throw new Error(`scale-run.ts failed:\n${child.output()}`);
  return JSON.parse(child.output()) as ScaleRun;
}

function describeIngest(): Measure[] {
  const source = readdirSync(country!).reduce((sum, name) => sum + statSync(path.join(country!, name)).size, 0);
  const database = statSync(path.join(big!, "site.db")).size;
  const rate = (1000 * written.plans) / many.milliseconds;
  return [
    { name: "plans a second", value: rate.toFixed(0), aim: `≥ ${AIMS.ingest}`, met: rate >= AIMS.ingest },
    {
      name: "peak memory",
      value: printBytes(many.memory),
      basis: `${printBytes(many.halfway)} when half was stored`,
      ratio: many.memory / many.halfway,
      aim: "< 500 MB",
      met: many.memory < AIMS.memory,
    },
    { name: "one more plan", value: printTime(single.milliseconds), aim: "< 1 s", met: single.milliseconds < AIMS.one },
    {
      name: "database",
      value: printBytes(database),
      basis: `${printBytes(source)} of source`,
      ratio: database / source,
      aim: "≤ 3 ×",
      met: database / source <= AIMS.database,
    },
  ];
}

async function comparePages(name: string, realUrl: string, countryUrl: (round: number) => string): Promise<Measure> {
  const times: [real: number[], country: number[]] = [[], []];
  for (let round = -10; round < rounds; round += 1) {
    for (const which of round % 2 === 0 ? [0, 1] : [1, 0]) {
      const time = await timeFirstByte(await unkept(which === 0 ? realUrl : countryUrl(round)));
      if (round >= 0) times[which]!.push(time);
    }
  }
  const [base, value] = times.map((list) => quantile(list, 0.95)) as [number, number];
  return { name, value: printTime(value), basis: printTime(base), ratio: value / base, aim: "≤ 2 ×", met: value / base <= AIMS.ratio };
}

/** A city of its own for each round, as far as there are so many. */
function otherCity(round: number): string {
  return municipalityId(nameMunicipality((((round + municipalities) % municipalities) * 7919) % municipalities));
}

/**
 * An address that nobody asked for before, as answers that are kept would tell nothing: with all years that there are,
 * and some that are not. A goal's page takes no years; there the dataset is named, and once more by a number.
 */
async function unkept(url: string): Promise<string> {
  const address = new URL(url);
  asked += 1;
  if (/^\/goals\/./.test(address.pathname)) {
    const { dataset } = (await (await fetch(new URL("/readyz", url))).json()) as { dataset: string };
    for (const value of [dataset, String(asked)]) address.searchParams.append("dataset", value);
  } else if (address.searchParams.has("year")) address.searchParams.append("department", `none-${asked}`);
  else
    for (const year of [1900 + (asked % 100), ...Array.from({ length: 40 }, (_, index) => 2000 + index), 2040 + (Math.floor(asked / 100) % 60)])
      address.searchParams.append("year", String(year));
  return address.href;
}

/** Milliseconds until the first byte of an answer's body; the rest is read too. Throws where it is not 200. */
function timeFirstByte(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const sent = request(url, { agent: false }, (response) => {
      let time = 0;
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.once("data", () => (time = performance.now() - began));
      response.on("end", () => resolve(time)).resume();
    });
    sent.on("error", reject).end();
  });
}

function describeStart({ output }: SiteServer): Measure {
  const seconds = Number(/([\d.]+) 秒で起動/.exec(output)?.[1]);
  return { name: "npm start on this database, built before", value: printTime(1000 * seconds), aim: "< 3 s", met: seconds < AIMS.start };
}

function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(part * values.length) - 1]!;
}

function readArguments(): { plans: number; rounds: number } {
  const { values } = parseArgs({ options: { plans: { type: "string" }, rounds: { type: "string" } } });
  const [wanted, each] = [Number(values.plans ?? 2000), Number(values.rounds ?? 100)];
  if (Number.isInteger(wanted) && wanted > 0 && Number.isInteger(each) && each > 0) return { plans: wanted, rounds: each };
  console.error("usage: npm run bench:scale [-- --plans N] [--rounds R]");
  process.exit(2);
}
