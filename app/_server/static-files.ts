import { readdirSync } from "node:fs";
import path from "node:path";

/** The addresses of a build's own files, as they are once decoded. `folder` is Next.js's own, `.next`. */
export function listStaticFiles(folder: string): ReadonlySet<string> {
  const files = readdirSync(path.join(folder, "static"), { recursive: true, encoding: "utf8" });
  return new Set(files.map((file) => `/_next/static/${file.split(path.sep).join("/")}`));
}
