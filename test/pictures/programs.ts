import { execFile } from "node:child_process";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const TIMEOUT = 180_000;

/** A program that people open SVG files with. */
export interface Program {
  name: string;
  command: string;
  /** What Debian calls it. */
  package: string;
  /** Writes the SVG files of a folder as PNG into another, each by its own name. */
  convert(files: readonly string[], out: string): Promise<unknown>;
}

export const PROGRAMS: readonly Program[] = [
  {
    name: "LibreOffice",
    command: "soffice",
    package: "libreoffice-draw",
    // A profile of its own, as one that is in use makes it do nothing.
    convert: (files, out) =>
      run(
        "soffice",
        [`-env:UserInstallation=${pathToFileURL(path.join(out, "profile")).href}`, "--headless", "--convert-to", "png", "--outdir", out, ...files],
        {
          timeout: TIMEOUT,
        },
      ),
  },
  {
    name: "Inkscape",
    command: "inkscape",
    package: "inkscape",
    // Of several files it puts each picture beside its file.
    convert: async (files, out) => {
      const actions = files.flatMap((file) => [`file-open:${file}`, `export-filename:${nameImage(file, out)}`, "export-do", "file-close"]);
      await run("inkscape", [`--actions=${actions.join(";")}`], { timeout: TIMEOUT });
    },
  },
  {
    name: "librsvg",
    command: "rsvg-convert",
    package: "librsvg2-bin",
    convert: async (files, out) => {
      for (const file of files) await run("rsvg-convert", ["-o", nameImage(file, out), file], { timeout: TIMEOUT });
    },
  },
];

/** Throws, saying what to install, where a program is missing. */
export async function assertPrograms(): Promise<void> {
  const missing: Program[] = [];
  for (const program of PROGRAMS) await run(program.command, ["--version"], { timeout: TIMEOUT }).catch(() => missing.push(program));
  if (missing.length === 0) return;
  const names = missing.map(({ name, command }) => `${name} (${command})`).join(", ");
  throw new Error(`${names} missing. Install on Debian: apt-get install -y --no-install-recommends ${missing.map((program) => program.package).join(" ")}`);
}

/** The pictures that a program makes of SVG files, in their order. Throws where it makes none, as LibreOffice without Draw does. */
export async function convertAll(program: Program, files: readonly string[], folder: string): Promise<Uint8Array[]> {
  const out = path.join(folder, program.command);
  await mkdir(out);
  await program.convert(files, out);
  return Promise.all(
    files.map((file) =>
      readFile(nameImage(file, out)).catch((error: unknown) => {
        throw new Error(`${program.name} has drawn no picture of ${path.basename(file)}: is all of ${program.package} installed?`, { cause: error });
      }),
    ),
  );
}

function nameImage(file: string, out: string): string {
  return path.join(out, `${path.basename(file, ".svg")}.png`);
}
