import { answerFile } from "@/lib/file-answer";
import { HOST_SCRIPT } from "@/lib/files/embed-scripts";

/** The script for pages that embed charts with automatic height. */
export function GET(request: Request): Promise<Response> {
  return answerFile(request, async () => ({
    body: HOST_SCRIPT,
    type: "text/javascript; charset=utf-8",
    frozen: false,
  }));
}
