import { HOST_SCRIPT } from "@/lib/embeds/scripts";
import { answerFile } from "@/lib/file-answer";

/** The script for pages that embed charts with automatic height. */
export function GET(request: Request): Promise<Response> {
  return answerFile(request, async () => ({
    body: HOST_SCRIPT,
    type: "text/javascript; charset=utf-8",
    frozen: false,
  }));
}
