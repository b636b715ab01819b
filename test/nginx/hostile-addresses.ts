import type { BakedAddress } from "./folder";

/** Ways up, as they are written to get by a check. Latin-1 letters stand for bytes. */
const UPS = [
  "../",
  "..%2f",
  "..%2F",
  "%2e%2e/",
  "%2e%2e%2f",
  "%2E%2E%2F",
  ".%2e/",
  "%252e%252e%252f",
  "%25252e%25252e%25252f",
  "..\\",
  "..%5c",
  "..%255c",
  "..;/",
  "....//",
  "..//",
  "./../",
  "%c0%ae%c0%ae%c0%af",
  "\xc0\xae\xc0\xae/",
  "..%00/",
  "..%u2216",
];

/** Files that are not the site's: beside and above its folder, and at the root of the machine. */
const TARGETS = ["a.db", "secret.txt", "passwd", "n.conf", "index.html", "site-old/a.db", "site.bak/secret.txt", "etc/passwd", "etc/hostname"];

const DEPTHS = [1, 2, 3, 4, 12];

/**
 * Addresses that reach for files outside of the folder, for another address's file, or for what no address has, by
 * query and by path, over the given baked addresses.
 */
export function listHostileAddresses(addresses: readonly BakedAddress[], dataset: string): string[] {
  const views = [...new Set(addresses.flatMap(({ baked }) => /^\/q\/([^/]+)\//.exec(baked)?.[1] ?? []))];
  const names = views.map((view) => decodeURIComponent(view));
  const every = <T>(list: readonly T[], at: number): T => list[at % list.length]!;
  const climbs = UPS.flatMap((up, index) => DEPTHS.map((depth, at) => ({ climb: up.repeat(depth), target: every(TARGETS, index * DEPTHS.length + at) })));
  const byQuery = climbs.flatMap(({ climb, target }, index) => {
    const [name, view] = [every(names, index), every(views, index + 1)];
    const queries = [climb, `${name}/${climb}`, `x/${climb}`, `dataset=${dataset}&${climb}`, `${name}/${climb}&dataset=${dataset}`, `/${climb}`, `&${climb}`];
    return [
      `/${target}?${every(queries, index)}`,
      `/${target}?${every(queries, index + 3)}`,
      `/${view}/${target}?${climb.slice(0, -1)}`,
      `/?${every(queries, index)}${target}`,
    ];
  });
  const byPath = climbs.flatMap(({ climb, target }, index) => {
    const view = every(views, index);
    return [
      `/${climb}${target}`,
      `/q/${climb}${target}`,
      `/q/${view}/${climb}${target}`,
      `/embed/${climb}${target}`,
      `/goals${climb}${target}`,
      `//${climb}${target}`,
    ];
  });
  return [...new Set([...byQuery, ...byPath, ...listTricks(names, dataset)])];
}

/** Other addresses' files by names that are none of theirs, the bake's own files, and what others have put in. */
function listTricks(names: readonly string[], dataset: string): string[] {
  const own = [
    "ayumi-bake.json",
    "ayumi-nginx.conf",
    "AYUMI-BAKE.JSON",
    "ayumi-bake%2ejson",
    "ayumi-bake.json/",
    "ayumi-bake.json/.",
    "ayumi-bake.json%20",
    "ayumi-bake.json%00",
    "./ayumi-nginx.conf",
    "/ayumi-nginx.conf",
    "%61yumi-nginx.conf",
    "q/x/../../ayumi-bake.json",
    "q/%2e%2e/ayumi-bake.json",
    "ayumi-bake.json?",
    `ayumi-bake.json?dataset=${dataset}`,
    "ayumi-bake.json?year=2025",
    "ayumi-bake.json?.",
    "ayumi-nginx.conf.gz",
    "404.html",
    "404.html?",
    "404.html.gz",
    "404.html.br",
  ];
  const left = [
    ".htpasswd",
    ".git/config",
    "%2ehtpasswd",
    ".git%2fconfig",
    "/.git/config",
    "q/../.git/config",
    ".well-known/../.htpasswd",
    "goals/.htpasswd",
    ".?year=2025",
    "..?year=2025",
  ];
  const forms = ["index.html.gz", "index.html.br", "goals/index.html.GZ", "embed/headline.svg.gz", "api/goals.csv.br"];
  const folders = ["q", "q/", "q/.", "goals/2025-x-1/..%00", "etc/passwd%00.html", "\x00", "goals\x00", "a.db%00", "a.db\x01"];
  const views = names.flatMap((name) => [
    `?/${name}`,
    `?.&${name}`,
    `goals?./${name}`,
    `goals?${name}/`,
    `goals?${name}/.`,
    `goals?${name}//`,
    `goals?${name};`,
    `goals?${name}%00`,
    `goals?${name}%2f`,
    `goals?${name}&dataset=${"b".repeat(64)}`,
    `${encodeURIComponent(name)}/goals?.`,
    `${encodeURIComponent(name)}/goals?dataset=${dataset}&.`,
  ]);
  return [...own, ...left, ...forms, ...folders, ...views]
    .map((each) => `/${each}`)
    .concat(
      names
        .filter((name) => name.startsWith("sha256-"))
        .flatMap((name) => [`/goals?${name}`, `/goals?dataset=${dataset}&${name}`, `/goals?${name}&dataset=${dataset}`]),
    );
}
