import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { noteListening } from "@/db/config";
import { logError } from "@/db/log";
import { printText } from "@/db/print";
import { canonicalHref } from "@/lib/parameters/find-place";
import { keepAnswers, type NewestHandler } from "./answer-cache";
import { keepFileHeaders } from "./capture";
import { logConsole } from "./console-log";
import { createFront } from "./front";
import { answerHealth } from "./health";
import { createSheetFinder } from "./inline-styles";
import { answerFailedRead, readReadiness } from "./known-readiness";
import { type ListenAddress, listenFailure } from "./listen-address";
import { serveMetrics } from "./metrics";
import { observeRefusal, observeRequest } from "./observe";
import { writeAnswer } from "./plain-answer";
import { answerPreflight } from "./preflight";
import { findRefusal } from "./refusal";
import { createRouteNames, isAsset } from "./route-name";
import { answerSecurityText } from "./security-text";
import { createStop } from "./server-stop";
import { staleDataset } from "./stale-dataset";
import { listStaticFiles } from "./static-files";
import { onStop } from "./stop-signal";
import { answerUnavailable } from "./unavailable-answer";

/** How long Next.js may take to end, in milliseconds. */
const CLOSE_TIMEOUT = 1000;

/**
 * Serves the built site in this process, through Next.js's custom server
 * (https://nextjs.org/docs/app/guides/custom-server), and answers the port it listens on. SIGINT and SIGTERM stop it.
 */
export async function serveSite(address: ListenAddress): Promise<number> {
  Object.assign(process.env, { NODE_ENV: "production" });
  const { default: next } = await import("next");
  // Next.js listens to its server's upgrades, and leaves them open: it gets a server that nobody reaches.
  const app = next({ dev: false, dir: process.cwd(), hostname: address.host ?? "localhost", port: address.port, httpServer: createServer() });
  await app.prepare();
  const handlePage = app.getRequestHandler();
  const handle = keepAnswers(handlePage, { replace: answerFailedRead, findSheet: createSheetFinder(".next") });
  const nameRoute = createRouteNames(".next");
  const metrics = await serveMetrics();
  const files = listStaticFiles(".next");
  const note = metrics?.note ?? null;
  const take = (request: IncomingMessage, response: ServerResponse) => {
    const refusal = findRefusal(request, (path) => files.has(path));
    const name = (request.url ?? "").split("?", 1)[0]!;
    observeRequest(request, response, () => nameRoute(name), note);
    if (refusal) return writeAnswer(response, refusal);
    // Of what is not refused, files alone are asked about.
    if (request.method === "OPTIONS") return writeAnswer(response, answerPreflight());
    const answering = isAsset(name) ? handlePage(keepFileHeaders(request), response) : respond(request, response, name, handle);
    answering.catch((error: unknown) => {
      logError(error, "a request failed");
      answer(response, 500, "Internal Server Error");
    });
  };
  const server = createFront(take, { onRefused: (status) => observeRefusal(status, note) });
  const stop = createStop(server);
  await listen(server, address);
  if (metrics) printText(`メトリクス: ${metrics.url}`);
  onStop(() => {
    metrics?.stop();
    void stop()
      .then(() => Promise.race([app.close().catch(() => {}), sleep(CLOSE_TIMEOUT)]))
      .then(() => process.exit(0));
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound ? bound.port : address.port;
  logConsole();
  noteListening(`http://${address.host ?? "localhost"}:${port}`);
  return port;
}

/** Lets Next.js answer, where there is something to show; while data cannot be read, what is kept answers for it. */
async function respond(request: IncomingMessage, response: ServerResponse, name: string, handle: NewestHandler): Promise<void> {
  const health = await answerHealth(name);
  if (health) return writeAnswer(response, health);
  const securityText = answerSecurityText(name);
  if (securityText) return writeAnswer(response, securityText);
  // What names of other sites an address carries changes no answer, so all its spellings are one.
  request.url = canonicalHref(request.url ?? "/");
  const readiness = await readReadiness();
  if (readiness.ready) return handle(request, response, readiness.dataset);
  const unavailable = answerUnavailable(request, readiness.reason);
  const dataset = staleDataset(readiness.reason);
  if (dataset === null) return writeAnswer(response, unavailable);
  await handle(request, response, dataset, unavailable);
}

function answer(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${text}\n`);
}

function listen(server: Server, address: ListenAddress): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(listenFailure(error, address)));
    server.listen({ ...address, exclusive: true }, resolve);
  });
}
