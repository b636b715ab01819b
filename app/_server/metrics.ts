import { createServer } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { CommandError } from "@/db/command";
import { readVariable } from "@/lib/config";
import { answerCounts, keptBytes } from "./answer-counts";
import { lastReadiness, refreshReadiness } from "./known-readiness";
import { listenFailure } from "./listen-address";

/** What one request was, for the metrics. */
export interface Measured {
  route: string;
  method: string;
  status: number;
  seconds: number;
}

/**
 * Serves Prometheus metrics on a port of their own (`METRICS_PORT`, off without one; `METRICS_HOST`). Answers where, how
 * to note a request, and how to stop; `null` where they are off.
 */
export async function serveMetrics() {
  const port = readVariable("METRICS_PORT");
  if (port === undefined) return null;
  const address = { port, host: readVariable("METRICS_HOST") };
  const { registry, note } = createMetrics();
  const server = createServer((request, response) => {
    if (request.url?.split("?", 1)[0] !== "/metrics") return void response.writeHead(404).end();
    refreshReadiness()
      .then(() => registry.metrics())
      .then((text) => response.writeHead(200, { "content-type": registry.contentType }).end(text))
      .catch((error: unknown) => response.writeHead(500).end(String(error instanceof CommandError ? error.message : "")));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(listenFailure(error, address)));
    server.listen(address, resolve);
  });
  const bound = server.address() as { port: number };
  return { url: `http://${address.host}:${bound.port}/metrics`, note, stop: () => server.close().closeAllConnections() };
}

function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Counter({ name: "ayumi_http_requests_total", help: "Requests answered", labelNames: ["route", "method", "status"], registers });
  const durations = new Histogram({
    name: "ayumi_http_request_duration_seconds",
    help: "From the request's head to the answer's end",
    labelNames: ["route"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
  new Gauge({
    name: "ayumi_ready",
    help: "Whether the newest dataset can be read (1) or not (0)",
    registers,
    collect() {
      this.set(lastReadiness()?.ready ? 1 : 0);
    },
  });
  new Counter({
    name: "ayumi_answers_total",
    help: "Answers that were kept, shared with readers who asked at once, made, or refused because too many waited",
    labelNames: ["from"],
    registers,
    collect() {
      this.reset();
      for (const [from, count] of Object.entries(answerCounts)) this.inc({ from }, count);
    },
  });
  new Gauge({
    name: "ayumi_kept_bytes",
    help: "Memory of kept answers",
    registers,
    collect() {
      this.set(keptBytes());
    },
  });
  const note = ({ route, method, status, seconds }: Measured) => {
    requests.inc({ route, method, status });
    durations.observe({ route }, seconds);
  };
  return { registry, note };
}
