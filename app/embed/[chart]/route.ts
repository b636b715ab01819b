import { answerChart } from "@/app/_read/chart-answer";
import { refuseChart } from "@/app/_read/refuse-chart";
import { CHARTS } from "@/lib/charts/registry";
import { answerFile } from "@/lib/file-answer";
import { chartPlace, parseChartAddress } from "@/lib/parameters/charts";
import { requireView } from "@/lib/parameters/place";

/** A chart in one of its forms: `/embed/rating-distribution`, `/embed/rating-distribution.svg` … */
export async function GET(request: Request, { params }: { params: Promise<{ chart: string }> }): Promise<Response> {
  const { chart } = await params;
  return answerFile(request, async () => {
    const address = parseChartAddress(chart);
    if (!address) return refuseChart(chart);
    const definition = CHARTS[address.name];
    return answerChart(definition, requireView(chartPlace(definition, address.format), request.url), address.format);
  });
}
