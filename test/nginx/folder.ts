import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bakedHref, nameFile, parseAddress, siteHref } from "@/db/bake/address";
import { writeFolder } from "@/db/bake/folder";
import { NGINX_FILE, printNginx } from "@/db/bake/nginx";

export const DATASET = "a".repeat(64);

/** Stands in every file that nobody may read. */
export const SECRET = "secret, not to be served";

/** Addresses of a small site, as its pages have them. */
const ADDRESSES = [
  "/",
  "/goals",
  "/goals?year=2025",
  "/goals?year=2021&year=2025",
  "/goals?area=%E9%98%B2%E7%81%BD",
  "/goals?area=a.b",
  "/goals?area=A%2FB",
  "/goals?area=..",
  `/goals?area=${"%E6%B0%B4".repeat(30)}`,
  "/goals/2025-x-1",
  "/documents/0a",
  "/?year=2025&of=targets",
  "/embed",
  "/embed/headline",
  "/embed/headline?year=2025&resize=1",
  "/embed/headline.svg",
  "/embed/headline.svg?year=2025",
  "/embed/v1.js",
  "/icon.svg",
  "/api/goals.csv",
  "/api/goals.csv?year=2025",
];

/** An address of the small site: as the live site has it, as links of the copy have it, and what is baked for it. */
export interface BakedAddress {
  live: string;
  baked: string;
  body: string;
}

/** Lays a small baked folder into `scratch`, with secret files above it, beside it, and of every name that an attacker may guess. */
export async function layFolder(scratch: string): Promise<{ root: string; addresses: BakedAddress[]; lost: string }> {
  const root = path.join(scratch, "srv", "site");
  const lost = bodyOf("nowhere");
  const addresses: BakedAddress[] = [];
  for (const place of ["", "srv", "srv/site-old", "srv/site.bak"]) {
    mkdirSync(path.join(scratch, place), { recursive: true });
    for (const name of ["a.db", "passwd", "n.conf", "index.html", "goals", "secret.txt"]) writeFileSync(path.join(scratch, place, name), SECRET);
  }
  await writeFolder(root, DATASET, async (write) => {
    const put = (name: string, body: string, type = "text/html") => write({ name, type, body: Buffer.from(body) });
    for (const href of ADDRESSES) {
      const { address } = parseAddress(href, DATASET)!;
      const isPage = !/\.\w+$/.test(address.path);
      addresses.push({ live: siteHref(address), baked: bakedHref(address), body: bodyOf(href) });
      await put(nameFile(address, isPage)!, bodyOf(href));
    }
    await put("404.html", lost);
    await put(NGINX_FILE, printNginx(DATASET), "application/octet-stream");
  });
  // What its operator has put in since.
  for (const name of [".htpasswd", ".git/config", ".well-known/acme-challenge/token"]) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), name.startsWith(".well") ? "token" : SECRET);
  }
  return { root, addresses, lost };
}

/** Long enough to have compressed forms. */
function bodyOf(href: string): string {
  return `baked ${href} `.repeat(20);
}
