import { cutText } from "@/lib/domain/cut-text";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { KinOfYear } from "@/lib/domain/kin";
import type { GoalDetail } from "@/lib/domain/rows";
import { goalJa } from "@/lib/texts/goal-ja";
import { panelJa } from "@/lib/texts/panel-ja";
import { continuationHref, goalHref } from "@/lib/urls";
import { Narrative } from "../narrative";

/** Goals that are told, and characters of what each set out to do: the whole stands on its own page. */
const MOST = 3;
const LONGEST = 240;

interface PredecessorTextsProps {
  before: KinOfYear | null;
  predecessors: readonly GoalDetail[];
  dataset: string | null;
}

/** What the goals that it came from set out to do, each with how sure the link is; nothing where there are none. */
export function PredecessorTexts({ before, predecessors, dataset }: PredecessorTextsProps) {
  const told = (before?.continuing ?? []).flatMap(({ link }) => predecessors.filter(({ id }) => id === link.predecessorKey).map((goal) => ({ link, goal })));
  if (!before || told.length === 0) return null;
  return (
    <section aria-labelledby="panel-before" className="space-y-2 border-t border-rule-strong pt-2">
      <h3 id="panel-before">{panelJa.before(formatFiscalYear(before.year))}</h3>
      {told.slice(0, MOST).map(({ link, goal }) => (
        <div key={goal.id}>
          <p>
            <a href={goalHref(goal.id, dataset)}>
              {goalJa.numbered(goal.number)} {goal.title}
            </a>
          </p>
          <p className="text-sm text-ink-soft">
            {goalJa.link(link)}
            {"　"}
            <a className="print:hidden" href={continuationHref(link.predecessorKey, link.successorKey, dataset)}>
              {goalJa.evidence}
            </a>
          </p>
          <Narrative text={cutText(goal.targetDetails.map(({ text }) => text).join("\n"), LONGEST)} />
        </div>
      ))}
      {told.length > MOST && <p className="text-ink-soft">{goalJa.more(told.length - MOST)}</p>}
    </section>
  );
}
