import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT, startChild } from "./child";
import { fire, percentile, type Volley } from "./fire";
import { generateDocuments } from "./generate";
import type { Section } from "./measure-pages";
import { type SiteServer, startSite } from "./site-server";
import { median } from "./statistics";
import { type Measure, printBytes, printTime } from "./table";

/** Answers are kept in memory by their address (app/_server/answer-cache.ts); one more department, which is not there, makes each address new. */
const NEW = "department=policy-promotion&department={n}";
const PAGES = [`/?${NEW}`, `/briefing?${NEW}`, `/search?q=%E9%98%B2%E7%81%BD&${NEW}`];
const CACHED = ["/", "/goals/2025-policy-promotion-4", "/embed/rating-distribution", "/embed/rating-distribution.png", "/api/goals.csv"];

/** What readers ask for, in turn. Every search is another one. */
const MIXED = [
  "/",
  "/embed/rating-distribution",
  "/goals/2025-policy-promotion-4",
  "/embed/rating-distribution.png",
  `/search?q=%E9%98%B2%E7%81%BD&${NEW}`,
  "/api/goals.csv",
];

const AIMS = { cached: 1000, pages: 150, p99: 500, recovery: 10, drift: 0.05, ingest: 0.25 };

/**
 * Requests a second of a site in use, as a share of the pages that it can make anew: a sixth of the mix is made anew, so
 * that the tenfold is near what the site can do.
 */
const USUAL_SHARE = 0.2;

const GENERATED = 1000;
const SEED = 11;

/** Loads the built site over the real documents. `minutes` is how long memory is watched. */
export async function measureLoad(scratch: string, minutes: number): Promise<Section[]> {
  const site = await startSite(scratch);
  try {
    const { origin } = site;
    await fire({ origin, paths: [...PAGES, ...CACHED], seconds: 4, connections: 4 });
    const cached = await fire({ origin, paths: CACHED, seconds: 5 });
    const pages = await fire({ origin, paths: PAGES, seconds: 8 });
    const each = [];
    for (const page of PAGES) each.push(await fire({ origin, paths: [page], seconds: 4 }));
    const usual = Math.max(2, Math.round(USUAL_SHARE * pages.rate));
    const shared = await firePair(site, scratch);
    const mixed = await fire({ origin, paths: MIXED, seconds: 15, rate: usual * 5, connections: 60 });
    return [
      { heading: "Load: answers a second, 20 connections that ask as soon as they may, gzip", measures: describeRates(cached, pages, each, shared) },
      {
        heading: `Load: the mix of home, goal page, search, embed, PNG and CSV, ${usual * 5} requests a second whether answered or not`,
        measures: describeMix(mixed),
      },
      { heading: `Load: tenfold for 10 s, from ${usual} to ${usual * 10} requests a second`, measures: await measureSpike(origin, usual) },
      { heading: `Load: memory over ${minutes} min, ${usual * 3} requests a second`, measures: await measureDrift(site, usual * 3, minutes) },
      // Last, because a city of a thousand plans is another site.
      { heading: `Load: ${GENERATED} plans are taken in meanwhile, ${usual} requests a second`, measures: await measureIngest(site, scratch, usual) },
    ];
  } finally {
    await site.stop();
  }
}

/** Pages made anew by two processes over one database, with ten connections each: answers of both a second. */
async function firePair(site: SiteServer, scratch: string): Promise<number> {
  const second = await startSite(scratch, site.databaseUrl);
  try {
    await fire({ origin: second.origin, paths: PAGES, seconds: 4, connections: 4 });
    const both = await Promise.all([site, second].map(({ origin }) => fire({ origin, paths: PAGES, seconds: 8, connections: 10 })));
    return both.reduce((sum, { rate }) => sum + rate, 0);
  } finally {
    await second.stop();
  }
}

function describeRates(cached: Volley, pages: Volley, each: readonly Volley[], shared: number): Measure[] {
  const tell = (name: string, { rate, p95, p99 }: Volley): Measure => ({
    name,
    value: `${rate.toFixed(0)}/s`,
    basis: `p95 ${printTime(p95)}, p99 ${printTime(p99)}`,
  });
  return [
    {
      ...tell("kept answers (home, goal, embed, PNG, CSV)", cached),
      ratio: cached.rate / AIMS.cached,
      aim: `≥ ${AIMS.cached}/s`,
      met: cached.rate >= AIMS.cached,
    },
    { ...tell("pages made anew (home, goal, search)", pages), ratio: pages.rate / AIMS.pages, aim: `≥ ${AIMS.pages}/s`, met: pages.rate >= AIMS.pages },
    { name: "  by two processes over one database", value: `${shared.toFixed(0)}/s`, ratio: shared / AIMS.pages },
    ...PAGES.map((page, index) => tell(`  ${decodeURIComponent(page.replace(/[?&]n=\{n\}/, ""))}`, each[index]!)),
    describeFailures([cached, pages, ...each]),
  ];
}

