import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";

/** A line's latency in milliseconds and its speeds in bits a second. */
export interface Line {
  latency: number;
  download: number;
  upload: number;
}

/** Bytes on the wire, headers included, by what was fetched. */
export interface Transfer {
  html: number;
  script: number;
  style: number;
  other: number;
  all: number;
  /** Addresses of the scripts. */
  scripts: string[];
}

/** One load with a cold cache. Times in milliseconds from the start of the navigation. */
export interface PageLoad {
  firstByte: number;
  contentful: number;
  largest: number;
  /** The first chart mark is painted; `null` where the page has none. */
  marks: number | null;
  /** Whether the marks were in the first contentful paint. */
  marksFirst: boolean;
  transfer: Transfer;
}

/** What the probe leaves in the page. */
interface Probe {
  marks: number | null;
  marksFirst: boolean;
  largest: number;
}

const VIEWPORT = { width: 1280, height: 800 };

/** How long a painted page is given to settle, in milliseconds. */
const SETTLE = 250;

/** Longest wait after `load` for the first paint, in milliseconds. */
const PATIENCE = 10_000;

/** Loads a page in a new browser context, so that nothing is cached and no connection is open. */
export async function loadPage(browser: Browser, url: string, line: Line | null): Promise<PageLoad> {
  return withPage(browser, {}, async (page, session) => {
    if (line) await throttle(session, line);
    // tsx names inner functions through a helper that the page does not have.
    await page.addInitScript({ content: `{ const __name = (named) => named; (${probePage})(); }` });
    const transfer = await recordTransfer(session);
    await page.goto(url, { waitUntil: "load" });
    await page.waitForFunction(isPainted, undefined, { polling: 50, timeout: PATIENCE });
    await page.waitForTimeout(SETTLE);
    const times = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
      const contentful = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN;
      const { marks, marksFirst, largest } = (window as unknown as { ayumiProbe: Probe }).ayumiProbe;
      return { firstByte: navigation!.responseStart, contentful, largest, marks: marksFirst ? contentful : marks, marksFirst };
    });
    return { ...times, transfer: transfer() };
  });
}

/** Runs `work` on a page in a context of its own. */
export async function withPage<T>(
  browser: Browser,
  options: Parameters<Browser["newContext"]>[0],
  work: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  const context: BrowserContext = await browser.newContext({ viewport: VIEWPORT, ...options });
  try {
    const page = await context.newPage();
    return await work(page, await context.newCDPSession(page));
  } finally {
    await context.close();
  }
}

/** Counts what the page fetches from now on; the answer tells the bytes so far. */
export async function recordTransfer(session: CDPSession): Promise<() => Transfer> {
  const requests = new Map<string, { url: string; type: string; bytes: number }>();
  session.on("Network.responseReceived", ({ requestId, type, response }) => void requests.set(requestId, { url: response.url, type, bytes: 0 }));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  await session.send("Network.enable");
  return () => {
    const found = [...requests.values()].filter(({ url }) => url.startsWith("http"));
    const sum = (type?: string) => found.filter((each) => type === undefined || each.type === type).reduce((bytes, each) => bytes + each.bytes, 0);
    const [html, script, style, all] = [sum("Document"), sum("Script"), sum("Stylesheet"), sum()];
    return { html, script, style, all, other: all - html - script - style, scripts: found.filter(({ type }) => type === "Script").map(({ url }) => url) };
  };
}

async function throttle(session: CDPSession, { latency, download, upload }: Line): Promise<void> {
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput: download / 8, uploadThroughput: upload / 8 });
}

/** Runs in the page: whether the browser has told of content painted and, where the page has marks, of those. */
function isPainted(): boolean {
  const { marks } = (window as unknown as { ayumiProbe: Probe }).ayumiProbe;
  return performance.getEntriesByName("first-contentful-paint").length > 0 && (marks !== null || document.querySelector("[data-mark]") === null);
}

/**
 * Runs in the page before anything else of it. In each frame, before it is painted, it looks whether a mark has a
 * box. If that frame is the first that holds any content, the marks belong to the first contentful paint, whose time
 * the browser reports; else their time is taken right after that frame's paint.
 */
function probePage(): void {
  const probe: Probe = { marks: null, marksFirst: false, largest: NaN };
  (window as unknown as { ayumiProbe: Probe }).ayumiProbe = probe;
  new PerformanceObserver((list) => {
    probe.largest = list.getEntries().at(-1)?.startTime ?? probe.largest;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  let contentBefore = false;
  const look = () => {
    const marks = [...document.querySelectorAll("[data-mark] rect")];
    if (!marks.some((mark) => mark.getBoundingClientRect().width > 0)) {
      contentBefore ||= (document.body?.getBoundingClientRect().height ?? 0) > 40;
      return void requestAnimationFrame(look);
    }
    probe.marksFirst = !contentBefore;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (probe.marks = performance.now());
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
}
