import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** What each folder may import of ours, the most particular folder first (DESIGN §4; README, "Layout"). */
const RULES: [folder: string, allowed: string[]][] = [
  ["lib/domain", ["lib/domain"]],
  ["lib/texts", ["lib/texts", "lib/domain"]],
  ["lib/document", ["lib/document", "lib/domain"]],
  ["lib/continuation", ["lib/continuation", "lib/domain"]],
  ["lib/search", ["lib/search", "lib/domain"]],
  ["lib/comparison", ["lib/comparison", "lib/domain"]],
  ["lib/charts", ["lib/charts", "lib/continuation/span", "lib/domain", "lib/texts"]],
  ["lib/generation", ["lib/generation", "lib/domain"]],
  ["lib/files", ["lib/files", "lib/domain", "lib/texts", "lib/charts", "lib/parameters", "lib/query", "lib/request-error", "lib/urls"]],
  ["lib/parameters", ["lib/parameters", "lib/domain", "lib/texts", "lib/charts/registry", "lib/charts/contract", "lib/charts/carried-on/model", "lib/charts/drawing-style", "lib/query", "lib/request-error"]],
  ["lib/chart-urls.ts", ["lib/charts", "lib/parameters", "lib/urls"]],
  ["lib/query.ts", ["lib/request-error"]],
  ["lib/answer.ts", ["lib/request-error", "lib/security-headers"]],
  ["lib/urls.ts", ["lib/domain", "lib/parameters"]],
  ["lib", ["lib/domain"]],
  ["db/schema.ts", ["lib/domain", "db/place-column"]],
  ["db/dataset-schema.ts", ["lib/domain", "db/place-column", "db/schema"]],
  ["db/decision-schema.ts", ["lib/domain", "db/place-column", "db/dataset-schema"]],
  ["db/bake", ["db", "lib/parameters", "lib/texts", "components/baked"]],
  ["db/queries", ["db/queries", "db/client", "db/schema", "db/dataset-schema", "db/decision-schema", "db/config", "db/identifier", "db/place-column", "db/line-kinds", "db/packed-comparison", "db/decision-event", "lib/domain", "lib/continuation", "lib/search", "lib/document/decode"]],
  ["db/start", ["db", "lib/domain", "lib/parameters", "lib/request-error", "lib/search", "lib/security-headers"]],
  ["db", ["db", "lib/domain", "lib/document", "lib/continuation", "lib/generation", "lib/search", "lib/texts"]],
  ["components/data", ["components", "lib/domain", "lib/files", "lib/texts", "lib/urls"]],
  ["components", ["components", "lib/domain", "lib/charts", "lib/comparison", "lib/parameters", "lib/texts", "lib/urls", "lib/chart-urls"]],
  ["app", ["app", "db/queries", "db/config", "db/site", "lib", "components"]],
];

const files = ["lib", "db", "components", "app"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);

/** Our own modules that a file imports, as paths from the root, and the packages, by name. */
function importsOf(file: string): { own: string[]; packages: string[] } {
  const source = readFileSync(join(root, file), "utf8");
  const names = [...source.matchAll(/(?:from|import\()\s*"([^"]+)"|^import\s+"([^"]+)"/gm)].map((match) => match[1] ?? match[2]!);
  const own = names.filter((name) => /^(@\/|\.)/.test(name) && !name.endsWith(".css"));
  return {
    own: own.map((name) => (name.startsWith("@/") ? name.slice(2) : relative(root, resolve(root, dirname(file), name)))),
    packages: names.filter((name) => !own.includes(name)),
  };
}

const within = (path: string, folder: string) => path === folder || path === folder.replace(/\.ts$/, "") || path.startsWith(`${folder}/`);

describe("architecture", () => {
  it("imports run one way", () => {
    const wrong = files.flatMap((file) => {
      const allowed = RULES.find(([folder]) => within(file, folder))![1];
      return importsOf(file).own.filter((path) => !allowed.some((folder) => within(path, folder))).map((path) => `${file} imports ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  it("keeps the database out of lib, components and app", () => {
    const wrong = files
      .filter((file) => !file.startsWith("db/"))
      .flatMap((file) => importsOf(file).packages.filter((name) => /^(drizzle-orm|@libsql\/)/.test(name)).map((name) => `${file} imports ${name}`));
    expect(wrong).toEqual([]);
  });

  it("prints through one door, which shows a terminal nothing that it would act upon", () => {
    const wrong = files.filter((file) => file.startsWith("db/") && file !== "db/print.ts" && /\bconsole\.|process\.std(?:out|err)\.write/.test(readFileSync(join(root, file), "utf8")));
    expect(wrong).toEqual([]);
  });

  it("has no barrels and no drawers for everything", () => {
    expect(files.filter((file) => /(^|\/)(index|utils|helpers|misc)\.tsx?$/.test(file))).toEqual([]);
  });
});
