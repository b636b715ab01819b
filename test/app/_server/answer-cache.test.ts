import { get } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { HEAVY, nameKind, WorkCosts } from "@/app/_server/work-kind";
import { WorkQueue } from "@/app/_server/work-queue";
import { ask, publicAnswer, site, start, text } from "./kept-answers";

describe("keepAnswers", () => {
  it("puts another answer in the place of one that is not to be trusted, and does not keep it", async () => {
    let failing = true;
    const replacement = { status: 503, headers: { "retry-after": "5", "content-type": "text/plain" }, body: "not now" };
    const port = await start(publicAnswer, { replace: (_request, status) => (failing && status === 200 ? replacement : null) });
    const { status, headers: given, body } = await ask(port, "/");
    expect([status, given["retry-after"], given.etag, body.toString()]).toEqual([503, "5", undefined, "not now"]);
    failing = false;
    expect((await ask(port, "/")).status).toBe(200);
  });

  it("makes an answer once, for all who ask at once and later, in each encoding", async () => {
    const port = await start(publicAnswer);
    const [plain, gzip, brotli] = await Promise.all(
      ["identity", "gzip", "br"].map((encoding) => ask(port, "/embed/a", { headers: { "accept-encoding": encoding } })),
    );
    expect(plain!.body.toString()).toBe(text);
    expect(gunzipSync(gzip!.body).toString()).toBe(text);
    expect(brotliDecompressSync(brotli!.body).toString()).toBe(text);
    expect(brotli!.headers).toMatchObject({ "content-encoding": "br", vary: "Accept-Encoding", etag: 'W/"x"', "content-length": String(brotli!.body.length) });
    const head = await ask(port, "/embed/a", { method: "HEAD" });
    expect([head.status, head.body.length, head.headers["content-length"]]).toEqual([200, 0, String(Buffer.byteLength(text))]);
    const again = await ask(port, "/embed/a", { headers: { "if-none-match": '"y", W/"x"' } });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, 'W/"x"']);
    expect(site.made).toEqual(["GET /embed/a"]);
  });

  it.each([
    ["gzip;q=0", null],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["gzip;q=0.5, identity", null],
    ["*", "gzip"],
    ["*;q=0, br", "br"],
    ["x-gzip", "gzip"],
    ["GZIP;Q=1.000", "gzip"],
    ["identity;q=0, gzip;q=0.001", "gzip"],
    ["gzip;q=nothing", null],
    ["compress, zstd", null],
    ["", null],
    ["brotli, gzipped", null],
  ])("sends what Accept-Encoding: %s likes best (%s)", async (accepted, coding) => {
    const port = await start(publicAnswer);
    const { status, headers } = await ask(port, "/embed/a", { headers: { "accept-encoding": accepted } });
    expect([status, headers["content-encoding"] ?? null, headers.vary]).toEqual([200, coding, "Accept-Encoding"]);
  });

  it("comes to the coding that is liked better, and to Brotli of two that are liked as well", async () => {
    const port = await start(publicAnswer);
    const codingOf = async (accepted: string) => (await ask(port, "/embed/a", { headers: { "accept-encoding": accepted } })).headers["content-encoding"];
    await codingOf("gzip, br");
    await expect.poll(() => codingOf("gzip, br")).toBe("br");
    expect(await codingOf("gzip, br;q=0.9")).toBe("gzip");
    expect(await codingOf("gzip;q=0.8, br;q=0.9")).toBe("br");
    expect(await codingOf("*")).toBe("br");
  });

  it.each(["identity;q=0", "*;q=0", "gzip;q=0, *;q=0", "zstd, *;q=0"])(
    "answers 406 to Accept-Encoding: %s, which takes nothing that there is",
    async (accepted) => {
      const port = await start(publicAnswer);
      const { status, headers } = await ask(port, "/embed/a", { headers: { "accept-encoding": accepted } });
      expect([status, headers.vary, headers["content-encoding"]]).toEqual([406, "Accept-Encoding", undefined]);
    },
  );

  it("makes it anew for a newer dataset", async () => {
    const port = await start(publicAnswer);
    await ask(port, "/embed/a");
    site.newest = "two";
    await ask(port, "/embed/a");
    await ask(port, "/embed/a");
    expect(site.made.length).toBe(2);
  });

  it("answers HEAD as it would answer GET, without the body", async () => {
    const port = await start(async (request, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end(request.method === "GET" ? text : "");
    });
    const head = await ask(port, "/goals", { method: "HEAD" });
    const { headers, body } = await ask(port, "/goals");
    expect(site.made).toEqual(["GET /goals"]);
    expect([head.body.length, body.toString()]).toEqual([0, text]);
    expect({ ...head.headers, date: null, "cache-status": null }).toEqual({ ...headers, date: null, "cache-status": null });
  });

  it("keeps no page of an error, no error, nothing that is not public, and nothing of another method", async () => {
    const port = await start(async (request, response) => {
      response.statusCode = request.url!.includes("bad") ? 400 : 200;
      response.setHeader("cache-control", request.url!.includes("private") ? "no-store" : "public");
      response.end("x");
    });
    for (const path of ["/bad", "/embed/bad", "/api/private"])
      for (let turn = 0; turn < 2; turn += 1) expect((await ask(port, path)).body.toString()).toBe("x");
    await ask(port, "/embed/a", { method: "DELETE" });
    expect(site.made.length).toBe(7);
  });

  it("hands an error on, and makes the next one anew", async () => {
    let fails = true;
    const port = await start(async (request, response) => {
      if (fails) throw new Error("no");
      return publicAnswer(request, response);
    });
    expect((await ask(port, "/embed/a")).status).toBe(500);
    fails = false;
    expect((await ask(port, "/embed/a")).status).toBe(200);
  });

  it("makes an answer to its end for those who wait when its first reader goes away, and for those who come later", async () => {
    const port = await start(publicAnswer);
    const going = get({ port, host: "127.0.0.1", path: "/embed/a", agent: false }).on("error", () => {});
    await expect.poll(() => site.made.length, { interval: 2 }).toBe(1);
    const waiting = ask(port, "/embed/a");
    going.destroy();
    expect((await waiting).body.toString()).toBe(text);
    const alone = get({ port, host: "127.0.0.1", path: "/embed/b", agent: false }).on("error", () => {});
    await expect.poll(() => site.made.length, { interval: 2 }).toBe(2);
    alone.destroy();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect((await ask(port, "/embed/b")).headers["cache-status"]).toBe("ayumi; hit");
    expect(site.made.length).toBe(2);
  });

  it("keeps nothing of who asked: no header reaches the handler, and none of theirs the answer", async () => {
    const seen: unknown[] = [];
    const port = await start(async (request, response) => {
      seen.push({ ...request.headers }, request.method);
      response.setHeader("set-cookie", "a=b");
      await publicAnswer(request, response);
    });
    const first = await ask(port, "/embed/a", {
      method: "HEAD",
      headers: {
        cookie: "__prerender_bypass=x",
        rsc: "1",
        "x-forwarded-host": "evil.example",
        "user-agent": "",
        "content-security-policy": "script-src 'nonce-x'",
      },
    });
    expect(seen).toEqual([{ host: "localhost", "user-agent": "Ayumi" }, "GET"]);
    const second = await ask(port, "/embed/a");
    for (const { headers } of [first, second]) expect(headers["set-cookie"]).toBeUndefined();
    expect(second.body.toString()).toBe(text);
  });

  it("tells whether an answer was kept, shared or made", async () => {
    const port = await start(publicAnswer);
    const both = await Promise.all([ask(port, "/embed/a"), ask(port, "/embed/a")]);
    expect(both.map(({ headers }) => headers["cache-status"]).sort()).toEqual(["ayumi; fwd=miss", "ayumi; fwd=miss; collapsed"]);
    expect((await ask(port, "/embed/a")).headers["cache-status"]).toBe("ayumi; hit");
  });

  it("lets 24 wait for heavy work, and asks the others to come again", async () => {
    const costs = new WorkCosts();
    for (let turn = 0; turn < 3; turn += 1) costs.note(nameKind("/embed/a"), HEAVY);
    let [used, open] = [0, () => {}];
    const refusing = new Promise<void>((resolve) => (open = resolve));
    const port = await start((request, response) => refusing.then(() => publicAnswer(request, response)), {
      queue: new WorkQueue(costs, () => (used += HEAVY)),
    });
    let refusals = 0;
    const answers = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const answer = await ask(port, `/embed/a?width=${index + 10}`);
        if (answer.status === 503 && (refusals += 1) === 15) open();
        return answer;
      }),
    );
    const refused = answers.filter(({ status }) => status === 503);
    expect([answers.filter(({ status }) => status === 200).length, refused.length]).toEqual([25, 15]);
    for (const { headers, body } of refused)
      expect([headers["retry-after"], headers["cache-control"], body.toString()]).toEqual(["5", "no-store", expect.stringContaining("集中している")]);
    // What was refused is not kept.
    const again = await ask(port, `/embed/a?width=${10 + answers.findIndex(({ status }) => status === 503)}`);
    expect(again.status).toBe(200);
  });
});
