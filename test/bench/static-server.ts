import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

/** Serves one HTML page, compressed once, on a free port of the loopback interface. */
export async function servePage(html: string): Promise<{ origin: string; stop(): Promise<void> }> {
  const body = gzipSync(html);
  const headers = { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip", "content-length": body.byteLength };
  const server = createServer((request, response) => {
    if (request.url === "/") response.writeHead(200, headers).end(body);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
