import { answerForm } from "@/app/_read/form-answer";
import { answerFile } from "@/lib/file-answer";

/** `/api/forms/previous/2025-policy-promotion.docx`: the form of the year after that plan, with the plan's texts beside it; `/api/forms/blank/…` without. */
export async function GET(request: Request, { params }: { params: Promise<{ kind: string; file: string }> }): Promise<Response> {
  const { kind, file } = await params;
  return answerFile(request, () => answerForm(request.url, kind, file));
}
