import { closeSync, openSync, readSync, statSync } from "node:fs";
import { APPLICATION_ID } from "./identity";
import { StoreError } from "./store-error";

/**
 * Looks at the place of a store before SQLite does, which would write into what is another's. Answers the file's size in
 * bytes, `null` where none is there. Throws `StoreError` for what is no file or another program's, and the system's
 * error where the place cannot be looked at. Not for a process that has the store open: closing the file would end
 * SQLite's locks.
 */
export function inspectFile(file: string): number | null {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return null;
  if (found.isDirectory()) throw new StoreError("STORE_FOLDER");
  if (!found.isFile()) throw new StoreError("STORE_NO_FILE");
  const mark = readMark(file);
  if (mark !== 0 && mark !== APPLICATION_ID) throw new StoreError("STORE_FOREIGN");
  return found.size;
}

/** The program that SQLite says a file is of (offset 68 of its header, https://www.sqlite.org/fileformat.html); 0 where it says none. */
function readMark(file: string): number {
  const handle = openSync(file, "r");
  try {
    const header = Buffer.alloc(100);
    const isSqlite = readSync(handle, header, 0, 100, 0) === 100 && header.toString("latin1", 0, 15) === "SQLite format 3";
    return isSqlite ? header.readInt32BE(68) : 0;
  } finally {
    closeSync(handle);
  }
}
