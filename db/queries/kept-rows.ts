import { LRUCache } from "lru-cache";
import type { Database } from "../client";
import { homeMunicipality } from "../config";
import type { DatasetRow } from "@/lib/domain/rows";

/** Memory for kept rows, in bytes as `freeze` counts them. */
const MEMORY = 64 * 1024 * 1024;

/** The largest answer that is kept, so that a list of the whole country does not drive out all cities. */
const LARGEST = MEMORY / 4;

type Read<Arguments extends unknown[], Rows extends object | null> = (db: Database, dataset: DatasetRow, ...rest: Arguments) => Promise<Rows>;

// On globalThis, because Next.js loads this module once for pages and once for files.
const store = globalThis as typeof globalThis & { ayumiRows?: WeakMap<Database, LRUCache<string, Kept>> };

/** By connection, so that nothing of a database that was replaced is shown for another. */
const kept = (store.ayumiRows ??= new WeakMap());

interface Kept {
  rows: object | null;
  size: number;
}

/**
 * A reading of rows that remembers what it has read: a dataset never changes, and the pages of a city ask for the same
 * rows of it. What it answers is frozen, as many readers share it. `name` tells it from other readings; `rest` is all
 * else that its answer depends on, as JSON.
 */
export function keepRows<Arguments extends unknown[], Rows extends object | null>(name: string, read: Read<Arguments, Rows>): Read<Arguments, Rows> {
  return async (db, dataset, ...rest) => {
    let rowsOf = kept.get(db);
    if (!rowsOf) kept.set(db, (rowsOf = new LRUCache({ maxSize: MEMORY, maxEntrySize: LARGEST, sizeCalculation: ({ size }) => size })));
    const key = JSON.stringify([name, homeMunicipality(), dataset.id, dataset.municipalityId ?? null, rest]);
    const known = rowsOf.get(key);
    if (known) return known.rows as Rows;
    const rows = await read(db, dataset, ...rest);
    rowsOf.set(key, { rows, size: 2 * key.length + freeze(rows) });
    return rows;
  };
}

/** Freezes a value with all that it holds, and answers about how many bytes that takes. */
function freeze(value: unknown): number {
  if (typeof value === "string") return 16 + 2 * value.length;
  if (typeof value !== "object" || value === null) return 8;
  const parts: unknown[] = Array.isArray(value) ? value : Object.values(value);
  let size = 24;
  for (const part of parts) size += 8 + freeze(part);
  Object.freeze(value);
  return size;
}
