import { answerDocument } from "@/app/_read/document-answer";
import { answerFile } from "@/lib/file-answer";

/** The document's own bytes, as they were taken in. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return answerFile(request, () => answerDocument(request.url, id));
}
