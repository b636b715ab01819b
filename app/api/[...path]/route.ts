import { answerError } from "@/lib/file-answer";
import { RequestError } from "@/lib/request-error";

/** Whatever else is asked for under /api: an error in the API's own shape. */
export function GET(): Response {
  return answerError(new RequestError("not_found", ({ noApi }) => noApi));
}
