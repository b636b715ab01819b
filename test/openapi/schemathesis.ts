import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const VERSION = "4.32";
const FOLDER = path.join(tmpdir(), `ayumi-schemathesis-${VERSION}`);

/** The command of schemathesis, which is installed into a virtual environment of its own the first time. Throws, saying what to install, without Python. */
export async function installSchemathesis(): Promise<string> {
  const command = path.join(FOLDER, "bin", "schemathesis");
  if (existsSync(command) && (await run(command, ["--version"]).catch(() => null))?.stdout.includes(`${VERSION}.`)) return command;
  await rm(FOLDER, { recursive: true, force: true });
  await run("python3", ["-m", "venv", FOLDER]).catch((error: Error) => {
    throw new Error(
      `Python 3.10 or newer with its venv is missing. Install on Debian: apt-get install -y --no-install-recommends python3-venv (${error.message})`,
    );
  });
  console.log(`installing schemathesis ${VERSION}`);
  await run(path.join(FOLDER, "bin", "pip"), ["install", "--quiet", "--disable-pip-version-check", `schemathesis==${VERSION}.*`], { timeout: 300_000 });
  return command;
}
