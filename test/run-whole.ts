/** `npm run test:whole [-- vitest's own arguments]`: every test that `npm test` runs on a sample, on all of it. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { WHOLE_ONLY } from "./whole";

const files = readdirSync("test", { recursive: true, encoding: "utf8" })
  .map((name) => path.join("test", name))
  .filter((name) => /\.tsx?$/.test(name));
/** Files that import one of `names`. */
const importers = (names: RegExp) => files.filter((file) => names.test(readFileSync(file, "utf8")));
const sampling = importers(/ from "(?:\.\/|(?:\.\.\/)+)whole"/);
const lists = sampling.filter((file) => !file.includes(".test.")).map((file) => path.basename(file).replace(/\.tsx?$/, ""));
const tests = [...new Set([...WHOLE_ONLY, ...sampling, ...lists.flatMap((name) => importers(new RegExp(` from "\\./${name}"`)))])].filter((file) =>
  file.includes(".test."),
);

const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const child = spawn(process.execPath, [vitest, "run", "--config", "test/vitest.config.ts", ...tests, ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, AYUMI_TEST_WHOLE: "1" },
});
child.once("close", (code) => process.exit(code ?? 1));
