import { refreshReadiness } from "./gate";
import { describeUnavailable, RETRY_AFTER, type PlainAnswer } from "./unavailable";

const HEADERS = { "cache-control": "no-store", "content-type": "application/json; charset=utf-8" };

/**
 * `/healthz`: this process answers. `/readyz`: the newest dataset can be read now, and its id; 503 with the reason
 * where it cannot. `null` for any other path.
 */
export async function answerHealth(path: string): Promise<PlainAnswer | null> {
  if (path === "/healthz") return { status: 200, headers: HEADERS, body: '{"status":"ok"}\n' };
  if (path !== "/readyz") return null;
  const readiness = await refreshReadiness();
  if (readiness.ready) return { status: 200, headers: HEADERS, body: `${JSON.stringify({ status: "ready", dataset: readiness.dataset })}\n` };
  const { reason } = readiness;
  const body = `${JSON.stringify({ status: "unavailable", reason, message: describeUnavailable(reason) })}\n`;
  return { status: 503, headers: { ...HEADERS, "retry-after": String(RETRY_AFTER) }, body };
}
