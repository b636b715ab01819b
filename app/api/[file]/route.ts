import { answerTable } from "@/app/_read/table-answer";
import { answerFile } from "@/lib/file-answer";
import { parseTableFile } from "@/lib/files/tables";
import { RequestError } from "@/lib/request-error";

/** `/api/goals.csv` and all other tables and formats. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  return answerFile(request, async () => {
    const table = parseTableFile(file);
    if (!table) throw new RequestError("not_found", ({ noTable }) => noTable);
    return answerTable(request.url, table.name, table.format);
  });
}
