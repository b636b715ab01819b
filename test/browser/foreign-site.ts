import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A site of another origin than the one under trial, such as a newspaper's. */
export interface ForeignSite {
  /** Puts this into the body of its page, and answers the page's address. */
  show(body: string, headers?: Record<string, string>): string;
  stop(): void;
}

/** Starts a foreign site of one page, on any port. */
export async function serveForeignPages(): Promise<ForeignSite> {
  let shown: { body: string; headers: Record<string, string> } = { body: "", headers: {} };
  const server = createServer((_, response) => {
    for (const [name, value] of Object.entries(shown.headers)) response.setHeader(name, value);
    response
      .setHeader("content-type", "text/html; charset=utf-8")
      .end(`<!doctype html><html lang=ja><meta charset=utf-8><title>記事</title><body marginwidth=0 marginheight=0>${shown.body}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    show(body, headers = {}) {
      shown = { body, headers };
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    },
    stop: () => void server.close(),
  };
}
