import { cutText } from "@/lib/domain/cut-text";
import type { KinOfYear } from "@/lib/domain/kin";
import type { GoalDetail } from "@/lib/domain/rows";
import { goalJa } from "@/lib/texts/goal-ja";
import { goalHref } from "@/lib/urls";
import { Narrative } from "../narrative";

/** Characters that stand here; the whole stands on the goal's own page. */
const LONGEST = 240;

interface ConsideredBeforeProps {
  before: KinOfYear | null;
  /** The goals that it came from, whole. */
  predecessors: readonly GoalDetail[];
  dataset: string | null;
}

/** What was to be considered next, as the goals said that this one came from; nothing where they say nothing. */
export function ConsideredBefore({ before, predecessors, dataset }: ConsideredBeforeProps) {
  const told = (before?.continuing ?? []).flatMap(({ link }) =>
    predecessors.flatMap((goal) =>
      goal.id === link.predecessorKey && goal.futureConsiderations !== null ? [{ link, goal, text: goal.futureConsiderations }] : [],
    ),
  );
  if (!before || told.length === 0) return null;
  return (
    <section aria-labelledby="considered-before-title" className="space-y-2">
      <h2 id="considered-before-title" className="text-lg">
        {goalJa.consideredBefore(before.year)}
      </h2>
      {told.map(({ link, goal, text }) => (
        <div key={goal.id}>
          <p className="text-sm text-ink-soft">
            <a href={goalHref(goal.id, dataset, "/futureConsiderations")}>
              {goalJa.numbered(goal.number)} {goal.title}
            </a>
            {"　"}
            <span className="inline-block">{goalJa.link(link)}</span>
          </p>
          <Narrative text={cutText(text, LONGEST)} />
        </div>
      ))}
    </section>
  );
}
