import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { RequestError } from "@/lib/request-error";
import { siteLog } from "../log";
import { keepAnswers, type NewestHandler } from "./answer-cache";
import { answerFailedRead, readReadiness, writeAnswer } from "./gate";
import { answerHealth } from "./health";
import { createSheetFinder } from "./inline-styles";
import { listenFailure, type ListenAddress } from "./listen-address";
import { serveMetrics } from "./metrics";
import { observeRequest } from "./observe";
import { createRouteNames, isAsset } from "./route-name";
import { onStop } from "./stop";
import { createStop } from "./stop-server";
import { answerUnavailable } from "./unavailable";

/**
 * Serves the built site in this process, through Next.js's custom server
 * (https://nextjs.org/docs/app/guides/custom-server), and answers the port it listens on. SIGINT and SIGTERM stop it.
 */
export async function serveSite(address: ListenAddress): Promise<number> {
  Object.assign(process.env, { NODE_ENV: "production" });
  const { default: next } = await import("next");
  const app = next({ dev: false, dir: process.cwd(), hostname: address.host ?? "localhost", port: address.port });
  await app.prepare();
  const handlePage = app.getRequestHandler();
  const handle = keepAnswers(handlePage, { replace: answerFailedRead, findSheet: createSheetFinder(".next") });
  const nameRoute = createRouteNames(".next");
  const metrics = await serveMetrics(process.env);
  const server = createServer((request, response) => {
    const name = (request.url ?? "").split("?", 1)[0]!;
    observeRequest(request, response, () => nameRoute(name), metrics?.note ?? null);
    const refusal = findRefusal(request);
    if (refusal) return refuse(response, refusal);
    const answering = isAsset(name) ? handlePage(request, response) : respond(request, response, name, handle);
    answering.catch((error: unknown) => {
      siteLog().error({ err: error }, "a request failed");
      answer(response, 500, "Internal Server Error");
    });
  });
  const stop = createStop(server);
  await listen(server, address);
  if (metrics) console.log(`メトリクス: ${metrics.url}`);
  onStop(() => {
    metrics?.stop();
    void stop().then(() => app.close().catch(() => {})).then(() => process.exit(0));
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound ? bound.port : address.port;
  process.env.AYUMI_URL ??= `http://${address.host ?? "localhost"}:${port}`;
  return port;
}

/** Lets Next.js answer, where there is something to show. */
async function respond(request: IncomingMessage, response: ServerResponse, name: string, handle: NewestHandler): Promise<void> {
  const health = await answerHealth(name);
  if (health) return writeAnswer(response, health);
  const readiness = await readReadiness();
  if (!readiness.ready) return writeAnswer(response, answerUnavailable(request, readiness.reason));
  await handle(request, response, readiness.dataset);
}

/** What is refused before any page or file sees it: Next.js answers 500 for a path that is no percent-encoded UTF-8. */
function findRefusal({ url = "", method }: IncomingMessage): RequestError | null {
  try {
    decodeURIComponent(url.split("?", 1)[0]!);
  } catch {
    return new RequestError("invalid_encoding", "アドレスが、パーセント符号化されたUTF-8ではありません。");
  }
  if (/^\/(?:api|embed)\//.test(url) && !["GET", "HEAD", "OPTIONS"].includes(method ?? "")) {
    return new RequestError("method_not_allowed", `${method} は使えません。GET か HEAD を使ってください。`);
  }
  return null;
}

function refuse(response: ServerResponse, error: RequestError): void {
  response.writeHead(error.status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...(error.code === "method_not_allowed" && { allow: "GET, HEAD, OPTIONS" }),
  });
  response.end(JSON.stringify(error));
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
