import { readFeed } from "@/app/_read/read-feed";
import { readSite } from "@/app/_read/read-site";
import { printAtom } from "@/lib/discovery/atom";
import { answerFile } from "@/lib/file-answer";
import { FOUND } from "@/lib/parameters/found";
import { requireView } from "@/lib/parameters/place";

/** What of the site's own municipality, or of the one asked for, came with each dataset, the newest first. */
export function GET(request: Request): Promise<Response> {
  return answerFile(request, async () => {
    const { filter } = requireView(FOUND.feed, request.url, { strict: true });
    return { body: printAtom(await readFeed(await readSite(null, filter.municipalities?.[0]))), type: "application/atom+xml; charset=utf-8", frozen: false };
  });
}
