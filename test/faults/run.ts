/**
 * `npm run test:faults [-- --short] [vitest's own arguments]`: what servers survive, tried out. The short form kills
 * ingest 15 times and mutates some tens of thousands of inputs; the long one 200 times and a million.
 */
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";

const args = process.argv.slice(2);
const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const child = spawn(process.execPath, [vitest, "run", "--config", "test/faults/vitest.config.ts", ...args.filter((arg) => arg !== "--short")], {
  stdio: "inherit",
  env: { ...process.env, AYUMI_FAULTS: args.includes("--short") ? "short" : "long", NEXT_TELEMETRY_DISABLED: "1" },
});
child.once("close", (code) => process.exit(code ?? 1));
