import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..");

interface Rule {
  folder: string;
  allowed: string[];
  /** Of the allowed, what is not. */
  refused: string[];
}

const namesIn = (cell = "") => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]!);

/** What each folder may import of ours: the table of docs/architecture.md, as paths from the root. */
const RULES: Rule[] = readFileSync(join(root, "docs/architecture.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .flatMap((line) => {
    const [folders, , allowed] = line.split("|").slice(1);
    const [taken, refused] = allowed!.split("but not");
    return namesIn(folders).map((folder): Rule => ({ folder, allowed: namesIn(taken), refused: namesIn(refused) }));
  });

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
    own: own.map((name) => withoutEnding(name.startsWith("@/") ? name.slice(2) : relative(root, resolve(root, dirname(file), name)))),
    packages: names.filter((name) => !own.includes(name)),
  };
}

const withoutEnding = (path: string) => path.replace(/\.tsx?$/, "");
const within = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
const ownImports = new Map(files.map((file) => [withoutEnding(file), importsOf(file).own]));

/** The rule of the most particular folder that a module stands in. */
const ruleOf = (module: string) => RULES.filter(({ folder }) => within(module, folder)).sort((a, b) => b.folder.length - a.folder.length)[0];

const allows = (rule: Rule | undefined, path: string) =>
  rule?.allowed.some((folder) => within(path, folder)) && !rule.refused.some((folder) => within(path, folder));

/** All that a module imports, by whatever way. */
function reachable(module: string): Set<string> {
  const reached = new Set<string>();
  const open = [module];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const name of ownImports.get(next) ?? []) if (!reached.has(name)) open.push(name), reached.add(name);
  }
  return reached;
}

describe("architecture", () => {
  it("imports as the table of docs/architecture.md allows", () => {
    const wrong = [...ownImports].flatMap(([module, imports]) =>
      imports.filter((path) => !allows(ruleOf(module), path)).map((path) => `${module} imports ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  it("allows in that table nothing that no module imports", () => {
    const idle = RULES.flatMap((rule) => {
      const { folder, allowed } = rule;
      const used = [...ownImports].flatMap(([module, imports]) => (ruleOf(module) === rule ? imports : []));
      return allowed
        .filter((each) => each !== folder && each !== "lib/domain" && !used.some((path) => within(path, each)))
        .map((each) => `${folder} imports nothing of ${each}`);
    });
    expect(idle).toEqual([]);
  });

  it("has no circle of imports", () => {
    expect([...ownImports.keys()].filter((module) => reachable(module).has(module))).toEqual([]);
  });

  it("keeps the database out of lib, components and app", () => {
    const wrong = files
      .filter((file) => !file.startsWith("db/"))
      .flatMap((file) =>
        importsOf(file)
          .packages.filter((name) => /^(drizzle-orm|@libsql\/)/.test(name))
          .map((name) => `${file} imports ${name}`),
      );
    expect(wrong).toEqual([]);
  });

  it("reads the environment through one door, and never in a browser", () => {
    // What Node.js and npm set by themselves; and a build, which is given all that there is.
    const foreign = /process\.env(?:\.(?:NODE_ENV|INIT_CWD|npm_lifecycle_event)\b|, \{ NODE_ENV)|\.\.\.process\.env/g;
    const readers = files.filter((file) => readFileSync(join(root, file), "utf8").replace(foreign, "").includes("process.env"));
    expect(readers).toEqual(["lib/config.ts"]);
    const known = new Set(files);
    const reached = new Set(files.filter((file) => /^"use client"/m.test(readFileSync(join(root, file), "utf8"))));
    expect(reached.size).toBeGreaterThan(5);
    for (const file of reached)
      for (const path of importsOf(file).own) for (const end of ["", ".ts", ".tsx"]) if (known.has(path + end)) reached.add(path + end);
    expect([...reached].filter((file) => file === "lib/config.ts" || file.startsWith("db/"))).toEqual([]);
  });

  it("prints through one door, which shows a terminal nothing that it would act upon", () => {
    const wrong = files.filter(
      (file) =>
        /^(?:db|app\/_server)\//.test(file) &&
        file !== "db/print.ts" &&
        /\bconsole\.|process\.std(?:out|err)\.write/.test(readFileSync(join(root, file), "utf8")),
    );
    expect(wrong).toEqual([]);
  });

  it("has no barrels and no drawers for everything", () => {
    expect(files.filter((file) => /(^|\/)(index|utils|helpers|misc)\.tsx?$/.test(file))).toEqual([]);
  });

  it("names no source, in comments and sentences, that is not there", () => {
    const wrong = files.flatMap((file) =>
      [...readFileSync(join(root, file), "utf8").matchAll(/\b(?:app|components|db|docs|lib|test)\/[\w/-]+\.(?:test\.)?(?:tsx?|css|md)\b/g)]
        .map(([name]) => name)
        .filter((name) => !existsSync(join(root, name)))
        .map((name) => `${file} names ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});
