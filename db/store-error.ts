/**
 * Why a store is not to be used as it stands: its file is another program's; a newer release has written it; the log
 * beside it (`-wal`) is another database's; `npm run restore` is putting another one in its place.
 */
export type StoreErrorCode = "STORE_FOREIGN" | "STORE_NEWER" | "STORE_LOG" | "STORE_RESTORING";

/** A store that is sound, and yet not to be used as it stands; `describeFailure` puts it into words. */
export class StoreError extends Error {
  constructor(readonly code: StoreErrorCode) {
    super(code);
  }
}
