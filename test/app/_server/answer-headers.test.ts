import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { keepAnswers } from "@/app/_server/answer-cache";
import { fetchRaw } from "../../browser/fetch-raw";
import { headerSet } from "./header-arbitrary";

const SETS = 3000;

/** A handler that lets everything of a request into its answer. */
async function echo(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const address = request.url!.split("?", 1)[0]!;
  response.writeHead(200, { "content-type": "text/plain", "cache-control": "public", ...(request.headers.cookie && { "set-cookie": request.headers.cookie }) });
  response.end(
    JSON.stringify([
      address,
      request.method,
      request.headers,
      request.rawHeaders,
      request.headersDistinct,
      request.trailers,
      response.getHeaderNames(),
      request.socket.remoteAddress ?? null,
    ]),
  );
}

let requests = 0;
const handle = keepAnswers(echo);
const server = createServer((request, response) => {
  response.setHeader("x-request-id", String((requests += 1)));
  void handle(request, response, "dataset");
});

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => void server.close().closeAllConnections());

it("answers the second visitor with the clean bytes, kept, whatever the first one sent", async () => {
  const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clean = (await fetchRaw(`${site}/api/clean`)).body.toString().replace("/api/clean", "/api/a");
  const visit = async (headers: Record<string, string>, index: number) => {
    const url = `${site}/api/a?n=${index}`;
    const first = await fetchRaw(url, headers);
    const second = await fetchRaw(url);
    expect([second.status, second.body.toString(), second.headers["cache-status"]], JSON.stringify(headers)).toEqual([200, clean, "ayumi; hit"]);
    expect([first.headers["set-cookie"], second.headers["set-cookie"], second.headers["x-request-id"] === first.headers["x-request-id"]]).toEqual([
      undefined,
      undefined,
      false,
    ]);
  };
  const sets = fc.sample(headerSet, { numRuns: SETS, seed: 10 });
  for (let index = 0; index < SETS; index += 50) await Promise.all(sets.slice(index, index + 50).map((headers, offset) => visit(headers, index + offset)));
}, 300_000);
