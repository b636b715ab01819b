import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { askRaw, type RawAnswer } from "./ask";
import { type BakedAddress, DATASET, layFolder, SECRET } from "./folder";
import { listHostileAddresses } from "./hostile-addresses";
import { startNginx } from "./start-nginx";

const scratch = mkdtempSync(path.join(tmpdir(), "ayumi-nginx-"));
const { root, addresses, lost } = await layFolder(scratch);
const nginx = await startNginx(root, scratch);
if (!nginx) throw new Error("nginx is missing. Install it (on Debian: apt-get install -y --no-install-recommends nginx; on macOS: brew install nginx).");
try {
  const port = Number(new URL(nginx.origin).port);
  await checkAddresses(port);
  await checkHeaders(port);
  await checkHostile(port);
} finally {
  await nginx.stop();
  rmSync(scratch, { recursive: true, force: true });
}

/** Every address is answered as links of the copy have it, with the dataset too; and as the live site has it, where a file can be named so. */
async function checkAddresses(port: number): Promise<void> {
  let asked = 0;
  for (const { live, baked, body } of addresses) {
    const byName = /^\/q\//.test(baked) ? [`${baked}?dataset=${DATASET}`, `${baked}?utm_source=x`] : [`${live}?dataset=${DATASET}`];
    const byQuery =
      live.includes("?") && !/\.\.|%2F|%E6%B0%B4/.test(live) ? [live, `${live}&dataset=${DATASET}`, live.replace("?", `?dataset=${DATASET}&`)] : [];
    for (const address of [baked, ...byName, ...byQuery]) {
      const answer = await askRaw(port, address);
      assert.deepEqual([address, answer.status, answer.body], [address, 200, body]);
      asked += 1;
    }
  }
  const { body } = await askRaw(port, "/goals", ["Accept-Encoding: gzip"]);
  assert.equal(gunzipSync(Buffer.from(body, "latin1")).toString(), addresses.find(({ live }) => live === "/goals")!.body);
  assert.equal((await askRaw(port, "/.well-known/acme-challenge/token")).body, "token");
  console.log(`${asked} addresses of ${addresses.length} files are answered with what was baked for them`);
}

/** Who may frame and read an answer, and that one of none may not. */
async function checkHeaders(port: number): Promise<void> {
  const read = async (address: string) => {
    const { status, headers } = await askRaw(port, address);
    return [
      status,
      headers["content-type"],
      headers["content-security-policy"],
      headers["access-control-allow-origin"],
      headers["cross-origin-embedder-policy"],
      headers["cross-origin-resource-policy"],
      headers["x-content-type-options"],
      headers.server,
    ];
  };
  const alone = "frame-ancestors 'none'";
  const file = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
  const html = "text/html; charset=utf-8";
  for (const address of ["/", "/goals", "/goals?year=2025", "/q/year=2025/goals", "/embed"])
    assert.deepEqual(await read(address), [200, html, alone, undefined, undefined, undefined, "nosniff", "nginx"], address);
  for (const address of ["/embed/headline", "/embed/headline?year=2025&resize=1", "/q/year=2025&resize=1/embed/headline"])
    assert.deepEqual(await read(address), [200, html, undefined, "*", "require-corp", "cross-origin", "nosniff", "nginx"], address);
  for (const [address, type] of [
    ["/embed/headline.svg", "image/svg+xml"],
    ["/q/year=2025/embed/headline.svg", "image/svg+xml"],
    ["/api/goals.csv?year=2025", "text/csv"],
  ])
    assert.deepEqual(await read(address!), [200, `${type}; charset=utf-8`, file, "*", undefined, "cross-origin", "nosniff", "nginx"], address);
  for (const address of [
    "/nothing",
    "/embed/a/b",
    "/embed/nothing.svg",
    "/api/nothing",
    "/goals?../..",
    "/q/x/embed/y",
    "/ayumi-bake.json",
    "/.htpasswd",
    "/404.html",
  ])
    assert.deepEqual(await read(address), [404, html, alone, undefined, undefined, undefined, "nosniff", "nginx"], address);
  console.log("answers may be framed and read by those whom the site names, and one that is none by nobody");
}

/** No byte from outside of the folder, and none of it but what was baked for the address. */
async function checkHostile(port: number): Promise<void> {
  const hostile = listHostileAddresses(addresses, DATASET);
  assert.ok(hostile.length >= 200);
  const statuses = new Map<number, number>();
  for (const target of hostile) {
    const answer = await askRaw(port, target);
    const found = judge(target, answer);
    assert.equal(found, null, `${JSON.stringify(target)}: ${answer.status} ${answer.body.slice(0, 200)}`);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  }
  console.log(
    `${hostile.length} hostile addresses: ${[...statuses].map(([status, count]) => `${count} × ${status}`).join(", ")}, none with a byte that is not its own`,
  );
}

/** What is wrong with an answer; `null` where nothing is. */
function judge(target: string, { status, body }: RawAnswer): string | null {
  if (body.includes(SECRET) || /root:.*:0:0:/.test(body)) return "a file that is not the site's";
  if (status === 400 || (status === 404 && body === lost)) return null;
  const own = findOwn(target);
  return status === 200 && own !== null && body === own.body ? null : "another address's file";
}

/** The baked address that a target comes to once its path is read as RFC 3986 has it; `null` where it is none. */
function findOwn(target: string): BakedAddress | null {
  const [encoded, query = ""] = target.split(/\?(.*)/s);
  const place = readPath(encoded!);
  if (place === null) return null;
  return (
    addresses.find(({ live, baked }) =>
      query === "" || baked.startsWith("/q/") ? place === readPath(baked) && !/[/\\]|\.\./.test(query) : `${place}?${query}` === live,
    ) ?? null
  );
}

function readPath(encoded: string): string | null {
  try {
    return path.posix.normalize(decodeURIComponent(encoded)).replace(/(?:\/index\.html|\/)$/, "") || "/";
  } catch {
    return null;
  }
}
