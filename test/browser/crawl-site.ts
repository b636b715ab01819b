import { DomUtils, parseDocument } from "htmlparser2";
import robotsParser from "robots-parser";
import { walkSite } from "./walk-site";

/** What a crawler comes to. */
interface Crawled {
  addresses: string[];
  /** Those that links lead to from the front page. */
  linked: string[];
  /** The markup of those that are pages. */
  pages: Map<string, string>;
  sitemap: string[];
  /** Addresses that were not answered with 200. */
  broken: string[];
}

/** The addresses that a crawler which obeys robots.txt asks a site for, from its front page and its sitemap on, but for the files of its build. */
export async function crawlSite(origin: string): Promise<Crawled> {
  const text = await (await fetch(`${origin}/robots.txt`)).text();
  const robots = robotsParser(`${origin}/robots.txt`, text);
  const follows = (address: string) => robots.isAllowed(origin + address, "Googlebot") === true && !address.startsWith("/_next/");
  const sitemap = (await Promise.all(robots.getSitemaps().map((url) => readSitemap(url)))).flat().map((url) => url.slice(origin.length) || "/");
  const asked = new Set<string>();
  const pages = new Map<string, string>();
  const pictures = new Set<string>();
  const broken: string[] = [];
  let linked: string[] = [];
  for (const from of ["/", ...sitemap]) {
    if (asked.has(from) || !follows(from)) continue;
    const walked = await walkSite(origin, {
      from,
      follows: (address) => !asked.has(address) && follows(address),
      onAnswer: async (address, answer, body) => {
        asked.add(address);
        if (!answer.headers.get("content-type")!.startsWith("text/html")) return;
        pages.set(address, body.toString());
        for (const picture of listPictures(body.toString(), origin)) pictures.add(picture);
      },
    });
    broken.push(...walked.broken);
    if (from === "/") linked = [...asked];
  }
  return { addresses: [...asked, ...[...pictures].filter(follows)], linked, pages, sitemap, broken };
}

/** All addresses of a sitemap, or of those that an index names. */
async function readSitemap(url: string): Promise<string[]> {
  const tree = parseDocument(await (await fetch(url)).text(), { xmlMode: true });
  const found = DomUtils.findAll(({ name }) => name === "loc", tree.children).map((element) => DomUtils.textContent(element));
  const isIndex = DomUtils.findOne(({ name }) => name === "sitemapindex", tree.children) !== null;
  return isIndex ? (await Promise.all(found.map(readSitemap))).flat() : found;
}

/** The pictures that a page has shown where it is linked. */
function listPictures(html: string, origin: string): string[] {
  return DomUtils.findAll(({ name, attribs }) => name === "meta" && attribs.property === "og:image", parseDocument(html).children)
    .map(({ attribs }) => attribs.content!)
    .filter((url) => url.startsWith(`${origin}/`))
    .map((url) => url.slice(origin.length));
}
