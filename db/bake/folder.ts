import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { CommandError } from "../command";
import { printPath } from "../printed-path";
import type { BakedFile } from "./crawl";

/** Marks a folder as baked, and says of what. */
const MARK = "ayumi-bake.json";

const TEXT = /^(?:text\/|application\/(?:\w+\+)?(?:json|xml|javascript)|image\/svg)/;

/** Files smaller than that gain nothing by compression, in bytes. */
const SMALLEST = 200;

/** What was written: files and bytes without and with their compressed forms. */
export interface Written {
  files: number;
  bytes: number;
  allBytes: number;
}

/** Throws `CommandError` where the folder holds anything but an earlier bake. */
export function assertReplaceable(folder: string): void {
  if (!existsSync(folder)) return;
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    throw new CommandError(`書き出し先 ${printPath(folder)} はフォルダとして使えません（${(error as NodeJS.ErrnoException).code}）。`);
  }
  if (names.length > 0 && !isBake(folder)) {
    throw new CommandError(`書き出し先 ${printPath(folder)} には、このコマンドが書き出したもののほかにファイルがあります。空のフォルダを指定してください。`);
  }
}

function isBake(folder: string): boolean {
  try {
    return "dataset" in (JSON.parse(readFileSync(path.join(folder, MARK), "utf8")) as object);
  } catch {
    return false;
  }
}

/**
 * Fills a folder beside the wanted one and puts it in its place only once it is whole, so that a web server never sees
 * half of it, and a broken bake leaves the earlier one as it was.
 */
export async function writeFolder(folder: string, dataset: string, fill: (write: (file: BakedFile) => Promise<void>) => Promise<void>): Promise<Written> {
  const parent = path.dirname(folder);
  const prefix = `.${path.basename(folder)}.`;
  mkdirSync(parent, { recursive: true });
  for (const name of readdirSync(parent))
    if (name.startsWith(prefix) && /^(?:new|old)-\d+$/.test(name.slice(prefix.length))) rmSync(path.join(parent, name), { recursive: true, force: true });
  const fresh = path.join(parent, `${prefix}new-${process.pid}`);
  const written: Written = { files: 0, bytes: 0, allBytes: 0 };
  try {
    mkdirSync(fresh);
    await fill(async (file) => {
      const bytes = await writeForms(fresh, file);
      written.files += 1;
      written.bytes += file.body.byteLength;
      written.allBytes += bytes;
    });
    writeFileSync(path.join(fresh, MARK), `${JSON.stringify({ dataset, files: written.files, bytes: written.bytes }, null, 2)}\n`);
    const old = path.join(parent, `${prefix}old-${process.pid}`);
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(fresh, folder);
    rmSync(old, { recursive: true, force: true });
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return written;
}

/** Writes a file, and beside a text its forms for `gzip_static` and `brotli_static`; answers the bytes of all. */
async function writeForms(folder: string, { name, body, type }: BakedFile): Promise<number> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  const forms: [string, Uint8Array][] = [["", body]];
  if (TEXT.test(type) && body.byteLength >= SMALLEST) {
    const [zipped, brotli] = await Promise.all([
      promisify(gzip)(body, { level: 9 }),
      promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.byteLength } }),
    ]);
    forms.push([".gz", zipped], [".br", brotli]);
  }
  await Promise.all(forms.map(([suffix, bytes]) => writeFile(file + suffix, bytes, { flag: "wx" })));
  return forms.reduce((sum, [, bytes]) => sum + bytes.byteLength, 0);
}
