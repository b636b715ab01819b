import { layoutGoal } from "@/lib/charts/goal/layout";
import type { GoalChart } from "@/lib/charts/goal/model";
import { goalHref } from "@/lib/urls";
import type { ChartView } from "../chart-view";
import { placeTexts } from "../text-drawing";
import { HistoryMarks } from "./history-marks";
import { GoalTable } from "./table";

export const goalView: ChartView<GoalChart | null> = {
  place(chart, width, options) {
    if (!chart) return { width, height: 0, content: null };
    const layout = layoutGoal(chart, width);
    const texts = placeTexts(layout, options);
    const { history } = layout;
    const { id, view } = options;
    return {
      ...texts,
      content: (
        <>
          {history && (
            <g transform={`translate(${history.x} ${history.y})`}>
              <HistoryMarks layout={history.layout} id={id} hrefOf={(item) => view && goalHref(item.goalId, view.dataset)} newTab language={chart.language} />
            </g>
          )}
          {texts.content}
        </>
      ),
    };
  },
  legend: () => [],
  Table: GoalTable,
};
