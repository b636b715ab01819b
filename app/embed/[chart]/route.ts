import { answerChart } from "@/app/_read/chart-answer";
import { CHART_NAMES, CHARTS } from "@/lib/charts/registry";
import { answerFile } from "@/lib/file-answer";
import { chartPlace, parseChartAddress } from "@/lib/parameters/charts";
import { requireView } from "@/lib/parameters/place";
import { RequestError } from "@/lib/request-error";

/** A chart in one of its forms: `/embed/rating-distribution`, `/embed/rating-distribution.svg` … */
export async function GET(request: Request, { params }: { params: Promise<{ chart: string }> }): Promise<Response> {
  const { chart } = await params;
  return answerFile(request, async () => {
    const address = parseChartAddress(chart);
    if (!address)
      throw new RequestError(
        "not_found",
        `「${chart.slice(0, 60)}」という図はありません。${CHART_NAMES.join("・")}に、.svg .png .csv .json .metadata.json .zip を付けられます。`,
      );
    const definition = CHARTS[address.name];
    return answerChart(definition, requireView(chartPlace(definition, address.format), request.url), address.format);
  });
}