function describeFailures(volleys: readonly Volley[]): Measure {
  const sum = (of: (volley: Volley) => number) => volleys.reduce((total, volley) => total + of(volley), 0);
  const failed = sum(({ failed }) => failed);
  return { name: "5xx and unanswered", value: String(failed), basis: `${sum(({ answers }) => answers)} answers`, aim: "0", met: failed === 0 };
}

function describeMix(mixed: Volley): Measure[] {
  return [
    { name: "answers", value: `${mixed.rate.toFixed(0)}/s` },
    { name: "p50, p95", value: `${printTime(mixed.p50)}, ${printTime(mixed.p95)}` },
    { name: "p99", value: printTime(mixed.p99), ratio: mixed.p99 / AIMS.p99, aim: `< ${AIMS.p99} ms`, met: mixed.p99 < AIMS.p99 },
    describeFailures([mixed]),
  ];
}

/** Recovered is who answers for three seconds as quickly as before, or but for half again. */
async function measureSpike(origin: string, rate: number): Promise<Measure[]> {
  const before = await fire({ origin, paths: MIXED, seconds: 8, rate, connections: 40 });
  const during = await fire({ origin, paths: MIXED, seconds: 10, rate: rate * 10, connections: 400 });
  const after = await fire({ origin, paths: MIXED, seconds: 15, rate, connections: 40 });
  const usual = percentile(before.seconds.slice(1), 0.95);
  const calm = after.seconds.findIndex((_, second) => after.seconds.slice(second, second + 3).every((p95) => p95 <= usual * 1.5));
  return [
    { name: "p95 before, during, after", value: `${printTime(before.p95)}, ${printTime(during.p95)}, ${printTime(after.p95)}` },
    { name: "answers a second during", value: during.rate.toFixed(0), basis: String(rate * 10), ratio: during.rate / (rate * 10) },
    {
      name: "back to usual after",
      value: calm === -1 ? "not within 15 s" : `${calm} s`,
      aim: `≤ ${AIMS.recovery} s`,
      met: calm !== -1 && calm <= AIMS.recovery,
    },
    describeFailures([before, during, after]),
  ];
}

async function measureIngest(site: SiteServer, scratch: string, rate: number): Promise<Measure[]> {
  const folder = path.join(scratch, "generated");
  await generateDocuments(path.join(ROOT, "db", "documents"), folder, GENERATED, SEED);
  // Spells before too: each begins with new connections, which a longer one does once.
  const spell = () => fire({ origin: site.origin, paths: MIXED, seconds: 2, rate, connections: 40 });
  const before: Volley[] = [];
  while (before.length < 10) before.push(await spell());
  const began = performance.now();
  const child = startChild("db/commands/ingest.ts", [folder], { DATABASE_URL: site.databaseUrl });
  let seconds = 0;
  const volleys: Volley[] = [];
  const ended = child.ended.then((code) => {
    seconds = (performance.now() - began) / 1000;
    return code;
  });
  while (seconds === 0 && volleys.length < 60) volleys.push(await spell());
  if ((await ended) !== 0) throw new Error(`ingest failed:\n${child.output()}`);
  const [usual, during] = [before, volleys].map((each) => median(each.map(({ p95 }) => p95))) as [number, number];
  const shift = during / usual - 1;
  return [
    { name: "ingest took", value: `${seconds.toFixed(1)} s`, basis: `${(GENERATED / seconds).toFixed(0)} plans/s` },
    {
      name: "p95, median of spells of 2 s",
      value: printTime(during),
      basis: `${printTime(usual)} before`,
      ratio: during / usual,
      aim: `< ${1 + AIMS.ingest} ×`,
      met: shift < AIMS.ingest,
    },
    describeFailures([...before, ...volleys]),
  ];
}

/** Compares the resident memory of the second and the last sixth: the first fills caches. */
async function measureDrift({ origin, pid }: SiteServer, rate: number, minutes: number): Promise<Measure[]> {
  const sizes: number[] = [];
  const timer = setInterval(() => sizes.push(readMemory(pid)), 1000);
  const load = await fire({ origin, paths: MIXED, seconds: minutes * 60, rate, connections: 40 });
  clearInterval(timer);
  const sixth = Math.floor(sizes.length / 6);
  const early = median(sizes.slice(sixth, 2 * sixth));
  const late = median(sizes.slice(-sixth));
  return [
    {
      name: "resident memory, last sixth",
      value: printBytes(late),
      basis: `${printBytes(early)} in the second sixth`,
      ratio: late / early,
      aim: `< ${1 + AIMS.drift} ×`,
      met: late / early - 1 < AIMS.drift,
    },
    { name: "most", value: printBytes(Math.max(...sizes)) },
    describeFailures([load]),
  ];
}

/** Resident bytes of a process, as Linux tells. */
function readMemory(pid: number): number {
  return 1024 * Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
}
