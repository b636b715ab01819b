/**
 * `npm run test:openapi`: asks a site what its OpenAPI description allows, and what it does not, by schemathesis
 * (https://schemathesis.readthedocs.io): each answer keeps to the statuses, types, headers and schemas that are described,
 * what is valid is taken, and what is not is refused.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startSite } from "../browser/start-site";
import { installSchemathesis } from "./schemathesis";

const SEED = 20261127;
/** Of each path and method; what is at the edge of a parameter's values comes beside them. */
const MOST_EXAMPLES = 10;
const HERE = import.meta.dirname;

const command = await installSchemathesis();
// What it keeps between runs would make them differ.
const folder = mkdtempSync(path.join(tmpdir(), "ayumi-openapi-"));
const site = await startSite();
try {
  const options = ["--phases=examples,coverage,fuzzing", `--max-examples=${MOST_EXAMPLES}`, `--seed=${SEED}`, "--workers=2", "--no-color"];
  process.exitCode = await run(command, [`--config-file=${path.join(HERE, "schemathesis.toml")}`, "run", `${site.url}/api/openapi.json`, ...options]);
} finally {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
}

function run(file: string, args: readonly string[]): Promise<number> {
  const env = { ...process.env, SCHEMATHESIS_HOOKS: path.join(HERE, "schemathesis_hooks.py"), PYTHONDONTWRITEBYTECODE: "1", NO_PROXY: "127.0.0.1" };
  const child = spawn(file, args, { cwd: folder, env, stdio: ["ignore", "inherit", "inherit"] });
  return new Promise((resolve) => child.once("close", (code) => resolve(code ?? 1)));
}
