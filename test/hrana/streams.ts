import { randomUUID } from "node:crypto";
import Database from "libsql";
import type { StatementCheck } from "./libsql-parser";
import { decodeValue, encodeValue, type HranaValue } from "./values";

interface Statement {
  sql?: string;
  sql_id?: number;
  args?: HranaValue[];
  named_args?: { name: string; value: HranaValue }[];
}

type Condition =
  | { type: "ok" | "error"; step: number }
  | { type: "not"; cond: Condition }
  | { type: "and" | "or"; conds: Condition[] };

type StreamRequest =
  | { type: "close" }
  | { type: "execute"; stmt: Statement }
  | { type: "batch"; batch: { steps: { condition?: Condition | null; stmt: Statement }[] } }
  | { type: "sequence"; sql?: string; sql_id?: number }
  | { type: "store_sql"; sql_id: number; sql: string }
  | { type: "close_sql"; sql_id: number };

/** Body of a request to `/v2/pipeline`. */
export interface PipelineRequest {
  baton?: string | null;
  requests: StreamRequest[];
}

type Result = { type: "ok"; response: object } | { type: "error"; error: HranaError };

interface HranaError {
  message: string;
  code: string;
}

interface Stream {
  db: InstanceType<typeof Database>;
  check: StatementCheck;
  texts: Map<number, string>;
}

/** The streams (connections to the file) that clients have open, found again by their batons. */
export class HranaStreams {
  private readonly open = new Map<string, Stream>();
  private readonly idle: Stream["db"][] = [];

  constructor(
    private readonly file: string,
    private readonly check: StatementCheck,
  ) {}

  /** Runs a pipeline on its stream, or on a new one. */
  run({ baton, requests }: PipelineRequest): object {
    const stream = (baton && this.open.get(baton)) || this.create();
    if (baton) this.open.delete(baton);
    let closed = false;
    const results = requests.map((request): Result => {
      if (request.type === "close") {
        closed = true;
        return { type: "ok", response: { type: "close" } };
      }
      try {
        return { type: "ok", response: answerRequest(stream, request) };
      } catch (error) {
        return { type: "error", error: describeError(error) };
      }
    });
    if (closed) {
      this.release(stream);
      return { baton: null, base_url: null, results };
    }
    const next = randomUUID();
    this.open.set(next, stream);
    return { baton: next, base_url: null, results };
  }

  close(): void {
    for (const db of [...this.idle.splice(0), ...[...this.open.values()].map((stream) => stream.db)]) db.close();
    this.open.clear();
  }

  private create(): Stream {
    let db = this.idle.pop();
    if (!db) {
      db = new Database(this.file, { timeout: 5000 });
      db.exec("pragma journal_mode = wal; pragma foreign_keys = on");
    }
    return { db, check: this.check, texts: new Map() };
  }

  /** What a closed stream left open is undone. */
  private release({ db }: Stream): void {
    if (db.inTransaction) db.exec("rollback");
    this.idle.push(db);
  }
}

function answerRequest(stream: Stream, request: Exclude<StreamRequest, { type: "close" }>): object {
  switch (request.type) {
    case "execute":
      return { type: "execute", result: execute(stream, request.stmt) };
    case "batch":
      return { type: "batch", result: runBatch(stream, request.batch.steps) };
    case "sequence":
      stream.db.exec(textOf(stream, request));
      return { type: "sequence" };
    case "store_sql":
      stream.texts.set(request.sql_id, request.sql);
      return { type: "store_sql" };
    case "close_sql":
      stream.texts.delete(request.sql_id);
      return { type: "close_sql" };
  }
}

function runBatch(stream: Stream, steps: { condition?: Condition | null; stmt: Statement }[]): object {
  const results: (object | null)[] = [];
  const errors: (HranaError | null)[] = [];
  const holds = (condition: Condition): boolean => {
    switch (condition.type) {
      case "ok":
        return results[condition.step] !== null;
      case "error":
        return errors[condition.step] !== null;
      case "not":
        return !holds(condition.cond);
      case "and":
        return condition.conds.every(holds);
      case "or":
        return condition.conds.some(holds);
    }
  };
  for (const { condition, stmt } of steps) {
    let result: object | null = null;
    let error: HranaError | null = null;
    if (!condition || holds(condition)) {
      try {
        result = execute(stream, stmt);
      } catch (thrown) {
        error = describeError(thrown);
      }
    }
    results.push(result);
    errors.push(error);
  }
  return { step_results: results, step_errors: errors };
}

function execute(stream: Stream, statement: Statement): object {
  const text = textOf(stream, statement);
  const fault = stream.check(text);
  if (fault !== null) throw Object.assign(new Error(fault), { code: "SQL_PARSE_ERROR" });
  const prepared = stream.db.prepare(text) as unknown as Prepared;
  prepared.safeIntegers(true);
  const { args = [], named_args: named = [] } = statement;
  const values = named.length > 0 ? Object.fromEntries(named.map(({ name, value }) => [name.replace(/^[@$:]/, ""), decodeValue(value)])) : args.map(decodeValue);
  try {
    prepared.raw(true);
  } catch {
    const { changes, lastInsertRowid } = prepared.run(values);
    return { cols: [], rows: [], affected_row_count: changes, last_insert_rowid: String(lastInsertRowid) };
  }
  const cols = prepared.columns().map(({ name, type }) => ({ name, decltype: type }));
  return { cols, rows: prepared.all(values).map((row) => row.map(encodeValue)), affected_row_count: 0, last_insert_rowid: null };
}

/** What of libsql's statements is used; its own types leave this open. */
interface Prepared {
  safeIntegers(on: boolean): void;
  raw(on: boolean): void;
  run(values: unknown): { changes: number; lastInsertRowid: number | bigint };
  all(values: unknown): unknown[][];
  columns(): { name: string; type: string | null }[];
}

function textOf({ texts }: Stream, { sql, sql_id: id }: { sql?: string; sql_id?: number }): string {
  return sql ?? texts.get(id!) ?? "";
}

function describeError(error: unknown): HranaError {
  const { message, code } = error as { message: string; code?: string };
  return { message: `SQLite error: ${message}`, code: code ?? "SQLITE_ERROR" };
}
