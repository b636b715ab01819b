import { readdirSync, readFileSync } from "node:fs";
import { unzipSync, zipSync } from "fflate";
import { mutate, type Random } from "./mutate";

const FOLDER = new URL("../document/sources/fixtures/", import.meta.url);

/** Files of the real documents in other formats than text, as a city hall has them in hand. */
export const FILES: readonly string[] = readdirSync(FOLDER).filter((name) => !name.endsWith(".txt"));

/** Formats of which there are such files, by the ends of their names. */
export const FORMATS: readonly string[] = [...new Set(FILES.map((name) => name.slice(name.lastIndexOf(".") + 1)))];

export function readFile(name: string): Uint8Array {
  return readFileSync(new URL(name, FOLDER));
}

/** A damaged file; of an archive, half of the time, with a damaged part in a sound one. */
export function damage(bytes: Uint8Array, random: Random): Uint8Array {
  if (bytes[0] !== 0x50 || random() < 0.5) return mutate(bytes, random);
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => name.endsWith(".xml"));
  const name = names[Math.floor(random() * names.length)]!;
  return zipSync({ ...parts, [name]: mutate(parts[name]!, random) }, { level: 1 });
}
