import { LRUCache } from "lru-cache";
import type { DatasetRow } from "@/lib/domain/rows";
import { dataCityKey, homeMunicipality } from "../config";
import type { Database } from "../connection/database";

/** Memory for kept rows, in bytes as `freeze` counts them. */
const MEMORY = 64 * 1024 * 1024;

/** What the memory's own tables take for each answer, in bytes: most are small. */
const OVERHEAD = 256;

/** The largest answer that is kept, so that a list of the whole country does not drive out all cities. */
const LARGEST = MEMORY / 4;

type Read<Arguments extends unknown[], Rows extends object | null> = (db: Database, dataset: DatasetRow, ...rest: Arguments) => Promise<Rows>;

// On globalThis, because Next.js loads this module once for pages and once for files.
const store = globalThis as typeof globalThis & { ayumiRows?: WeakMap<Database, RowStore> };

/** By connection, so that nothing of a database that was replaced is shown for another. */
const stores = (store.ayumiRows ??= new WeakMap());

interface Kept {
  rows: object | null;
  size: number;
}

interface RowStore {
  kept: LRUCache<string, Kept>;
  /** What is being read: who asks meanwhile gets the same rows, and no copy of them. */
  reading: Map<string, Promise<object | null>>;
}

function createRowStore(): RowStore {
  return { kept: new LRUCache({ maxSize: MEMORY, maxEntrySize: LARGEST, sizeCalculation: ({ size }) => size }), reading: new Map() };
}

/**
 * A reading of rows that remembers what it has read: a dataset never changes, and the pages of a city ask for the same
 * rows of it. What it answers is frozen, as many readers share it. `name` tells it from other readings; `rest` is all
 * else that its answer depends on, as JSON.
 */
export function keepRows<Arguments extends unknown[], Rows extends object | null>(name: string, read: Read<Arguments, Rows>): Read<Arguments, Rows> {
  return async (db, dataset, ...rest) => {
    let rowsOf = stores.get(db);
    if (!rowsOf) stores.set(db, (rowsOf = createRowStore()));
    const { kept, reading } = rowsOf;
    const key = JSON.stringify([name, homeMunicipality(), dataCityKey(), dataset.id, dataset.municipalityId ?? null, rest]);
    const known = kept.get(key);
    if (known) return known.rows as Rows;
    let rows = reading.get(key);
    if (!rows) {
      rows = read(db, dataset, ...rest)
        .then((found) => {
          kept.set(key, { rows: found, size: OVERHEAD + 2 * key.length + freeze(found) });
          return found;
        })
        .finally(() => reading.delete(key));
      reading.set(key, rows);
    }
    return (await rows) as Rows;
  };
}

/** Freezes a value with all that it holds, and answers about how many bytes that takes. What is frozen already is shared (ratings). */
function freeze(value: unknown): number {
  if (typeof value === "string") return 16 + 2 * value.length;
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return 8;
  const parts: unknown[] = Array.isArray(value) ? value : Object.values(value);
  let size = 24;
  for (const part of parts) size += 8 + freeze(part);
  Object.freeze(value);
  return size;
}
