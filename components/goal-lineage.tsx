import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import { type Kin, type KinOfYear, listFates, listOrigins } from "@/lib/domain/kin";
import type { GoalRow } from "@/lib/domain/rows";
import { describeScore } from "@/lib/texts/continuation-reason";
import { goalJa } from "@/lib/texts/goal-ja";
import { continuationHref, itemHref } from "@/lib/urls";
import { LineageLinks } from "./goal/goal-links";
import { RatingBadge } from "./rating-badge";

interface GoalLineageProps {
  goal: GoalRow;
  history: ContinuationHistory;
  dataset: string | null;
}

/** What is only related and was rejected, and is told; the rest is among the continuations. */
const MOST_OTHERS = 3;

/** Where a goal came from and where it went, each link with its evidence; or that nothing was found of it. */
export function GoalLineage({ goal, history, dataset }: GoalLineageProps) {
  const [before, after] = [listOrigins(history, goal.id, goal.fiscalYear), listFates(history, goal.id, goal.fiscalYear)];
  if (before.length + after.length === 0) return null;
  return (
    <section aria-labelledby="lineage-title" className="space-y-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="lineage-title" className="text-lg">
          {goalJa.lineage}
        </h2>
        <LineageLinks id={goal.id} dataset={dataset} />
      </div>
      {before.map((kin) => (
        <YearKin key={kin.year} name={goalJa.from(kin.year)} kin={kin} none={goalJa.noPredecessor(kin.year, "goal")} dataset={dataset} />
      ))}
      {after.map((kin) => (
        <YearKin
          key={kin.year}
          name={goalJa.to(kin.year)}
          kin={kin}
          none={kin.end ? goalJa.ended(kin.end) : goalJa.noSuccessor(kin.year, "goal")}
          dataset={dataset}
        />
      ))}
    </section>
  );
}

function YearKin({ name, kin, none, dataset }: { name: string; kin: KinOfYear; none: string; dataset: string | null }) {
  const shown = [...kin.continuing, ...kin.others.slice(0, MOST_OTHERS)];
  return (
    <div>
      <h3>{name}</h3>
      {kin.continuing.length === 0 && (kin.none || kin.others.length === 0) && <p className="text-ink-soft">{kin.none ? none : goalJa.noLink(kin.year)}</p>}
      {shown.length > 0 && (
        <ul className="divide-y divide-rule border-t border-rule">
          {shown.map((each) => (
            <KinEntry key={each.item.key} kin={each} dataset={dataset} />
          ))}
        </ul>
      )}
    </div>
  );
}

function KinEntry({ kin: { link, item }, dataset }: { kin: Kin; dataset: string | null }) {
  return (
    <li className="py-1.5">
      <a href={itemHref(item.key, dataset)} className={link.status === "rejected" ? "line-through" : undefined}>
        {goalJa.numbered(item.goalNumber)} {item.text}
      </a>
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
        <RatingBadge rating={item.rating} />
        <span>{goalJa.link(link)}</span>
        {link.status === "proposed" && <span>{goalJa.score(describeScore(link))}</span>}
        <a className="print:hidden" href={continuationHref(link.predecessorKey, link.successorKey, dataset)}>
          {goalJa.evidence}
        </a>
      </p>
    </li>
  );
}
