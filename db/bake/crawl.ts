import pLimit from "p-limit";
import { CommandError } from "../command";
import { bakedHref, nameFile, parseAddress, siteHref, type Address } from "./address";
import { bakeHostScript } from "./host-script";
import { bakePage } from "./page";

/** One file of the baked folder, by its name under it. */
export interface BakedFile {
  name: string;
  body: Uint8Array;
  type: string;
}

interface CrawlOptions {
  /** Where the site answers now. */
  site: string;
  /** The site's address as its pages quote it. */
  origin: string;
  dataset: string;
  /** Called for every file once. */
  onFile: (file: BakedFile) => Promise<void>;
}

/** Requests at once, and most addresses of one site. */
const AT_ONCE = 4;
const MOST = 200_000;

/** Where to begin; all else is found by links. */
const STARTS = ["/", "/goals", "/continuations", "/documents", "/data", "/about", "/search", "/embed", "/embed/v1.js", "/icon.svg"];

/** An address that the site does not have: its answer is the page for lost readers. */
const NOWHERE = "/no-such-page";

/** Fetches the site breadth-first along its links and gives each answer as a file. Throws `CommandError` where one fails. */
export async function crawlSite({ site, origin, dataset, onFile }: CrawlOptions): Promise<void> {
  const known = new Set<string>();
  let next: Address[] = [];
  const add = (href: string): string | null => {
    const found = parseAddress(href, dataset);
    if (!found) return null;
    const address = siteHref(found.address);
    if (!known.has(address)) {
      if (known.size >= MOST) throw new CommandError(`書き出すアドレスが ${MOST} を超えました。この大きさのデータ版は、静的なファイルにできません。`);
      known.add(address);
      next.push(found.address);
      // Other sites' pages ask for the form that tells its height.
      if (/^\/embed\/[^./]+$/.test(found.address.path) && !address.includes("resize=")) add(`${address}${address.includes("?") ? "&" : "?"}resize=1`);
    }
    return bakedHref(found.address) + found.fragment;
  };
  STARTS.forEach(add);
  const limit = pLimit(AT_ONCE);
  const bake = async (address: Address, status = 200) => {
    const href = siteHref(address);
    const answer = await fetch(site + href, { redirect: "manual", headers: { "accept-encoding": "identity" } });
    if (answer.status !== status) throw new CommandError(`サイトの ${href} が ${answer.status} を返したため、書き出せません。`);
    const type = answer.headers.get("content-type") ?? "application/octet-stream";
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const isPage = type.startsWith("text/html");
    const following = /<([^>]+)>;\s*rel="next"/.exec(answer.headers.get("link") ?? "")?.[1];
    if (following) add(following.replace(origin, ""));
    const name = status === 404 ? "404.html" : nameFile(address, isPage)!;
    await onFile({ name, type, body: isPage ? bakeBody(address, bytes) : address.path === "/embed/v1.js" ? changeHostScript(bytes, dataset) : bytes });
  };
  const bakeBody = ({ path, query }: Address, bytes: Uint8Array) => {
    const keepsScript = path.startsWith("/embed/") && /(?:^|&)resize=1(?:&|$)/.test(query);
    return Buffer.from(bakePage(Buffer.from(bytes).toString(), { path, link: add, origin, keepsScript }));
  };
  await bake({ path: NOWHERE, query: "" }, 404);
  while (next.length > 0) {
    const level = next;
    next = [];
    await Promise.all(level.map((address) => limit(() => bake(address))));
  }
}

function changeHostScript(bytes: Uint8Array, dataset: string): Uint8Array {
  return Buffer.from(bakeHostScript(Buffer.from(bytes).toString(), dataset));
}
