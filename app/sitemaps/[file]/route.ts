import { answerSitemap } from "@/app/_read/sitemap-answer";
import { answerFile } from "@/lib/file-answer";

/** `/sitemaps/1.xml`: a part of a sitemap that is too long for one file. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  return answerFile(request, () => answerSitemap(file));
}
