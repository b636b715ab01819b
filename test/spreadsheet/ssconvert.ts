import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";

const run = promisify(execFile);

/** The reader of Gnumeric (http://www.gnumeric.org), a spreadsheet program that runs without a screen. Throws, saying what to install, where it is missing. */
export async function assertSsconvert(): Promise<void> {
  try {
    await run("ssconvert", ["--version"]);
  } catch {
    throw new Error(
      "ssconvert is missing. Install Gnumeric (on Debian: apt-get install -y --no-install-recommends gnumeric; on macOS: brew install gnumeric).",
    );
  }
}

/** Opens a file in Gnumeric and answers its first sheet's cells as it understood them: texts and numbers as texts, blanks as "". */
export async function openInSpreadsheet(folder: string, name: string, content: string | Uint8Array): Promise<string[][]> {
  const file = join(folder, name);
  const output = join(folder, `${name}.txt`);
  await writeFile(file, content);
  // Without the type Gnumeric takes the separator that divides the lines most evenly, be it a hyphen.
  const type = name.endsWith(".csv") ? ["--import-type=Gnumeric_stf:stf_csvtab"] : [];
  await run(
    "ssconvert",
    [
      ...type,
      "--export-type=Gnumeric_stf:stf_assistant",
      "--export-options=active-sheet=true separator=, format=raw quoting-mode=always eol=unix charset=UTF-8 transliterate-mode=escape",
      file,
      output,
    ],
    { timeout: 60_000 },
  );
  const cells = parse(await readFile(output), { relax_column_count: true }) as string[][];
  // Raw numbers are printed with more digits than they have.
  return cells.map((row) => row.map((cell) => (/^-?\d+\.\d{12,}$/.test(cell) ? String(Number(cell)) : cell)));
}
