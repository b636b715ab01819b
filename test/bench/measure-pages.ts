import type { Browser } from "playwright-core";
import { launchChromium } from "./chromium";
import { makePage } from "./hand-made";
import { type Line, loadPage, type PageLoad } from "./page-load";
import { countMarksWithoutScript, findRecharts, tryGestures } from "./page-script";
import { startSite } from "./site-server";
import { servePage } from "./static-server";
import { median, medianRatio } from "./statistics";
import { type Measure, printBytes, printTime } from "./table";

/** Tables of what was measured, each under its heading. */
export type Section = { heading: string; measures: Measure[] };

type PageName = "handMade" | "overview" | "goal";
type Loads = Record<PageName, PageLoad[]>;

/**
 * A reader's mobile line, so that bytes and waiting for further files count; on loopback they cost nothing. Chromium
 * delays what the page gets but not what it reports as the first byte.
 */
const MOBILE: Line = { latency: 40, download: 10e6, upload: 5e6 };

/** No new round begins after this many milliseconds: a busy machine gets fewer rounds rather than an endless run. */
const PATIENCE = 75_000;

const AIMS = { html: 40_000, all: 200_000, marks: 1.3 };

/**
 * Loads `/` and a goal page of the built site, in turn with a hand-made page of the same facts, in a real Chromium
 * with a cold cache, on loopback and over a mobile line.
 */
export async function measurePages(scratch: string): Promise<Section[]> {
  const site = await startSite(scratch);
  try {
    const { html, goalPath } = await makePage(site.databaseUrl);
    const handMade = await servePage(html);
    const browser = await launchChromium();
    try {
      const urls = { handMade: `${handMade.origin}/`, overview: `${site.origin}/`, goal: site.origin + goalPath };
      const near = await loadInTurn(browser, urls, null, 17);
      const far = await loadInTurn(browser, urls, MOBILE, 15);
      return [
        { heading: "Pages: bytes on the wire, first load, compressed, headers included (basis: one hand-made page)", measures: describeBytes(near) },
        { heading: `Pages: times from the start of the navigation, loopback, medians of ${near.overview.length} cold loads`, measures: describeTimes(near) },
        {
          heading: `Pages: the same over a line of 10 Mbit/s with 40 ms latency a request, ${far.overview.length} cold loads`,
          measures: describeTimes(far).filter(({ name }) => !name.endsWith("first byte")),
        },
        { heading: "Pages: script", measures: await describeScript(browser, urls, near) },
      ];
    } finally {
      await browser.close();
      await handMade.stop();
    }
  } finally {
    await site.stop();
  }
}

/** Loads each page once a round, each round in another order, after a round that does not count. */
async function loadInTurn(browser: Browser, urls: Record<PageName, string>, line: Line | null, rounds: number): Promise<Loads> {
  const loads: Loads = { handMade: [], overview: [], goal: [] };
  const names = Object.keys(loads) as PageName[];
  const began = performance.now();
  for (let round = -1; round < rounds && performance.now() - began < PATIENCE; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(turn + round + names.length) % names.length]!;
      const load = await loadPage(browser, urls[name], line);
      if (round >= 0) loads[name].push(load);
    }
  }
  return loads;
}

function describeBytes({ handMade, overview, goal }: Loads): Measure[] {
  const basis = handMade[0]!.transfer;
  const of = (name: string, page: PageLoad[], aims: boolean): Measure[] => {
    const typical = (part: "html" | "script" | "style" | "other" | "all") => median(page.map(({ transfer }) => transfer[part]));
    const html = typical("html");
    const all = typical("all");
    return [
      { name: `${name}: HTML`, value: printBytes(html), basis: printBytes(basis.html), ratio: html / basis.html, aim: "≤ 40 kB", met: html <= AIMS.html },
      { name: `${name}: script`, value: printBytes(typical("script")) },
      { name: `${name}: style`, value: printBytes(typical("style")) },
      { name: `${name}: other (icon)`, value: printBytes(typical("other")) },
      {
        name: `${name}: all`,
        value: printBytes(all),
        basis: printBytes(basis.all),
        ratio: all / basis.all,
        ...(aims && { aim: "≤ 200 kB", met: all <= AIMS.all }),
      },
    ];
  };
  return [...of("/", overview, true), ...of("goal page", goal, false)];
}

function describeTimes({ handMade, overview, goal }: Loads): Measure[] {
  const compare = (name: string, page: PageLoad[], of: (load: PageLoad) => number): Measure => {
    const [values, bases] = [page.map(of), handMade.map(of)];
    return { name, value: printTime(median(values)), basis: printTime(median(bases)), ratio: medianRatio(values, bases) };
  };
  const marks = compare("/: the chart's first mark painted", overview, readMarks);
  const first = overview.filter((load) => load.marksFirst).length;
  return [
    compare("/: time to first byte", overview, (load) => load.firstByte),
    compare("/: first contentful paint", overview, (load) => load.contentful),
    { ...marks, aim: `≤ ${AIMS.marks} ×`, met: marks.ratio! <= AIMS.marks },
    {
      name: "  … in the first contentful paint itself",
      value: `${first} of ${overview.length}`,
      basis: `${handMade.filter((load) => load.marksFirst).length} of ${handMade.length}`,
    },
    compare("/: largest contentful paint", overview, (load) => load.largest),
    compare("goal page: time to first byte", goal, (load) => load.firstByte),
    compare("goal page: first contentful paint", goal, (load) => load.contentful),
    compare("goal page: largest contentful paint", goal, (load) => load.largest),
  ];
}

function readMarks({ marks }: PageLoad): number {
  if (marks === null) throw new Error("the page shows no chart mark; is [data-mark] still its sign?");
  return marks;
}

async function describeScript(browser: Browser, urls: Record<PageName, string>, loads: Loads): Promise<Measure[]> {
  const marks = await countMarksWithoutScript(browser, urls.overview);
  const basis = await countMarksWithoutScript(browser, urls.handMade);
  const recharts = await findRecharts(loads.overview[0]!.transfer.scripts);
  const gestures = await tryGestures(browser, urls.overview);
  return [
    { name: "/: marks seen with JavaScript off", value: String(marks), basis: String(basis), ratio: marks / basis, aim: "all", met: marks === basis },
    { name: "/: scripts of the first load that hold Recharts", value: String(recharts.length), aim: "0", met: recharts.length === 0 },
    ...gestures.map(({ name, bytes, milliseconds, interactive }) => ({
      name: `/: fetched on ${name}`,
      value: printBytes(bytes),
      basis: interactive ? `interactive after ${printTime(milliseconds)}` : "stays static",
      aim: "interactive",
      met: interactive,
    })),
  ];
}
