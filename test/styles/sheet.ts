import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { compile } from "tailwindcss";
import { listDrawingClasses } from "@/lib/charts/drawing-sheet";

const root = resolve(import.meta.dirname, "../..");
const require = createRequire(import.meta.url);

/** The site's sheet as it is written, with what it imports of ours. */
export const SHEETS = ["app/globals.css", "app/drawing.css"].map((name) => readFileSync(join(root, name), "utf8"));

/** Class names that are no utilities. Those of drawings alone: each has its rules in lib/charts/drawing-style.ts. */
export const GLOBAL_CLASSES: readonly string[] = [
  ...listDrawingClasses(),
  // Of a drawing too, without a rule of their own.
  "entry",
  "plain",
  "mark-stripes",
  "ribbon-flow",
  "kind-continued",
  "kind-merged",
  "kind-split",
  "status-confirmed",
  "status-rejected",
  // Of a table that only embedded pages have.
  "spoken",
];

/** The site's style sheet for the class names given. */
export async function compileSheet(): Promise<(names: string[]) => string> {
  const { build } = await compile(SHEETS[0]!, {
    base: join(root, "app"),
    loadStylesheet: async (id, base) => {
      const path = id.startsWith(".") ? join(base, id) : id === "tailwindcss" ? require.resolve("tailwindcss/index.css") : require.resolve(id);
      return { path, base: dirname(path), content: readFileSync(path, "utf8") };
    },
  });
  return build;
}

/** Those of the names that are neither utilities nor on the list of global ones. */
export async function findUnknownClasses(names: Iterable<string>): Promise<string[]> {
  const asked = [...new Set(names)].filter((name) => !GLOBAL_CLASSES.includes(name));
  const sheet = (await compileSheet())(asked);
  return asked.filter((name) => !new RegExp(`\\.${name.replace(/[^\w-]/g, "\\$&").replace(/[^\w-]/g, "\\$&")}(?![\\w\\\\-])`).test(sheet));
}

/** Class names that the sources of the site's pages write, by the file that does: in `className`, and in the constants that it takes. */
export function readClassNames(): Map<string, string> {
  const files = ["app", "components"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  // Embedded pages have a sheet of their own.
  const sources = files
    .filter((name) => /\.tsx?$/.test(name) && !/^components\/embed\/(?:page|picture|table)/.test(name))
    .map((file) => [file, readFileSync(join(root, file), "utf8")] as const);
  const constants = sources.flatMap(([file, source]) =>
    [...source.matchAll(/const ([A-Z_]+)(?:: [^=]+)? =\s*((?:\{[^}]*\}|[^;])*);/g)].map(([, name, body]) => ({ file, name: name!, body: body! })),
  );
  const names = new Map<string, string>();
  const known = new Set<object>();
  const takes = (file: string, each: { file: string; name: string }) =>
    each.file === file || new RegExp(`^import \\{[^}]*\\b${each.name}\\b`, "m").test(sources.find(([name]) => name === file)![1]);
  const add = (file: string, text: string) => {
    for (const part of readTexts(text)) for (const name of part.split(/\s+/)) if (name !== "") names.set(name, file);
    for (const each of constants) {
      if (known.has(each) || !new RegExp(`\\b${each.name}\\b`).test(text) || !takes(file, each)) continue;
      known.add(each);
      add(each.file, each.body);
    }
  };
  for (const [file, source] of sources) for (const text of readAttributes(source)) add(file, text);
  return names;
}

/** What is written after `className`. */
function* readAttributes(source: string): Generator<string> {
  for (const { index, 0: found } of source.matchAll(/\bclassName(?:=| = |: )/g)) {
    const rest = source.slice(index + found.length);
    if (rest.startsWith("{")) yield rest.slice(0, findEnd(rest));
    else yield /^"[^"]*"|^[A-Z_]+/.exec(rest)?.[0] ?? "";
  }
}

/** The strings of a piece of source; compared values and keys are not class names. */
function* readTexts(source: string): Generator<string> {
  for (const [, plain, template] of source.replace(/[=!]== "[^"]*"|"[\w-]+": /g, "").matchAll(/"([^"]*)"|`([^`]*)`/g)) {
    if (plain !== undefined) yield plain;
    if (template !== undefined) {
      yield template.replace(/\S*\$\{[^}]*\}\S*/g, " ");
      for (const [, inner] of template.matchAll(/\$\{([^}]*)\}/g)) yield* readTexts(inner!);
    }
  }
}

function findEnd(source: string): number {
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    if (source[at] === "{") depth++;
    if (source[at] === "}" && --depth === 0) return at + 1;
  }
  return source.length;
}
