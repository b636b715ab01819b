import { readDataFacts } from "@/app/_read/data-facts";
import { readSite } from "@/app/_read/read-site";
import { describeCatalogue } from "@/lib/discovery/catalogue";
import { answerFile } from "@/lib/file-answer";
import { readQuery } from "@/lib/query-parameters";

/** The data as a DCAT catalogue. */
export function GET(request: Request): Promise<Response> {
  return answerFile(request, async () => {
    readQuery(request.url, { single: [], multiple: [] });
    const catalogue = describeCatalogue(await readDataFacts(await readSite(null)));
    return { body: `${JSON.stringify(catalogue, null, 2)}\n`, type: "application/ld+json", frozen: false };
  });
}
