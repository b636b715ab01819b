import type { Client } from "@libsql/client";
import type { LibSQLDatabase } from "drizzle-orm/libsql";

/** Drizzle over the store; `$client` is the libSQL client under it, `$client.close()` ends it. */
export type Database = LibSQLDatabase & { $client: Client };
