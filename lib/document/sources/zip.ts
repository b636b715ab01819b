import { crc32 } from "node:zlib";
import { unzipSync } from "fflate";
import { LIMITS } from "@/lib/domain/limits";
import { refuseSource } from "./source-rows";

/** Files of an archive by name, as far as they are wanted. */
export type ZipFiles = Record<string, Uint8Array>;

/** One entry of an archive's central directory. */
interface Entry {
  name: string;
  crc: number;
  size: number;
  encrypted: boolean;
}

const EOCD = 0x06054b50;
const ENTRY = 0x02014b50;

/** Whether bytes begin as an archive does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** The names that an archive lists; `null` where its directory cannot be read. */
export function listZip(bytes: Uint8Array): string[] | null {
  return readDirectory(bytes)?.map(({ name }) => name) ?? null;
}

/**
 * Unpacks the wanted files of an archive. No more is unpacked than the directory says, and that may not be more than
 * `LIMITS.unpackedBytes` in all; what does not have its checksum is refused.
 */
export function unzip(bytes: Uint8Array, isWanted: (name: string) => boolean): ZipFiles {
  const entries = readDirectory(bytes);
  if (!entries) refuseSource("broken-file");
  const wanted = entries.filter(({ name }) => isWanted(name));
  if (wanted.some(({ encrypted }) => encrypted)) refuseSource("locked-file");
  const size = wanted.reduce((sum, entry) => sum + entry.size, 0);
  if (size > LIMITS.unpackedBytes) refuseSource("unpacks-too-large", size, LIMITS.unpackedBytes);
  const names = new Set(wanted.map(({ name }) => name));
  if (names.size !== wanted.length) refuseSource("broken-file");
  const files = unpack(bytes, names);
  for (const { name, crc } of wanted) if (!files[name] || crc32(files[name]) !== crc) refuseSource("broken-file");
  return files;
}

function unpack(bytes: Uint8Array, names: ReadonlySet<string>): ZipFiles {
  try {
    return unzipSync(bytes, { filter: ({ name }) => names.has(name) });
  } catch {
    return refuseSource("broken-file");
  }
}

/** fflate tells no checksums, and reads names by the flag alone. */
function readDirectory(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const last = Math.max(0, end - 0xffff);
  while (end >= last && view.getUint32(end, true) !== EOCD) end--;
  if (end < last || end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null;
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder(view.getUint16(at + 8, true) & 0x800 ? "utf-8" : "latin1").decode(bytes.subarray(at + 46, at + 46 + length));
    entries.push({ name, crc: view.getUint32(at + 16, true), size: view.getUint32(at + 24, true), encrypted: (view.getUint16(at + 8, true) & 1) === 1 });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
