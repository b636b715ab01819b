import { createHash } from "node:crypto";
import { isBakedQuery } from "@/lib/parameters/bake-rule";
import { GOAL } from "@/lib/parameters/choices";
import { findPlace } from "@/lib/parameters/find-place";
import { FOUND } from "@/lib/parameters/found";
import { PAGES } from "@/lib/parameters/pages";

/** An address of the site without its dataset: a path as it is written in URLs, and its query, empty where there is none. */
export interface Address {
  path: string;
  query: string;
}

/** Folder of all that a query asks for: what the site answers at `/goals?year=2025` lies at `/q/year=2025/goals`. */
const VIEWS = "/q/";

/** A query that names a folder as it is, as a regular expression; any other is named by its hash. */
export const VIEW_NAME = "[\\w.~%&=+*()!,:;@-]{1,200}";

/** How the name of a query by its hash begins. */
export const HASHED_NAME = "sha256-";

/** Pages that show a goal beside their chart. */
const PANEL_PAGES: readonly string[] = Object.values(PAGES)
  .filter(({ takes }) => takes.includes(GOAL))
  .map(({ path }) => path);

/** The shape in which pages let a chart's picture be saved and copied. */
const SLIDE = "size=16x9";

/** The site's icons, as browsers, bookmarks and home screens ask for them. */
export const ICONS: readonly string[] = ["/icon.svg", "/favicon.ico", "/apple-icon.png"];

/** Tables as files take the filters of the table of goals, and cursors, of which there are as many as a table needs. */
const TABLE_PATH = /^\/api\/./;

/** What needs the server, or belongs to pages that run scripts. */
const NEVER = /^\/(?:healthz|readyz|api|api\/oembed|_next\/.*|q\/.*)$/;

/**
 * Reads an address of the site (`/goals?year=2025#list`) and parts it from its fragment. The dataset `id` is left out, as
 * all that is baked is of that one; `null` for another dataset, another site, or what is none of the baked addresses.
 */
export function parseAddress(href: string, id: string): { address: Address; fragment: string } | null {
  if (!href.startsWith("/") || href.startsWith("//")) return null;
  const [, rest, fragment] = /^([^#]*)(.*)$/s.exec(href)!;
  const [path, ...query] = rest!.split("?");
  const parts = query
    .join("?")
    .split("&")
    .filter((part) => part !== "");
  const dataset = parts.find((part) => part.startsWith("dataset="));
  if (dataset !== undefined && dataset !== `dataset=${id}`) return null;
  const goal = PANEL_PAGES.includes(path!) ? new URLSearchParams(parts.join("&")).get("goal") : null;
  // What a panel tells stands on the goal's page too.
  if (goal !== null) return { address: { path: PAGES.goal.path.replace("[id]", encodeURIComponent(goal)), query: "" }, fragment: "" };
  // An icon's query only tells browsers' caches of a new icon.
  const asked = ICONS.includes(path!) ? [] : parts.filter((part) => part !== dataset);
  // A narrowed chart has its picture in its own shape: one more of each, for slides, would be as many again.
  for (const query of [asked, asked.filter((part) => part !== SLIDE)]) {
    const address = { path: path!, query: query.join("&") };
    if (isBaked(address)) return { address, fragment: fragment! };
  }
  return null;
}

function isBaked({ path, query }: Address): boolean {
  if (NEVER.test(path) || nameFile({ path, query }, false) === null) return false;
  if (query === "") return true;
  // A ZIP packs the other forms of its chart, which are all there: of filtered ones the copy does without.
  if (path.endsWith(".zip")) return false;
  const asked = new URLSearchParams(query);
  if (TABLE_PATH.test(path)) return asked.has("cursor") || isBakedQuery(PAGES.goals, asked);
  const place = findPlace(path, asked) ?? Object.values(FOUND).find((each) => each.path === path) ?? null;
  return place !== null && isBakedQuery(place, asked);
}

/** The address as the site answers it. */
export function siteHref({ path, query }: Address): string {
  return query === "" ? path : `${path}?${query}`;
}

/** The address as the baked files answer it, on any host, whatever it does with queries. */
export function bakedHref({ path, query }: Address): string {
  return query === "" ? path : VIEWS + encodeURIComponent(nameView(query)).replaceAll("%3D", "=").replaceAll("%26", "&") + path;
}

/** What the path of every address begins with, where the copy is to lie at `origin`; empty at the top of a host. */
export function basePath(origin: string): string {
  return new URL(origin).pathname.replace(/\/$/, "");
}

/** The file of an address under the baked folder; `null` where its path makes no sound file name. */
export function nameFile({ path, query }: Address, isPage: boolean): string | null {
  const folder = query === "" ? "" : `${VIEWS.slice(1)}${nameView(query)}/`;
  let segments: string[];
  try {
    segments = path.split("/").slice(1).map(decodeURIComponent);
  } catch {
    return null;
  }
  if (path.endsWith("/")) segments.pop();
  if (segments.some((name) => /^\.{0,2}$|[/\\\0]/.test(name) || Buffer.byteLength(name) > 200)) return null;
  return folder + [...segments, ...(isPage ? ["index.html"] : [])].join("/");
}

/**
 * A query as the name of a folder: just as it is, so that a server can find it without decoding anything
 * (`try_files /q/$args$uri`).
 */
function nameView(query: string): string {
  return new RegExp(`^${VIEW_NAME}$`).test(query) ? query : `${HASHED_NAME}${createHash("sha256").update(query).digest("hex").slice(0, 32)}`;
}
