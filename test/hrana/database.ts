import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type initSqlite from "@sqlite.org/sqlite-wasm";
import { encodeValue, type HranaValue } from "./values";

type Sqlite = Awaited<ReturnType<typeof initSqlite>>;
type Connection = InstanceType<Sqlite["oo1"]["DB"]>;
type Statement = ReturnType<Connection["prepare"]>;

/** What a statement came to; `cols` and `rows` are empty for one that answers none. */
export interface StatementResult {
  cols: { name: string }[];
  rows: HranaValue[][];
  affected_row_count: number;
  last_insert_rowid: string | null;
}

let loaded: Promise<Sqlite> | null = null;

/** SQLite 3.47.0, as sqld 0.24.33 holds it: it plans otherwise than the 3.45 of the library's files, and has faults of its own. */
function loadSqlite(): Promise<Sqlite> {
  return (loaded ??= load());
}

async function load(): Promise<Sqlite> {
  // This version's package names its entry for Node.js nowhere.
  const folder = path.dirname(createRequire(import.meta.url).resolve("@sqlite.org/sqlite-wasm/package.json"));
  const entry = pathToFileURL(path.join(folder, "sqlite-wasm", "jswasm", "sqlite3-node.mjs")).href;
  const { default: init } = (await import(/* @vite-ignore */ entry)) as { default: typeof initSqlite };
  const sqlite = await init();
  // Statements that fail are answered, not printed.
  (sqlite as unknown as { config: { warn: () => void } }).config.warn = () => {};
  return sqlite;
}

/** A file's database in memory, which `save` writes back whole. */
export class ServerDatabase {
  private isSaved: boolean;

  private constructor(
    private readonly sqlite: Sqlite,
    private readonly connection: Connection,
    private readonly file: string,
  ) {
    this.isSaved = existsSync(file);
  }

  /** Reads the file, or begins an empty database where there is none. */
  static async open(file: string): Promise<ServerDatabase> {
    const sqlite = await loadSqlite();
    const connection = new sqlite.oo1.DB(":memory:");
    // It takes no Buffer.
    if (existsSync(file)) fill(sqlite, connection, new Uint8Array(readFileSync(file)));
    // Pages of 4096 bytes, which replication fixes: this build makes larger ones.
    connection.exec("pragma page_size = 4096; pragma foreign_keys = on");
    return new ServerDatabase(sqlite, connection, file);
  }

  get inTransaction(): boolean {
    // Its types leave this function out.
    const { sqlite3_get_autocommit: commitsItself } = this.sqlite.capi as unknown as { sqlite3_get_autocommit(db: unknown): number };
    return commitsItself(this.connection.pointer) === 0;
  }

  /** Runs one statement; `named` are its values by name, else `args` in order. Throws an error with SQLite's code. */
  run(sql: string, args: readonly HranaValue[], named: readonly { name: string; value: HranaValue }[]): StatementResult {
    return this.attempt(() => {
      const statement = this.connection.prepare(sql);
      try {
        args.forEach((value, at) => this.bind(statement, at + 1, value));
        for (const { name, value } of named) this.bind(statement, this.findParameter(statement, name), value);
        return this.readResult(statement);
      } finally {
        statement.finalize();
      }
    });
  }

  /** Runs statements without values and without answers. */
  runAll(sql: string): void {
    this.isSaved = false;
    this.attempt(() => this.connection.exec(sql));
  }

  /** Brings what was written to the file. */
  save(): void {
    if (this.isSaved || this.inTransaction) return;
    writeFileSync(`${this.file}.saved`, this.sqlite.capi.sqlite3_js_db_export(this.connection.pointer!));
    renameSync(`${this.file}.saved`, this.file);
    this.isSaved = true;
  }

  close(): void {
    this.connection.close();
  }

  private readResult(statement: Statement): StatementResult {
    const { capi } = this.sqlite;
    const pointer = statement.pointer!;
    const reads = capi.sqlite3_stmt_readonly(pointer) !== 0;
    if (!reads) this.isSaved = false;
    const cols = Array.from({ length: statement.columnCount }, (_, at) => ({ name: capi.sqlite3_column_name(pointer, at) }));
    const rows: HranaValue[][] = [];
    while (statement.step()) {
      rows.push(
        cols.map((_, at) =>
          encodeValue(capi.sqlite3_column_type(pointer, at) === capi.SQLITE_INTEGER ? capi.sqlite3_column_int64(pointer, at) : statement.get(at)),
        ),
      );
    }
    const { pointer: db } = this.connection;
    return {
      cols,
      rows,
      affected_row_count: reads ? 0 : capi.sqlite3_changes(db!),
      last_insert_rowid: reads ? null : String(capi.sqlite3_last_insert_rowid(db!)),
    };
  }

  /** The client sends every number as a float, and a server binds it as one. */
  private bind(statement: Statement, at: number, value: HranaValue): void {
    const { capi } = this.sqlite;
    const pointer = statement.pointer!;
    switch (value.type) {
      case "null":
        return void statement.bind(at, null);
      case "integer":
        return void capi.sqlite3_bind_int64(pointer, at, BigInt(value.value));
      case "float":
        return void capi.sqlite3_bind_double(pointer, at, value.value);
      case "blob":
        return void statement.bindAsBlob(at, new Uint8Array(Buffer.from(value.base64, "base64")));
      case "text":
        return void statement.bind(at, value.value);
    }
  }

  private findParameter(statement: Statement, name: string): number {
    const names = /^[:@$]/.test(name) ? [name] : [":", "@", "$"].map((sign) => sign + name);
    return names.map((each) => this.sqlite.capi.sqlite3_bind_parameter_index(statement.pointer!, each)).find((at) => at > 0) ?? 0;
  }

  private attempt<T>(work: () => T): T {
    const { capi } = this.sqlite;
    try {
      return work();
    } catch (error) {
      const { resultCode } = error as { resultCode?: number };
      if (resultCode === undefined) throw error;
      throw Object.assign(new Error(capi.sqlite3_errmsg(this.connection.pointer!)), { code: capi.sqlite3_js_rc_str(resultCode) ?? "SQLITE_ERROR" });
    }
  }
}

function fill({ capi, wasm }: Sqlite, connection: Connection, bytes: Uint8Array): void {
  // In memory there is no write-ahead log (https://sqlite.org/fileformat2.html, 1.3.3).
  bytes[18] = bytes[19] = 1;
  const place = wasm.allocFromTypedArray(bytes);
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
  const code = capi.sqlite3_deserialize(connection.pointer!, "main", place, bytes.length, bytes.length, flags);
  if (code !== 0) throw new Error(`SQLite cannot take in the file (${code})`);
}
