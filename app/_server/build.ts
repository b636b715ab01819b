import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { CommandError } from "@/db/command";
import type { Release } from "@/db/connection/store-lock";
import { printError, printText } from "@/db/print";
import { type Build, holdBuild } from "./build-lock";
import { onStop } from "./stop-signal";

/** What the built site is made from. A name that is missing counts as absent. */
const SOURCES = [
  ...["app", "components", "lib", "db", "public"],
  ...["package.json", "package-lock.json", "next.config.ts", "tsconfig.json", "postcss.config.mjs"],
];
const NOT_SOURCES = new Set(["db/data", "db/documents", "db/decisions", "db/ayumi.json"]);

/** Files without which a build was broken off. */
const PARTS = ["BUILD_ID", "routes-manifest.json", "prerender-manifest.json", "required-server-files.json", "server"];

/** Remembers which sources `.next` was built from. */
const STAMP = path.join(".next", "ayumi-build.json");

const BUILD: Build = {
  folder: ".next",
  isBuilt: () => isBuilt(hashSources()),
  onWait: () => printText("ほかのプロセスがサイトをビルドしているので、終わるのを待っています…"),
  async make() {
    rmSync(STAMP, { force: true });
    await runBuild();
    // Hashed again, because Next.js may complete tsconfig.json.
    writeFileSync(STAMP, `${JSON.stringify({ sources: hashSources() })}\n`);
  },
};

/** Builds the site unless `.next` holds a whole build of these very sources. Answers whether it had to. Throws `CommandError`. */
export async function buildSite(): Promise<boolean> {
  const { made, release } = await holdBuild(BUILD);
  release();
  return made;
}

/** Kept, since a lock that nothing refers to would be given back. */
const held: Release[] = [];

/** Builds the site where that has to be, and keeps others from building it anew as long as this process runs. Throws `CommandError`. */
export async function openBuild(): Promise<void> {
  held.push((await holdBuild(BUILD)).release);
}

function isBuilt(sources: string): boolean {
  if (!existsSync(STAMP) || PARTS.some((part) => !existsSync(path.join(".next", part)))) return false;
  try {
    return (JSON.parse(readFileSync(STAMP, "utf8")) as { sources?: unknown }).sources === sources;
  } catch {
    return false;
  }
}

/** SHA-256 over the names and contents of all sources. */
function hashSources(): string {
  const hash = createHash("sha256").update(process.version.split(".")[0]!);
  const add = (name: string) => {
    const found = statSync(name, { throwIfNoEntry: false });
    if (!found || NOT_SOURCES.has(name)) return;
    if (found.isDirectory()) {
      for (const child of readdirSync(name).sort()) if (!child.startsWith(".")) add(`${name}/${child}`);
    } else if (found.isFile()) hash.update(`\0${name}\0`).update(readFileSync(name));
  };
  for (const name of SOURCES) add(name);
  return hash.digest("hex");
}

async function runBuild(): Promise<void> {
  printText("サイトをビルドしています（はじめての起動と更新の後だけ）…");
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => output.push(chunk));
  let stopped = false;
  const forget = onStop(() => {
    stopped = true;
    child.kill();
  });
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(1));
    child.once("close", resolve);
  });
  forget();
  if (stopped) process.exit(0);
  if (code === 0) return;
  printError(Buffer.concat(output).toString());
  throw new CommandError("サイトをビルドできませんでした。上の出力を確かめてください。");
}
