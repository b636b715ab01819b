import { readFeed } from "@/app/_read/read-feed";
import { readSite } from "@/app/_read/read-site";
import { printAtom } from "@/lib/discovery/atom";
import { answerFile } from "@/lib/file-answer";
import { readQuery } from "@/lib/query-parameters";

/** What came with each dataset, the newest first. */
export function GET(request: Request): Promise<Response> {
  return answerFile(request, async () => {
    readQuery(request.url, { single: [], multiple: [] });
    return { body: printAtom(await readFeed(await readSite(null))), type: "application/atom+xml; charset=utf-8", frozen: false };
  });
}
