import { siteUrl } from "@/db/config";
import { printRobots } from "@/lib/discovery/robots";
import { answerFile } from "@/lib/file-answer";

/** Next.js takes what has this name for a file of its own, and would make it with the build. */
export const dynamic = "force-dynamic";

/** What crawlers may follow (RFC 9309). */
export function GET(request: Request): Promise<Response> {
  return answerFile(request, async () => ({ body: printRobots(siteUrl()), type: "text/plain; charset=utf-8", frozen: false }));
}
