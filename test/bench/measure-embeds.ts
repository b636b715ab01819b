import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { CHART_NAMES } from "@/lib/charts/registry";
import { exampleHref } from "../chart-example";
import { startNginx } from "../nginx/start-nginx";
import { startChild } from "./child";
import { launchChromium } from "./chromium";
import { fire, type Volley } from "./fire";
import type { Section } from "./measure-pages";
import { loadPage } from "./page-load";
import { startSite } from "./site-server";
import { servePage } from "./static-server";
import { median, medianRatio } from "./statistics";
import { type Measure, printBytes, printTime } from "./table";

const EMBED = "/embed/rating-distribution";

/** Rounds and seconds of each; in each round all are fired at in turn. */
const ROUNDS = 3;
const SECONDS = 3;

const AIMS = { bytes: 60_000, share: 0.5, rate: 5000, baked: 0.95, largest: 2500 };

/** A page of another site with ten of the charts, each in a plain frame. */
const FRAMES = 10;

interface Target {
  origin: string;
  path: string;
  headers: Record<string, string>;
}

/**
 * Fires at a live embed in turn with the same bytes as a static file by Node's own HTTP server and, where nginx is
 * installed, with the baked embed and a hand-made file by nginx; then loads a page that holds ten embeds.
 */
export async function measureEmbeds(scratch: string, options: { nginx: boolean }): Promise<Section[]> {
  mkdirSync(scratch, { recursive: true });
  const site = await startSite(scratch);
  const stops: (() => Promise<void>)[] = [() => site.stop()];
  try {
    const html = await (await fetch(site.origin + EMBED)).text();
    const file = await servePage(html);
    stops.push(() => file.stop());
    const targets: Record<string, Target> = {
      live: { origin: site.origin, path: EMBED, headers: {} },
      node: { origin: file.origin, path: "/", headers: {} },
    };
    if (options.nginx) {
      const folder = path.join(scratch, "baked");
      await bake(folder, site.databaseUrl);
      writeFileSync(path.join(folder, "hand-made.html"), html);
      writeFileSync(path.join(folder, "hand-made.html.gz"), gzipSync(html, { level: 9 }));
      const nginx = await startNginx(folder, scratch);
      if (nginx) {
        stops.push(() => nginx.stop());
        targets.baked = { origin: nginx.origin, path: EMBED, headers: {} };
        targets.handMade = { origin: nginx.origin, path: "/hand-made.html", headers: {} };
      }
    }
    const volleys = await fireInTurn(targets);
    return [
      { heading: "Embeds: bytes of each chart's page, gzip", measures: await describeBytes(site.origin) },
      { heading: `Embeds: answers a second, 20 connections, medians of ${ROUNDS} rounds`, measures: describeRates(volleys) },
      { heading: `Embeds: a page of another site that holds ${FRAMES} of them, cold, in Chromium`, measures: await measureTen(site.origin) },
    ];
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

async function bake(folder: string, databaseUrl: string): Promise<void> {
  const child = startChild("db/commands/bake.ts", ["--out", folder], { DATABASE_URL: databaseUrl, AYUMI_URL: "https://ayumi.example" });
  if ((await child.ended) !== 0) throw new Error(`bake failed:\n${child.output()}`);
}

async function fireInTurn(targets: Record<string, Target>): Promise<Record<string, Volley[]>> {
  const volleys: Record<string, Volley[]> = Object.fromEntries(Object.keys(targets).map((name) => [name, []]));
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [name, { origin, path: at, headers }] of Object.entries(targets)) {
      const volley = await fire({ origin, paths: [at], headers, seconds: round < 0 ? 1 : SECONDS });
      if (volley.refused > 0 || volley.answers === 0) throw new Error(`${origin}${at} refused ${volley.refused} of ${volley.answers} requests`);
      if (round >= 0) volleys[name]!.push(volley);
    }
  }
  return volleys;
}

function describeRates(volleys: Record<string, Volley[]>): Measure[] {
  const { live = [], node = [], baked, handMade } = volleys;
  const rates = (list: readonly Volley[]) => list.map(({ rate }) => rate);
  const tell = (list: readonly Volley[]) => `${median(rates(list)).toFixed(0)}/s`;
  const compare = (name: string, list: readonly Volley[], basis: readonly Volley[], what: string, aim?: number): Measure => {
    const ratio = medianRatio(rates(list), rates(basis));
    return { name, value: tell(list), basis: `${tell(basis)} ${what}`, ratio, ...(aim !== undefined && { aim: `≥ ${aim} ×`, met: ratio >= aim }) };
  };
  const p99 = (list: readonly Volley[]) => median(list.map((volley) => volley.p99));
  const rate = median(rates(live));
  return [
    compare("live embed", live, node, "the same bytes by Node's http", AIMS.share),
    { name: "  against the aim in numbers", value: tell(live), ratio: rate / AIMS.rate, aim: `≥ ${AIMS.rate}/s`, met: rate >= AIMS.rate },
    { name: "  p99", value: printTime(p99(live)), basis: printTime(p99(node)), ratio: p99(live) / p99(node) },
    ...(baked && handMade
      ? [
          compare("baked embed by nginx", baked, handMade, "a hand-made file by nginx", AIMS.baked),
          compare("live embed", live, handMade, "a hand-made file by nginx"),
        ]
      : []),
  ];
}

async function describeBytes(origin: string): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const name of CHART_NAMES) {
    const html = await (await fetch(origin + exampleHref(name))).text();
    const bytes = gzipSync(html, { level: 9 }).byteLength;
    measures.push({
      name,
      value: printBytes(bytes),
      basis: `${printBytes(Buffer.byteLength(html))} plain`,
      ratio: bytes / AIMS.bytes,
      aim: `≤ ${printBytes(AIMS.bytes)}`,
      met: bytes <= AIMS.bytes,
    });
  }
  return measures;
}

/** The basis is the same page with frames of one small hand-made page in their place. */
async function measureTen(origin: string): Promise<Measure[]> {
  const small = await servePage("<!doctype html><title>枠</title><p>手書きの枠");
  const addresses = Array.from({ length: FRAMES }, (_, index) => origin + exampleHref(CHART_NAMES[index % CHART_NAMES.length]!));
  const host = await servePage(printHost(addresses));
  const plain = await servePage(printHost(addresses.map(() => `${small.origin}/`)));
  const browser = await launchChromium();
  try {
    const loads = { ten: [] as number[], basis: [] as number[] };
    for (let round = -1; round < 7; round += 1) {
      const ten = await loadPage(browser, host.origin, null);
      const basis = await loadPage(browser, plain.origin, null);
      if (round < 0) continue;
      loads.ten.push(ten.largest);
      loads.basis.push(basis.largest);
    }
    const largest = median(loads.ten);
    return [
      {
        name: "largest contentful paint of the holding page",
        value: printTime(largest),
        basis: `${printTime(median(loads.basis))} with ten hand-made frames`,
        ratio: medianRatio(loads.ten, loads.basis),
        aim: `≤ ${printTime(AIMS.largest)}`,
        met: largest <= AIMS.largest,
      },
    ];
  } finally {
    await browser.close();
    for (const server of [small, host, plain]) await server.stop();
  }
}

function printHost(addresses: readonly string[]): string {
  const frames = addresses.map((address) => `<iframe src="${address}" title="図" width="100%" height="480" style="border:0"></iframe>`);
  return `<!doctype html><html lang="ja"><meta charset="utf-8"><title>記事</title><h1>図を引用する記事</h1><p>${"この記事は、引用された図のまわりの文章です。".repeat(12)}</p>${frames.join("\n")}</html>`;
}
