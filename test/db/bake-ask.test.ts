import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { askSite } from "@/db/bake/ask-site";

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

/** A site that resets, or puts off, the first so many requests. */
async function startBusySite(times: number, how: "reset" | "503"): Promise<{ url: string; asked: () => number }> {
  let asked = 0;
  server = createServer((request, response) => {
    asked += 1;
    if (asked > times) response.end("はい");
    else if (how === "503") response.writeHead(503).end();
    else request.socket.resetAndDestroy();
  });
  await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked };
}

it.each(["reset", "503"] as const)("asks a busy site again (%s)", async (how) => {
  const { url, asked } = await startBusySite(3, how);
  expect(await (await askSite(url, "/a", 1)).text()).toBe("はい");
  expect(asked()).toBe(4);
});

it("names the address where no answer comes, and blames no database", async () => {
  const { url } = await startBusySite(100, "reset");
  await expect(askSite(url, "/goals/x", 1)).rejects.toThrow(/^サイトの \/goals\/x から応答がないため、書き出せません（/);
});

it("answers what the site says in the end", async () => {
  const { url } = await startBusySite(100, "503");
  expect((await askSite(url, "/a", 1)).status).toBe(503);
});
