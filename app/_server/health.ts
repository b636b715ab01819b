import { refreshReadiness } from "./known-readiness";
import type { PlainAnswer } from "./plain-answer";
import { staleDataset } from "./stale-dataset";
import { describeStale, describeUnavailable, RETRY_AFTER } from "./unavailable-answer";

const HEADERS = { "cache-control": "no-store", "content-type": "application/json; charset=utf-8" };

/**
 * `/healthz`: this process answers. `/readyz`: the newest dataset can be read now, and its id; where it cannot, the
 * reason, with 503, or with 200 while what is kept goes on being sent (`stale`): a balancer that took such a process
 * away would take from readers what it still has. `null` for any other path.
 */
export async function answerHealth(path: string): Promise<PlainAnswer | null> {
  if (path === "/healthz") return { status: 200, headers: HEADERS, body: '{"status":"ok"}\n' };
  if (path !== "/readyz") return null;
  const readiness = await refreshReadiness();
  if (readiness.ready) return { status: 200, headers: HEADERS, body: `${JSON.stringify({ status: "ready", dataset: readiness.dataset })}\n` };
  const { reason } = readiness;
  const dataset = staleDataset(reason);
  if (dataset !== null)
    return { status: 200, headers: HEADERS, body: `${JSON.stringify({ status: "stale", dataset, reason, message: describeStale(reason) })}\n` };
  const body = `${JSON.stringify({ status: "unavailable", reason, message: describeUnavailable(reason) })}\n`;
  return { status: 503, headers: { ...HEADERS, "retry-after": String(RETRY_AFTER) }, body };
}
