import { answerSitemap } from "@/app/_read/sitemap-answer";
import { answerFile } from "@/lib/file-answer";

/** Next.js takes what has this name for a file of its own, and would make it with the build. */
export const dynamic = "force-dynamic";

/** Every page that is to be found, or an index of the files that list them. */
export function GET(request: Request): Promise<Response> {
  return answerFile(request, () => answerSitemap(null));
}
