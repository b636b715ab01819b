import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ask, site, start, text } from "./kept-answers";

describe("a page as it is sent", () => {
  it("protects every page that has no policy of its own, whatever its path and status", async () => {
    const port = await start(
      async (_request, response) => void response.writeHead(404, { "content-type": "text/html; charset=utf-8" }).end("<!doctype html><script>run()</script>"),
    );
    for (const path of ["/nothing", "/embed/a/b", "/embed/nothing", "/api/a/b/c"]) {
      const { headers } = await ask(port, path);
      expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self' 'sha256-.*frame-ancestors 'none'$/);
    }
  });

  it("gives a page the policy that lets run what it holds, and an entity tag", async () => {
    const page = `<!doctype html><style>p{}</style><script src="/a.js"></script><script>run("歩み")</script><p>${text}`;
    const port = await start(async (_request, response) => {
      response.writeHead(200, { "content-type": "text/html", "cache-control": "private, no-store" }).end(page);
    });
    const first = await ask(port, "/goals");
    expect(first.body.toString()).toBe(page);
    const policy = String(first.headers["content-security-policy"]);
    const hash = (code: string) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
    expect(policy).toContain(`script-src 'self' ${hash('run("歩み")')};`);
    expect(policy).toContain(`style-src 'self' ${hash("p{}")};`);
    expect(first.headers["cache-control"]).toBe("no-cache");
    expect((await ask(port, "/goals", { headers: { "if-none-match": first.headers.etag! } })).status).toBe(304);
    expect(site.made.length).toBe(1);
  });

  it("puts a page's style sheets into it, and leaves their links for React", async () => {
    const link = '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>';
    const findSheet = (href: string) => (href === "/_next/static/chunks/a.css" ? "p{color:red}" : null);
    const page = `<!doctype html>${link}${link.replace("a.css", "gone.css")}<p>`;
    const port = await start(async (_request, response) => void response.writeHead(200, { "content-type": "text/html" }).end(page), { findSheet });
    const { body, headers } = await ask(port, "/goals");
    expect(body.toString()).toBe(`<!doctype html><style>p{color:red}</style>${link.replace("/>", ' disabled=""/>')}${link.replace("a.css", "gone.css")}<p>`);
    expect(headers["content-security-policy"]).toContain(`'sha256-${createHash("sha256").update("p{color:red}").digest("base64")}'`);
  });

  it("puts a nonce on the scripts of a page with very many, and keeps it not", async () => {
    const port = await start(async (_request, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end(Array.from({ length: 100 }, (_, index) => `<script>run(${index})</script>`).join(""));
    });
    const [one, other] = [await ask(port, "/goals"), await ask(port, "/goals")];
    const nonceOf = ({ headers }: typeof one) => /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))![1]!;
    expect(nonceOf(one)).not.toBe(nonceOf(other));
    expect(one.body.toString().split(`<script nonce="${nonceOf(one)}">`).length).toBe(101);
  });
});
