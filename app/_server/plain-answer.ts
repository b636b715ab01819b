import type { ServerResponse } from "node:http";

/** A whole answer of the server in front of Next.js. */
export interface PlainAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Writes it, with its length. */
export function writeAnswer(response: ServerResponse, { status, headers, body }: PlainAnswer): void {
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
}
