import { PAGE } from "@/lib/parameters/choices";
import { MUNICIPALITY } from "@/lib/parameters/filters";
import { PAGES } from "@/lib/parameters/pages";
import type { Place } from "@/lib/parameters/place";

/** Those that fetch one address which a person shares, to show a preview of it: they follow no links, and may see any view. */
const PREVIEWERS = ["facebookexternalhit", "Twitterbot", "LinkedInBot", "Slackbot", "Discordbot", "TelegramBot"] as const;

/** What a crawler may ask of a page: another municipality, and the next part of a list. All else are views of what is there already. */
const ASKED = [[MUNICIPALITY.name], [PAGE.name], [MUNICIPALITY.name, PAGE.name]];

/** Evidence pages of initiatives, whose keys end in `-i1`: no pattern knows digits, and no other id has such a part. */
const INITIATIVES = Array.from({ length: 9 }, (_, index) => `/continuations/*-i${index + 1}`);

/** Data is for programs, which are sent there by /data and the catalogue; of a document its page is enough, of a chart its page and the picture for previews. */
const FILES = ["/api/", "/documents/*/source", "/embed/*."];

/** A goal's picture for previews is for those who share it: its page is enough of it. */
const GOAL_PICTURES = ["/embed/goal.png?*size=og$", "/q/*size=og/embed/goal.png$"];

/** Where a static copy keeps views (db/bake/address.ts), and whence the site leads on to its own address of them. */
const VIEWS = "/q/";

/**
 * `/robots.txt` (RFC 9309: of the rules that match, the longest holds). What a crawler may follow ends: plain pages, goals,
 * documents, what was carried on between goals, charts. Kept out are views (filters, sorting, what is counted, and the
 * addresses of quoted datasets), the evidence of single initiatives, and files. `url` is the site's address.
 */
export function printRobots(url: string): string {
  const open = listPaged();
  const allowed = [...open, ...open.map(bake), "/embed/v1.js", "/embed/*.png?*size=og$", `${VIEWS}*size=og/embed/*.png$`];
  // A further name asks for a view of it.
  const closed = open.map((rule) => `${rule}*&`);
  const disallowed = ["/*?", ...closed, VIEWS, ...closed.map(bake), ...INITIATIVES, ...FILES, ...GOAL_PICTURES];
  const lines = [
    ...PREVIEWERS.map((name) => `User-agent: ${name}`),
    "Disallow:",
    "",
    "User-agent: *",
    ...allowed.map((rule) => `Allow: ${rule}`),
    ...disallowed.map((rule) => `Disallow: ${rule}`),
    "",
    `Sitemap: ${url}/sitemap.xml`,
  ];
  return `${lines.join("\n")}\n`;
}

/** `/goals?municipality=`, `/documents/*?page=` … of every page but the search, whose results have no end. */
function listPaged(): string[] {
  const places: Place[] = Object.values(PAGES).filter(({ path }) => path !== PAGES.search.path);
  return places.flatMap(({ path, takes }) =>
    ASKED.filter((names) => names.every((name) => takes.some((each) => each.name === name))).map(
      (names) => `${path.replace(/\[\w+\]/g, "*")}?${names.map((name) => `${name}=`).join("*&")}`,
    ),
  );
}

/** The rule for the same addresses in a static copy, where `/goals?municipality=X` lies at `/q/municipality=X/goals`. */
function bake(rule: string): string {
  const [path, query] = rule.split("?") as [string, string];
  return `${VIEWS}${query}*${path}${path === "/" ? "$" : ""}`;
}
