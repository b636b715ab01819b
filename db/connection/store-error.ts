/**
 * Why a store is not to be used as it stands: its place holds a folder, what is no file, or an empty one; its file is another
 * program's; a later release has written it; the log beside it (`-wal`) is another database's; `npm run restore` is
 * putting another one in its place.
 */
export type StoreErrorCode = "STORE_FOLDER" | "STORE_NO_FILE" | "STORE_EMPTY" | "STORE_FOREIGN" | "STORE_LATER" | "STORE_LOG" | "STORE_RESTORING";

/** A store that is not to be used as it stands; `describeFailure` puts it into words. */
export class StoreError extends Error {
  constructor(readonly code: StoreErrorCode) {
    super(code);
  }
}
