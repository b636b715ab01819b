import { readSite } from "@/app/_read/read-site";
import { findPlan } from "@/db/queries/plan";
import { printPlanJson } from "@/lib/document/plan-json";
import { answerFile } from "@/lib/file-answer";
import { PAGES } from "@/lib/parameters/pages";
import { requireView } from "@/lib/parameters/place";
import { RequestError } from "@/lib/request-error";

/** `/api/plans/2025-policy-promotion.json`: the whole plan as plan JSON, in the form that `npm run ingest` reads. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  return answerFile(request, async () => {
    const datasetId = requireView({ ...PAGES.goal, path: "/api/plans/[file]" }, request.url, { strict: true }).dataset;
    const site = await readSite(datasetId);
    const id = /^([0-9a-z-]{1,100})\.json$/.exec(file)?.[1];
    const plan = id ? await findPlan(site.database, site.dataset, id) : null;
    if (!id || !plan) throw new RequestError("not_found", ({ noPlan }) => noPlan);
    return {
      body: printPlanJson(plan),
      type: "application/json; charset=utf-8",
      frozen: datasetId !== null,
    };
  });
}
