import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { ReplicationLog, type ReplicationProtocol } from "./replication-log";
import { HranaStreams, type PipelineRequest } from "./streams";
import { findRefusal, type Tokens } from "./tokens";

/** A way in which the server fails: late, cut off, with a status, or with half an answer; `after` it has done the work. */
export interface Fault {
  kind: "slow" | "reset" | "status" | "truncate";
  /** Of `slow`, in milliseconds. */
  ms?: number;
  after?: boolean;
  /** How many requests it strikes; all by default. */
  times?: number;
  /** Strikes only requests whose body contains this. */
  containing?: string;
}

/**
 * A libSQL server over a local file, as far as @libsql/client speaks to it: Hrana over HTTP, version 2, in JSON; and
 * the log that embedded replicas copy.
 */
export interface HranaServer {
  url: string;
  /** How many requests it has had whose body contains this; by default, all. */
  countRequests(containing?: string): number;
  /** Every statement that it was sent, each once. */
  listStatements(): string[];
  /** Fails from now on as told; `null` ends that. */
  order(fault: Fault | null): void;
  /** Asks from now on for one of these tokens; `null`, as at first, for none. */
  admit(tokens: Tokens | null): void;
  stop(): Promise<void>;
}

/** Starts the server on a loopback port (any free one by default). */
export async function startHranaServer(file: string, port = 0, replication: ReplicationProtocol = "rpc"): Promise<HranaServer> {
  const streams = await HranaStreams.start(file);
  const log = findLog(file, replication);
  let fault: Fault | null = null;
  let tokens: Tokens | null = null;
  const bodies: string[] = [];
  const takeFault = (body: string): Fault | null => {
    if (!fault || (fault.containing && !body.includes(fault.containing))) return null;
    const taken = fault;
    if (fault.times !== undefined) fault = fault.times > 1 ? { ...fault, times: fault.times - 1 } : null;
    return taken;
  };
  const server = createServer((request, response) => {
    void readBody(request).then(async (bytes) => {
      const { authorization } = request.headers;
      const copied = log.answer(request.url!, bytes, findRefusal(tokens, authorization ?? String(request.headers["x-authorization"]), []));
      if (copied) return void response.writeHead(copied.status, { "content-type": copied.type, ...copied.headers }).end(copied.body);
      const body = bytes.toString();
      if (request.method !== "POST" || request.url !== "/v2/pipeline") return void response.writeHead(request.url === "/v2" ? 200 : 404).end();
      bodies.push(body);
      const refusal = findRefusal(tokens, authorization, readStatements(body));
      if (refusal) return void response.writeHead(refusal.status, { "content-type": "application/json" }).end(JSON.stringify({ error: refusal.message }));
      const taken = takeFault(body);
      const run = () => JSON.stringify(streams.run(JSON.parse(body) as PipelineRequest));
      if (!taken) return void response.writeHead(200, { "content-type": "application/json" }).end(run());
      const answer = taken.after || taken.kind === "truncate" ? run() : null;
      await strike(taken, response, answer ?? run);
    });
  });
  // A client in this process may be at work for longer than Node.js keeps a connection.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    listStatements: () => [...new Set(bodies.flatMap(readStatements))],
    countRequests: (containing = "") => bodies.filter((body) => body.includes(containing)).length,
    order: (next) => void (fault = next),
    admit: (next) => void (tokens = next),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        streams.close();
      }),
  };
}

const logs = new Map<string, ReplicationLog>();

/** Over HTTP a server that was restarted goes on with its log; by calls it begins another, and replicas copy anew. */
function findLog(file: string, protocol: ReplicationProtocol): ReplicationLog {
  const log = (protocol === "http" && logs.get(file)) || new ReplicationLog(file, protocol);
  logs.set(file, log);
  return log;
}

async function strike({ kind, ms = 30_000 }: Fault, response: ServerResponse, answer: string | (() => string)): Promise<void> {
  switch (kind) {
    case "slow":
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        response.once("close", () => (clearTimeout(timer), resolve(null)));
      });
      if (!response.destroyed) response.writeHead(200, { "content-type": "application/json" }).end(typeof answer === "string" ? answer : answer());
      return;
    case "reset":
      return void response.socket?.resetAndDestroy();
    case "status":
      return void response.writeHead(500, { "content-type": "application/json" }).end('{"error":"internal error"}');
    case "truncate": {
      const text = typeof answer === "string" ? answer : answer();
      response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
      response.write(text.slice(0, text.length / 2), () => response.destroy());
    }
  }
}

function readStatements(body: string): string[] {
  const { requests } = JSON.parse(body) as PipelineRequest;
  return requests.flatMap((request) => {
    if (request.type === "batch") return request.batch.steps.map(({ stmt }) => stmt.sql ?? "");
    if (request.type === "execute") return [request.stmt.sql ?? ""];
    return "sql" in request ? [request.sql ?? ""] : [];
  });
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
