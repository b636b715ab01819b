import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { siteLog } from "@/db/log";
import { lastReadiness } from "./known-readiness";
import type { Measured } from "./metrics";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/**
 * Gives the answer a request id (`X-Request-Id`), and once it is over, notes it in the log (at `info`; a server's error
 * but 503 at `error`) and by `note`, where there is one: route, dataset, duration and status, nothing about who asked for what.
 */
export function observeRequest(request: IncomingMessage, response: ServerResponse, nameRoute: () => string, note: ((measured: Measured) => void) | null): void {
  const began = performance.now();
  const id = randomUUID();
  response.setHeader("x-request-id", id);
  response.once("close", () => {
    // Nobody wants to know: most requests of most sites.
    if (note === null && response.statusCode < 500 && !siteLog().isLevelEnabled("info")) return;
    const route = nameRoute();
    const milliseconds = performance.now() - began;
    const method = METHODS.has(request.method ?? "") ? request.method! : "OTHER";
    const status = response.statusCode;
    note?.({ route, method, status, seconds: milliseconds / 1000 });
    const entry = {
      id,
      method,
      route,
      dataset: namedDataset(request),
      status,
      ms: Math.round(milliseconds * 10) / 10,
      ...(!response.writableFinished && { aborted: true }),
    };
    siteLog()[status >= 500 && status !== 503 ? "error" : "info"](entry, "request");
  });
}

/** Notes what was refused before it was a request: an upgrade, a tunnel, or what is no HTTP. */
export function observeRefusal(status: number, note: ((measured: Measured) => void) | null): void {
  note?.({ route: "refused", method: "OTHER", status, seconds: 0 });
  siteLog().info({ route: "refused", status }, "refused");
}

/** The dataset that a request names by its whole id, else the newest one. */
function namedDataset(request: IncomingMessage): string | null {
  const named = /[?&]dataset=([0-9a-f]{64})(?:&|$)/.exec(request.url ?? "")?.[1];
  const readiness = lastReadiness();
  return named ?? (readiness?.ready ? readiness.dataset : null);
}
