import { randomUUID } from "node:crypto";
import { ServerDatabase } from "./database";
import { type StatementCheck, startStatementCheck } from "./libsql-parser";
import type { HranaValue } from "./values";

interface Statement {
  sql?: string;
  sql_id?: number;
  args?: HranaValue[];
  named_args?: { name: string; value: HranaValue }[];
}

type Condition = { type: "ok" | "error"; step: number } | { type: "not"; cond: Condition } | { type: "and" | "or"; conds: Condition[] };

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
  db: ServerDatabase;
  check: StatementCheck;
  texts: Map<number, string>;
}

/** The streams that clients have open, found again by their batons. They share a connection: one that has left a transaction open keeps out the others. */
export class HranaStreams {
  private readonly open = new Map<string, Stream>();
  private holder: Stream | null = null;

  private constructor(
    private readonly db: ServerDatabase,
    private readonly check: StatementCheck,
  ) {}

  static async start(file: string): Promise<HranaStreams> {
    return new HranaStreams(await ServerDatabase.open(file), await startStatementCheck());
  }

  /** Runs a pipeline on its stream, or on a new one. */
  run({ baton, requests }: PipelineRequest): object {
    const stream = (baton && this.open.get(baton)) || { db: this.db, check: this.check, texts: new Map() };
    if (baton) this.open.delete(baton);
    let closed = false;
    const results = requests.map((request): Result => {
      if (request.type === "close") {
        closed = true;
        return { type: "ok", response: { type: "close" } };
      }
      try {
        if (this.holder && this.holder !== stream) throw Object.assign(new Error("database is locked"), { code: "SQLITE_BUSY" });
        return { type: "ok", response: answerRequest(stream, request) };
      } catch (error) {
        return { type: "error", error: describeError(error) };
      }
    });
    if (closed && this.holder === stream) this.holder = null;
    // What a closed stream left open is undone.
    if (closed && !this.holder && this.db.inTransaction) this.db.runAll("rollback");
    if (!closed && !this.holder && this.db.inTransaction) this.holder = stream;
    if (!this.db.inTransaction) this.holder = null;
    this.db.save();
    if (closed) return { baton: null, base_url: null, results };
    const next = randomUUID();
    this.open.set(next, stream);
    return { baton: next, base_url: null, results };
  }

  close(): void {
    this.db.close();
    this.open.clear();
  }
}

function answerRequest(stream: Stream, request: Exclude<StreamRequest, { type: "close" }>): object {
  switch (request.type) {
    case "execute":
      return { type: "execute", result: execute(stream, request.stmt) };
    case "batch":
      return { type: "batch", result: runBatch(stream, request.batch.steps) };
    case "sequence":
      stream.db.runAll(textOf(stream, request));
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
  return stream.db.run(text, statement.args ?? [], statement.named_args ?? []);
}

function textOf({ texts }: Stream, { sql, sql_id: id }: { sql?: string; sql_id?: number }): string {
  return sql ?? texts.get(id!) ?? "";
}

function describeError(error: unknown): HranaError {
  const { message, code } = error as { message: string; code?: string };
  return { message: `SQLite error: ${message}`, code: code ?? "SQLITE_ERROR" };
}
