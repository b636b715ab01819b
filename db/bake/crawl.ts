import pLimit from "p-limit";
import { CommandError } from "../command";
import { securityContact } from "../config";
import { type Address, bakedHref, basePath, ICONS, nameFile, parseAddress, siteHref } from "./address";
import { askSite } from "./ask-site";
import { bakeHostScript } from "./host-script";
import { bakePage } from "./page";
import { rewriteQuoted } from "./quote";

/** One file of the baked folder, by its name under it. */
export interface BakedFile {
  name: string;
  body: Uint8Array;
  type: string;
}

/** A chart that the site refuses to draw, as its address asks for more than it may, and why. */
export interface LeftOut {
  href: string;
  why: string;
}

interface CrawlOptions {
  /** Where the site answers now. */
  site: string;
  /** The site's address as its pages quote it, perhaps with a path. */
  origin: string;
  dataset: string;
  /** Called for every file once. */
  onFile: (file: BakedFile) => Promise<void>;
}

/** Requests at once, and most addresses of one site. */
const AT_ONCE = 4;
const MOST = 200_000;

/** Where to begin; all else is found by links. */
const STARTS = [
  "/",
  "/goals",
  "/continuations",
  "/documents",
  "/data",
  "/about",
  "/search",
  "/embed",
  "/embed/v1.js",
  ...ICONS,
  "/sitemap.xml",
  "/catalog.jsonld",
  "/feed.atom",
];

/** What is read at the top of a host alone: a copy under a path does without. */
const TOP_STARTS = ["/robots.txt"];

const SECURITY_TEXT = "/.well-known/security.txt";

/** An address that the site does not have: its answer is the page for lost readers. */
const NOWHERE = "/no-such-page";

/** Files that name pages by their whole addresses. */
const LISTS = /^\/(?:robots\.txt|sitemap\.xml|sitemaps\/[^/]+|catalog\.jsonld|feed\.atom|\.well-known\/security\.txt)$/;

/** A chart's page, or one of its files. */
const CHART = /^\/embed\/(?!v1\.js$)[^/]+$/;
const CHART_PAGE = /^\/embed\/[^./]+$/;

/**
 * Fetches the site breadth-first along its links and gives each answer as a file. A chart that the site refuses (one too
 * large to draw) is left out, and no page links to it: a page's charts are fetched before the page is given. Answers what was
 * left out. Throws `CommandError` where anything else is not answered.
 */
export async function crawlSite({ site, origin, dataset, onFile }: CrawlOptions): Promise<LeftOut[]> {
  const known = new Set<string>();
  const charts = new Map<string, Promise<LeftOut | null>>();
  let next: Address[] = [];
  const add = (address: Address): void => {
    const href = siteHref(address);
    if (known.has(href)) return;
    if (known.size >= MOST) throw new CommandError(`書き出すアドレスが ${MOST} を超えました。この大きさのデータ版は、静的なファイルにできません。`);
    known.add(href);
    next.push(address);
    // Other sites' pages ask for the form that tells its height.
    if (CHART_PAGE.test(address.path) && !href.includes("resize=")) add({ ...address, query: `${address.query}${address.query && "&"}resize=1` });
  };
  const fetchAddress = async (address: Address, status: number): Promise<LeftOut | null> => {
    const href = siteHref(address);
    const answer = await askSite(site, href);
    if (CHART.test(address.path) && answer.status >= 400 && answer.status < 500) return { href, why: await readRefusal(answer) };
    if (answer.status !== status) throw new CommandError(`サイトの ${href} が ${answer.status} を返したため、書き出せません。`);
    const type = answer.headers.get("content-type") ?? "application/octet-stream";
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const isPage = type.startsWith("text/html");
    const following = /<([^>]+)>;\s*rel="next"/.exec(answer.headers.get("link") ?? "")?.[1];
    const found = following && parseAddress(following.replace(origin, ""), dataset);
    if (found) add(found.address);
    const name = status === 404 ? "404.html" : nameFile(address, isPage)!;
    const bakeFile = () =>
      address.path === "/embed/v1.js"
        ? changeHostScript(bytes, dataset)
        : LISTS.test(address.path)
          ? bakeList(bytes)
          : found
            ? changeNext(bytes, following, basePath(origin) + bakedHref(found.address))
            : bytes;
    await onFile({ name, type, body: isPage ? await bakeBody(address, bytes) : bakeFile() });
    return null;
  };
  const bakeList = (bytes: Uint8Array): Uint8Array => {
    const link = (href: string): string | null => {
      const found = parseAddress(href, dataset);
      if (!found) return null;
      add(found.address);
      return bakedHref(found.address) + found.fragment;
    };
    return Buffer.from(rewriteQuoted(Buffer.from(bytes).toString(), origin, link));
  };
  const fetchChart = (address: Address): Promise<LeftOut | null> => {
    const href = siteHref(address);
    const fetched = charts.get(href) ?? fetchAddress(address, 200);
    charts.set(href, fetched);
    return fetched;
  };
  const bakeBody = async ({ path, query }: Address, bytes: Uint8Array): Promise<Uint8Array> => {
    const html = Buffer.from(bytes).toString();
    const shown = new Map<string, Address>();
    const refused = new Set<string>();
    const link = (href: string): string | null => {
      const found = parseAddress(href, dataset);
      if (!found || refused.has(siteHref(found.address))) return null;
      add(found.address);
      if (CHART.test(found.address.path)) shown.set(siteHref(found.address), found.address);
      return bakedHref(found.address) + found.fragment;
    };
    const options = { path, link, origin, keepsScript: path.startsWith("/embed/") && /(?:^|&)resize=1(?:&|$)/.test(query) };
    const baked = bakePage(html, options);
    // Of a chart's page only its files are waited for, so that no two pages wait for one another.
    for (const [href, address] of shown) if (!(CHART_PAGE.test(path) && CHART_PAGE.test(address.path)) && (await fetchChart(address))) refused.add(href);
    return Buffer.from(refused.size === 0 ? baked : bakePage(html, options));
  };
  for (const start of [...STARTS, ...(basePath(origin) === "" ? [...TOP_STARTS, ...(securityContact() === null ? [] : [SECURITY_TEXT])] : [])])
    add({ path: start, query: "" });
  const limit = pLimit(AT_ONCE);
  await fetchAddress({ path: NOWHERE, query: "" }, 404);
  while (next.length > 0) {
    const level = next;
    next = [];
    await Promise.all(level.map((address) => limit(() => (CHART.test(address.path) ? fetchChart(address) : fetchAddress(address, 200)))));
  }
  return (await Promise.all(charts.values())).filter((each) => each !== null).sort((a, b) => (a.href < b.href ? -1 : 1));
}

/** The sentence in which the site refuses, or its status where it says nothing. */
async function readRefusal(answer: Response): Promise<string> {
  const text = await answer.text();
  try {
    return (JSON.parse(text) as { error: { message: string } }).error.message;
  } catch {
    return String(answer.status);
  }
}

/** A table as JSON says in itself where its next rows are. */
function changeNext(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(
    Buffer.from(bytes)
      .toString()
      .replace(`"next":${JSON.stringify(from)}`, () => `"next":${JSON.stringify(to)}`),
  );
}

function changeHostScript(bytes: Uint8Array, dataset: string): Uint8Array {
  return Buffer.from(bakeHostScript(Buffer.from(bytes).toString(), dataset));
}
