import { layoutRatingHistory } from "@/lib/charts/goal/rating-history-layout";
import { explainHistory } from "@/lib/charts/goal/sentence";
import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import { chartTexts } from "@/lib/texts/chart-texts";
import { goalJa } from "@/lib/texts/goal-ja";
import { goalHref } from "@/lib/urls";
import { ChartSvg } from "../charts/chart-svg";
import { HistoryMarks } from "../charts/goal/history-marks";
import { StripePattern } from "../charts/rating-distribution/marks";

interface RatingHistoryProps {
  history: ContinuationHistory;
  /** The goal's key. */
  goal: string;
  dataset: string | null;
}

/** Names the drawing's pattern in the page. */
const ID = "rating-history";

/** How the rating of a goal, and of what it goes back to and lives on in, went through the years; nothing where there is one year. */
export function RatingHistory({ history, goal, dataset }: RatingHistoryProps) {
  const layout = layoutRatingHistory(history, goal);
  if (!layout) return null;
  return (
    <section aria-labelledby="history-title" className="space-y-1 print:break-inside-avoid">
      <h2 id="history-title" className="text-lg">
        {goalJa.history}
      </h2>
      <ChartSvg layout={layout} title={goalJa.history}>
        <StripePattern id={ID} />
        <HistoryMarks layout={layout} id={ID} hrefOf={(item, own) => (own ? null : goalHref(item.goalId, dataset))} />
      </ChartSvg>
      <p className="text-sm text-ink-soft">{explainHistory(layout, chartTexts("ja"))}</p>
    </section>
  );
}
