import type { OutgoingHttpHeaders } from "node:http";
import { describe, expect, it } from "vitest";
import { isDesk } from "@/app/_server/desk-path";
import { type Answer, ask, site, start } from "./kept-answers";

/** A page that greets its reader, and says that everybody may keep it. */
const greet: Answer = async (request, response) => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "public, max-age=60",
    etag: 'W/"x"',
    ...(request.headers.cookie && { "set-cookie": `session=${request.headers.cookie}-next` }),
  });
  response.end(`<!doctype html><p>${request.headers.cookie ?? "nobody"} ${request.headers["x-forwarded-host"] ?? "here"}`);
};

const as = (cookie: string, more: OutgoingHttpHeaders = {}) => ({ headers: { cookie, "x-forwarded-host": "evil.example", ...more } });

describe("the desk's pages", () => {
  it.each(["/desk", "/desk/", "/desk?year=2025", "/desk/documents/1", "/%64esk", "/Desk/x", "//desk"])(
    "%s is made for each of two readers, at once and one after the other, and kept for nobody",
    async (path) => {
      const port = await start(greet);
      const answers = [...(await Promise.all(["a", "b"].map((reader) => ask(port, path, as(reader))))), await ask(port, path, as("a")), await ask(port, path)];
      expect(answers.map(({ body }) => body.toString().slice("<!doctype html><p>".length))).toEqual(["a here", "b here", "a here", "nobody here"]);
      expect(answers.slice(0, 3).map(({ headers }) => headers["set-cookie"])).toEqual([["session=a-next"], ["session=b-next"], ["session=a-next"]]);
      for (const { headers } of answers) {
        expect(headers).toMatchObject({ "cache-control": "private, no-store", "cache-status": "ayumi; fwd=bypass" });
        expect(headers.etag).toBeUndefined();
        expect(headers["content-security-policy"]).toContain("default-src 'none'");
      }
      expect(site.made).toHaveLength(4);
      const again = await ask(port, path, as("b", { "if-none-match": 'W/"x", *' }));
      expect([again.status, again.body.toString()]).toEqual([200, "<!doctype html><p>b here"]);
    },
  );

  it("are the only ones that know a reader: what is kept for all does not", async () => {
    const port = await start(greet);
    for (const path of ["/", "/goals", "/desks", "/goals?x=/desk", "/goals/desk"]) {
      const answers = [await ask(port, path, as("a")), await ask(port, path, as("b"))];
      expect(answers.map(({ body, headers }) => [body.toString(), headers["set-cookie"], headers["cache-status"]])).toEqual(
        ["fwd=miss", "hit"].map((status) => ["<!doctype html><p>nobody here", undefined, `ayumi; ${status}`]),
      );
    }
  });

  it("are not what only begins so", () => {
    for (const path of ["/desks", "/desk-top", "/desk2", "/", "/q/desk", "/goals#/desk", ""]) expect(isDesk(path), path).toBe(false);
    for (const path of ["/desk.rsc", "/desk;a", "/desk%2Fa", "\\desk", "/desk/%zz"]) expect(isDesk(path), path).toBe(true);
  });
});
