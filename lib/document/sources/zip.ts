import { crc32, inflateRawSync } from "node:zlib";
import { LIMITS } from "@/lib/domain/limits";
import { refuseSource } from "./source-rows";

/** Files of an archive by name, as far as they are wanted. */
export type ZipFiles = Record<string, Uint8Array>;

/** One entry of an archive's central directory. */
interface Entry {
  name: string;
  crc: number;
  size: number;
  /** How it is packed (0 not at all, 8 by deflate), to how much, and where it stands. */
  method: number;
  packed: number;
  offset: number;
  encrypted: boolean;
}

const EOCD = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

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
  if (new Set(wanted.map(({ name }) => name)).size !== wanted.length) refuseSource("broken-file");
  return Object.fromEntries(wanted.map((entry) => [entry.name, unpack(bytes, entry)]));
}

/** One file, and not a byte more of it than its entry says. */
function unpack(bytes: Uint8Array, { offset, packed, size, method, crc }: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) refuseSource("broken-file");
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const own = bytes.subarray(start, start + packed);
  const file = method === 0 ? own : method === 8 ? inflate(own, size) : null;
  return file?.length === size && crc32(file) === crc ? file : refuseSource("broken-file");
}

function inflate(packed: Uint8Array, size: number): Uint8Array | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    return null;
  }
}

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
    entries.push({
      name,
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
