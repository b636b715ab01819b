import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

/** Where `run-command.ts` finds what this makes. */
export const BUNDLES = "AYUMI_TEST_COMMANDS";

/** Keeps what files say of their own place true within a bundle. */
const OWN_PLACE: Plugin = {
  name: "own place",
  setup({ onLoad }) {
    onLoad({ filter: /\/(app|db|lib)\/.*\.ts$/ }, ({ path: file }) => ({
      contents: readFileSync(file, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(file).href)),
      loader: "ts",
    }));
  },
};

/**
 * Bundles each command for the tests that start many of them: `npm run` has TypeScript loaded file by file, which takes
 * most of the two seconds that a command needs to say that its arguments are wrong.
 */
export default async function setup(): Promise<void> {
  const outdir = path.resolve("test/output/commands");
  await build({
    entryPoints: readdirSync("db/commands").map((name) => path.join("db/commands", name)),
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    packages: "external",
    alias: { "@": path.resolve(".") },
    plugins: [OWN_PLACE],
    logLevel: "warning",
  });
  process.env[BUNDLES] = outdir;
}
