import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".png": "image/png",
};

/** Serves a folder as a plain web host does: files by their names, folders by their index.html, queries ignored. */
export async function serveFolder(folder: string): Promise<{ url: string; stop(): void }> {
  const server: Server = createServer((request, response) => {
    const name = path.join(folder, decodeURIComponent(request.url!.split("?")[0]!));
    const file = [name, path.join(name, "index.html")].find((each) => existsSync(each) && statSync(each).isFile());
    const type = TYPES[path.extname(file ?? ".html")] ?? "application/octet-stream";
    response.writeHead(file ? 200 : 404, { "content-type": type, "access-control-allow-origin": "*" }).end(readFileSync(file ?? path.join(folder, "404.html")));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
