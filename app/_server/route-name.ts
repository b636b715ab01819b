import { readFileSync } from "node:fs";
import path from "node:path";
import { ICONS } from "@/db/bake/address";

interface RoutesManifest {
  staticRoutes: { page: string }[];
  dynamicRoutes: { page: string; regex: string }[];
}

/**
 * Makes a function that names the route of a path (`/goals/[id]`), so that logs and metrics hold neither what readers
 * typed nor a name for each goal. A path of the site's own files is `asset`, one that leads nowhere `other`.
 */
export function createRouteNames(buildFolder: string): (path: string) => string {
  const { staticRoutes, dynamicRoutes } = JSON.parse(readFileSync(path.join(buildFolder, "routes-manifest.json"), "utf8")) as RoutesManifest;
  const fixed = new Set(["/healthz", "/readyz", "/.well-known/security.txt", ...staticRoutes.map(({ page }) => page)]);
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  return (name) => {
    if (isAsset(name)) return "asset";
    if (fixed.has(name)) return name;
    return patterns.find(({ regex }) => regex.test(name))?.page ?? "other";
  };
}

/** Whether a path is a file of the site itself, which needs no data. */
export function isAsset(name: string): boolean {
  return name.startsWith("/_next/static/") || ICONS.includes(name);
}
