import { homeMunicipality, licence, licenceUrl, siteUrl } from "@/db/config";
import { planJsonSchema } from "@/lib/document/plan-json-schema";
import { answerFile } from "@/lib/file-answer";
import { describeApi } from "@/lib/files/openapi";
import { readQuery } from "@/lib/query-parameters";

/** The OpenAPI 3.1 description of the data. */
export async function GET(request: Request): Promise<Response> {
  return answerFile(request, async () => {
    readQuery(request.url, { single: [], multiple: [] });
    const planSchema = planJsonSchema() as { definitions: Record<string, object> };
    const description = describeApi({ url: siteUrl(), municipality: homeMunicipality(), licence: { text: licence(), url: licenceUrl() }, planSchema });
    const body = `${JSON.stringify(description, null, 2)}\n`;
    return { body, type: "application/json; charset=utf-8", frozen: false };
  });
}
