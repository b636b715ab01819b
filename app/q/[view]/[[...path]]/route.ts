import { answerError } from "@/lib/file-answer";
import { RequestError } from "@/lib/request-error";

/**
 * `/q/year=2025/goals`: where a baked copy keeps `/goals?year=2025` (db/bake/address.ts). Who kept such an address finds
 * the same here, and may add to its query.
 */
export async function GET(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const [, view, path] = /^\/q\/([^/]+)(\/.*)?$/.exec(pathname) ?? [];
  if (view === undefined || view.startsWith("sha256-")) return answerError(new RequestError("not_found", ({ nothing }) => nothing));
  const query = new URLSearchParams(decodeURIComponent(view));
  for (const [name, value] of new URLSearchParams(search)) query.append(name, value);
  // One slash only: two would name another host.
  const target = `/${(path ?? "/").replace(/^\/+/, "")}?${query}`;
  return new Response(null, { status: 308, headers: { Location: target, "Cache-Control": "public, max-age=3600", "Access-Control-Allow-Origin": "*" } });
}
