import { refuseChart } from "@/app/_read/refuse-chart";
import { answerFile } from "@/lib/file-answer";

/** No chart has an address below another's; what stands in a frame has to say so. */
export async function GET(request: Request, { params }: { params: Promise<{ chart: string; rest: string[] }> }): Promise<Response> {
  const { chart, rest } = await params;
  return answerFile(request, async () => refuseChart([chart, ...rest].join("/")));
}
