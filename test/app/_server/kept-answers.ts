import { createServer, get, type IncomingMessage, type RequestOptions, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";
import { keepAnswers } from "@/app/_server/answer-cache";

/** Answers a request as the site behind the cache does. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The dataset that is newest, and what the site behind the cache was asked to make. */
export const site: { newest: string; made: string[] } = { newest: "one", made: [] };

let server: Server | undefined;

/** Starts a server that keeps the answers of `answer`, closed after the test; its port. */
export async function start(answer: Answer, options?: Parameters<typeof keepAnswers>[1]): Promise<number> {
  Object.assign(site, { newest: "one", made: [] });
  const handle = keepAnswers(async (request, response) => {
    site.made.push(`${request.method} ${request.url}`);
    await answer(request, response);
  }, options);
  server = createServer((request, response) => {
    handle(request, response, site.newest).catch(() => {
      response.statusCode = 500;
      response.end("failed");
    });
  });
  await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

afterEach(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined))));

export function ask(port: number, path: string, options: RequestOptions = {}): Promise<{ status: number; headers: IncomingMessage["headers"]; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get({ port, host: "127.0.0.1", path, agent: false, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response
        .on("data", (chunk: Buffer) => chunks.push(chunk))
        .on("end", () => resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(chunks) }));
    }).on("error", reject);
  });
}

export const text = "歩み".repeat(500);
export const publicAnswer: Answer = async (_request, response) => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "public, max-age=60",
    etag: 'W/"x"',
    "content-security-policy": "default-src 'none'",
  });
  response.write(text.slice(0, 400));
  response.end(text.slice(400));
};
