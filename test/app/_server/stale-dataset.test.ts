import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { keepAnswers } from "@/app/_server/answer-cache";
import { noteReadiness, staleDataset } from "@/app/_server/stale-dataset";

describe("while data cannot be read, what is kept", () => {
  it("goes on for the last dataset that was read, where its server is away, refuses the token, or another process holds the file", () => {
    expect(staleDataset("unreachable")).toBe(null);
    noteReadiness({ ready: true, dataset: "a" });
    noteReadiness({ ready: true, dataset: "b" });
    for (const reason of ["unreachable", "unauthorized", "busy"] as const) {
      noteReadiness({ ready: false, reason });
      expect(staleDataset(reason)).toBe("b");
    }
  });

  it("does not, where the file is gone, damaged or empty, nor after that", () => {
    for (const reason of ["missing", "broken", "closed", "empty", "bad-url", "full", "other"] as const) {
      noteReadiness({ ready: true, dataset: "a" });
      expect(staleDataset(reason)).toBe(null);
      noteReadiness({ ready: false, reason });
      expect(staleDataset("unreachable")).toBe(null);
    }
  });
});

describe("what answers while data cannot be read", () => {
  let server: Server | undefined;
  afterEach(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined))));

  it("is what is kept of that dataset; what would have to be made is 503, and neither is made nor kept", async () => {
    let made = 0;
    const away = { status: 503, headers: { "retry-after": "5" }, body: "away" };
    let [newest, unavailable]: [string, typeof away | undefined] = ["one", undefined];
    const handle = keepAnswers(async (_, response) => {
      made += 1;
      response.writeHead(200, { "content-type": "text/plain", "cache-control": "public, max-age=60", etag: '"x"' }).end(`made ${made}`);
    });
    server = createServer((request, response) => void handle(request, response, newest, unavailable));
    await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve));
    const ask = async (path: string, init?: RequestInit) => {
      const answer = await fetch(`http://127.0.0.1:${(server!.address() as AddressInfo).port}${path}`, init);
      return [answer.status, await answer.text()];
    };
    expect(await ask("/a")).toEqual([200, "made 1"]);
    unavailable = away;
    expect(await ask("/a")).toEqual([200, "made 1"]);
    expect(await ask("/a", { headers: { "if-none-match": '"x"' } })).toEqual([304, ""]);
    expect(await ask("/a", { method: "HEAD" })).toEqual([200, ""]);
    for (const [path, init] of [
      ["/b", {}],
      ["/a", { method: "POST" }],
    ] as const)
      expect(await ask(path, init)).toEqual([503, "away"]);
    newest = "two";
    expect(await ask("/a")).toEqual([503, "away"]);
    newest = "one";
    unavailable = undefined;
    expect(await ask("/b")).toEqual([200, "made 2"]);
  });
});
