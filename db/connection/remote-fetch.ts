/** How long a server may take for one attempt to read, and for a write, in milliseconds. */
const READ_TIMEOUT = 3000;
const WRITE_TIMEOUT = 60_000;

/** How long the web process takes a server that failed for gone, in milliseconds: one request makes several reads. */
const PAUSE = 1000;

/**
 * What a libSQL server did not do: answer in time, in whole, or at all; take the token, or let it write. `code` begins
 * with `REMOTE_`.
 */
class RemoteError extends Error {
  constructor(
    readonly code: "REMOTE_TIMEOUT" | "REMOTE_UNREACHABLE" | "REMOTE_STATUS" | "REMOTE_TRUNCATED" | "REMOTE_UNAUTHORIZED" | "REMOTE_FORBIDDEN",
    message: string,
  ) {
    super(message);
  }
}

/**
 * Makes the `fetch` for libSQL's Hrana over HTTP (version 2, JSON). Each attempt has a time limit and must answer in
 * whole. What only reads (with `reading`, all) is tried a second time; a write never is, since the first may have been
 * done. With `reading`, all fail at once for a second after one has failed. What it makes throws `RemoteError`.
 */
export function createRemoteFetch(reading: boolean): (request: Request) => Promise<Response> {
  let failed: { error: RemoteError; at: number } | null = null;
  return async (request) => {
    if (failed && performance.now() - failed.at < PAUSE) throw failed.error;
    const body = await request.text();
    const reads = reading || isReadOnly(body);
    const attempt = () => fetchWhole(request, body, reads);
    if (!reads) return attempt();
    const again = (error: RemoteError) => (error.code === "REMOTE_UNAUTHORIZED" ? Promise.reject(error) : attempt());
    return attempt()
      .catch(again)
      .catch((error: RemoteError) => {
        if (reading) failed = { error, at: performance.now() };
        throw error;
      });
  };
}

/** Throws `RemoteError` where the server at that URL gives no answer, of whatever kind, within the time of a read. */
export async function findServer(url: string): Promise<void> {
  try {
    await fetch(url.replace(/^libsql:/, "https:"), { method: "HEAD", signal: AbortSignal.timeout(READ_TIMEOUT) });
  } catch (error) {
    throw describe(error, READ_TIMEOUT);
  }
}

async function fetchWhole(request: Request, body: string, reads: boolean): Promise<Response> {
  const { method, headers, url } = request;
  const timeout = reads ? READ_TIMEOUT : WRITE_TIMEOUT;
  try {
    const response = await fetch(url, { method, headers, body, signal: AbortSignal.timeout(timeout) });
    const text = await response.text();
    // A token that may not even read is as good as none.
    if (response.status === 401 || response.status === 403)
      throw new RemoteError(response.status === 401 || reads ? "REMOTE_UNAUTHORIZED" : "REMOTE_FORBIDDEN", describeRefusal(response.status, text));
    if (response.status >= 500) throw new RemoteError("REMOTE_STATUS", `応答 ${response.status}`);
    if (response.ok) JSON.parse(text);
    return new Response(text, { status: response.status, headers: { "content-type": response.headers.get("content-type") ?? "" } });
  } catch (error) {
    throw describe(error, timeout);
  }
}

/** The server's own words where they are plain ones (`{"error": "…"}`), else the status. */
function describeRefusal(status: number, text: string): string {
  const words = /^\{"error":"([\x20-\x21\x23-\x5b\x5d-\x7e]{1,160})"\}$/.exec(text.trim())?.[1];
  return words ?? `応答 ${status}`;
}

function describe(error: unknown, timeout: number): RemoteError {
  if (error instanceof RemoteError) return error;
  if (error instanceof SyntaxError) return new RemoteError("REMOTE_TRUNCATED", "応答が途中で切れました");
  const { name, message, cause } = error as Error;
  if (name === "TimeoutError") return new RemoteError("REMOTE_TIMEOUT", `${timeout / 1000} 秒以内に応答がありません`);
  const code = (cause as { code?: unknown } | undefined)?.code;
  return new RemoteError("REMOTE_UNREACHABLE", typeof code === "string" ? code : message);
}

interface PipelineBody {
  baton?: string | null;
  requests?: { type: string; sql?: string; stmt?: { sql?: string }; batch?: { steps?: { stmt: { sql?: string } }[] } }[];
}

/** Whether all statements of a request only read, as far as their words tell: in doubt, not. */
function isReadOnly(body: string): boolean {
  const { baton, requests = [] } = JSON.parse(body) as PipelineBody;
  if (baton) return false;
  const statements = requests.flatMap(({ sql, stmt, batch }) => [sql, stmt?.sql, ...(batch?.steps ?? []).map((step) => step.stmt.sql)]);
  return statements.every((sql) => sql === undefined || sql === null || (READS.test(sql.trim()) && !WRITES.test(sql)));
}

const READS = /^(?:select|with|explain|begin(?: transaction)?(?: deferred| readonly)?$|commit$|rollback$|pragma \w+$)/i;
const WRITES = /\b(?:insert|update|delete|replace|create|drop|alter|vacuum)\b/i;
