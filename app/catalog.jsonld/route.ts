import { readDataFacts } from "@/app/_read/data-facts";
import { readSite } from "@/app/_read/read-site";
import { describeCatalogue } from "@/lib/discovery/catalogue";
import { answerFile } from "@/lib/file-answer";
import { FOUND } from "@/lib/parameters/found";
import { requireView } from "@/lib/parameters/place";

/** The data of the site's own municipality, or of the one asked for, as a DCAT catalogue. */
export function GET(request: Request): Promise<Response> {
  return answerFile(request, async () => {
    const { filter } = requireView(FOUND.catalogue, request.url, { strict: true });
    const catalogue = describeCatalogue(await readDataFacts(await readSite(null, filter.municipalities?.[0])));
    return { body: `${JSON.stringify(catalogue, null, 2)}\n`, type: "application/ld+json", frozen: false };
  });
}
