import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import { formatFiscalYearInFull } from "@/lib/domain/fiscal-year";
import { findBefore } from "@/lib/domain/kin";
import type { GoalDetail } from "@/lib/domain/rows";
import { goalJa } from "@/lib/texts/goal-ja";
import { panelJa } from "@/lib/texts/panel-ja";
import { goalHref, PANEL } from "@/lib/urls";
import { GoalLinks } from "../goal/goal-links";
import { RatingThenAndNow } from "../goal-head";
import { NarrativeField, TargetPairs } from "../goal-pairs";
import { Still } from "../still";
import { PanelKeys } from "./keys";
import { PredecessorTexts } from "./predecessor-texts";

/** A goal that a chart's page tells of beside the chart, with what stands about it. */
export interface PanelGoal {
  goal: GoalDetail;
  history: ContinuationHistory;
  /** The goals that it came from, whole. */
  predecessors: readonly GoalDetail[];
}

interface GoalPanelProps extends PanelGoal {
  /** The page without it. */
  closeHref: string;
  dataset: string | null;
}

/** The panel of a goal: what it came to, its first target, its assessment, and what was written before; it leads to all else. */
export function GoalPanel({ goal, history, predecessors, closeHref, dataset }: GoalPanelProps) {
  const before = findBefore(history, goal.id, goal.fiscalYear);
  return (
    <section aria-labelledby={PANEL} data-panel={goal.id} className="border-l-4 border-notice-edge pl-4 print:break-inside-avoid">
      <PanelKeys closeHref={closeHref} />
      <Still as="div" className="@container/page space-y-1">
        <p className="text-sm text-ink-soft">
          {formatFiscalYearInFull(goal.fiscalYear)} {goal.department}　{goalJa.numbered(goal.number)}
          {goal.policyArea && `　${goalJa.area}：${goal.policyArea}`}
        </p>
        <h2 id={PANEL} tabIndex={-1} className="w-fit text-lg">
          {goal.title}
        </h2>
        <p className="flex flex-wrap gap-x-6 print:hidden">
          <a href={goalHref(goal.id, dataset)} className="font-bold">
            {panelJa.open}
          </a>
          <a href={closeHref}>{panelJa.close}</a>
          <GoalLinks id={goal.id} dataset={dataset} />
        </p>
        <RatingThenAndNow goal={goal} before={before} dataset={dataset} />
        <TargetPairs goal={goal} dataset={dataset} />
        <NarrativeField goal={goal} field="overallAssessment" dataset={dataset} />
        <PredecessorTexts before={before} predecessors={predecessors} dataset={dataset} />
      </Still>
    </section>
  );
}
