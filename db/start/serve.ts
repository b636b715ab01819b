import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { siteLog } from "../log";
import { guardResponse, readReadiness, writeAnswer } from "./gate";
import { answerHealth } from "./health";
import { listenFailure, type ListenAddress } from "./listen-address";
import { serveMetrics } from "./metrics";
import { observeRequest } from "./observe";
import { createRouteNames, isAsset } from "./route-name";
import { onStop } from "./stop";
import { createStop } from "./stop-server";
import { answerUnavailable } from "./unavailable";

type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/**
 * Serves the built site in this process, through Next.js's custom server
 * (https://nextjs.org/docs/app/guides/custom-server), and answers the port it listens on. SIGINT and SIGTERM stop it.
 */
export async function serveSite(address: ListenAddress): Promise<number> {
  Object.assign(process.env, { NODE_ENV: "production" });
  const { default: next } = await import("next");
  const app = next({ dev: false, dir: process.cwd(), hostname: address.host ?? "localhost", port: address.port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const nameRoute = createRouteNames(".next");
  const metrics = await serveMetrics(process.env);
  const server = createServer((request, response) => {
    const name = (request.url ?? "").split("?", 1)[0]!;
    observeRequest(request, response, nameRoute(name), metrics?.note ?? (() => {}));
    if (!isReadable(name)) return answer(response, 400, "Bad Request");
    respond(request, response, name, handle).catch((error: unknown) => {
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
  return typeof bound === "object" && bound ? bound.port : address.port;
}

/** Lets Next.js answer, where there is something to show. */
async function respond(request: IncomingMessage, response: ServerResponse, name: string, handle: RequestHandler): Promise<void> {
  if (isAsset(name)) return handle(request, response);
  const health = await answerHealth(name);
  if (health) return writeAnswer(response, health);
  const readiness = await readReadiness();
  if (!readiness.ready) return writeAnswer(response, answerUnavailable(request, readiness.reason));
  guardResponse(request, response);
  await handle(request, response);
}

/** Next.js answers 500 for a path that is no percent-encoded UTF-8; the fault is the request's. */
function isReadable(name: string): boolean {
  try {
    decodeURIComponent(name);
    return true;
  } catch {
    return false;
  }
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
