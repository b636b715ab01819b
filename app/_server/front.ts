import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type Server, type ServerOptions, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { RequestError } from "@/lib/request-error";
import { SECURITY_HEADERS } from "@/lib/security-headers";
import { type PlainAnswer, writeAnswer } from "./plain-answer";
import { answerRefusal, refuseMethod } from "./refusal";
import { writeToSocket } from "./socket-answer";

/**
 * Times in milliseconds, sizes in bytes. No request has a body that anyone reads, so all of it has to come soon. A
 * connection at rest is kept for longer than the longest page takes to draw, or it would be closed over what its reader
 * had just asked.
 */
const LIMITS = { keepAliveTimeout: 20_000, headersTimeout: 10_000, requestTimeout: 20_000, connectionsCheckingInterval: 2000, maxHeaderSize: 16 * 1024 };

/** How long a reader may take nothing of an answer, in milliseconds. */
const WRITE_TIMEOUT = 30_000;

interface FrontOptions extends ServerOptions {
  writeTimeout?: number;
  /** Told the status of what is refused before it is a request: upgrades, tunnels, and what is no HTTP. */
  onRefused?: (status: number) => void;
}

/**
 * The site's HTTP server: it gives each request to `take`, once, and sees to it that every answer carries a policy, and
 * that no reader holds a connection for good: neither by an upgrade, which nothing here serves, nor by being slow.
 */
export function createFront(
  take: (request: IncomingMessage, response: ServerResponse) => void,
  { writeTimeout = WRITE_TIMEOUT, onRefused, ...limits }: FrontOptions = {},
): Server {
  const underWay = new WeakMap<Duplex, number>();
  const begin = (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    underWay.set(socket, (underWay.get(socket) ?? 0) + 1);
    response.once("close", () => underWay.set(socket, underWay.get(socket)! - 1));
    guardHead(request, response, writeTimeout);
  };
  const refuse = (socket: Duplex, answer: PlainAnswer) => {
    onRefused?.(answer.status);
    // Between the bytes of another answer it could only do harm.
    if (!socket.writable || underWay.get(socket)) return void socket.destroy();
    writeToSocket(socket, answer);
  };
  const server = createServer({ ...LIMITS, requireHostHeader: false, ...limits });
  // All headers are looked at; there are no more than their size allows.
  server.maxHeadersCount = 0;
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    begin(request, response);
    take(request, response);
  };
  server.on("request", answer);
  // Nobody waits for a body, so nobody is told to send it.
  server.on("checkContinue", (request, response) => server.emit("request", request, response));
  server.on("checkExpectation", (request, response) => {
    begin(request, response);
    onRefused?.(417);
    writeAnswer(response, answerRefusal(new RequestError("expectation_failed", ({ expectation }) => expectation)));
  });
  server.on("upgrade", (_, socket) => refuse(socket, answerRefusal(new RequestError("invalid_request", ({ upgrade }) => upgrade))));
  server.on("connect", (_, socket) => refuse(socket, refuseMethod("CONNECT")));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) =>
    refuse(socket, { status: BROKEN.get(error.code ?? "") ?? 400, headers: { "cache-control": "no-store" }, body: "" }),
  );
  return server;
}

/** Why Node broke a request off, and the status that says so; 400 for all else. */
const BROKEN = new Map([
  ["HPE_HEADER_OVERFLOW", 431],
  ["HPE_CHUNK_EXTENSIONS_OVERFLOW", 413],
  ["ERR_HTTP_REQUEST_TIMEOUT", 408],
]);

/** Adds to an answer's head, whoever writes it, what it lacks; and from then on its reader has to read. */
function guardHead(request: IncomingMessage, response: ServerResponse, writeTimeout: number): void {
  const { writeHead } = response;
  response.writeHead = (status: number, ...rest: unknown[]) => {
    const given = new Set(
      Object.keys((rest.find((value) => typeof value === "object" && value !== null) as OutgoingHttpHeaders | undefined) ?? {}).map((name) =>
        name.toLowerCase(),
      ),
    );
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (!response.hasHeader(name) && !given.has(name.toLowerCase())) response.setHeader(name, value);
    }
    request.socket.setTimeout(writeTimeout);
    return (writeHead as (...values: unknown[]) => ServerResponse).call(response, status, ...rest);
  };
}
