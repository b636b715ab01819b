import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import { cutText, joinLines } from "@/lib/domain/cut-text";
import { initiativeKey } from "@/lib/domain/item-key";
import { type Kin, type KinOfYear, listFates, listOrigins } from "@/lib/domain/kin";
import type { GoalDetail } from "@/lib/domain/rows";
import { goalJa } from "@/lib/texts/goal-ja";
import { continuationHref, itemHref } from "@/lib/urls";

/** What is told of one year; of the rest it is said how many there are. */
const MOST = 3;
/** Characters of another initiative's text that stand here; it is whole at its own place. */
const LONGEST = 160;
const LONGEST_TITLE = 24;

interface InitiativeKinProps {
  goal: GoalDetail;
  /** From 1. */
  position: number;
  history: ContinuationHistory;
  dataset: string | null;
}

/** What an initiative came from and what became of it; nothing where no other year has plans. */
export function InitiativeKin({ goal, position, history, dataset }: InitiativeKinProps) {
  const key = initiativeKey(goal.id, position);
  const hasText = (kin: KinOfYear, at: number) => at === 0 || kin.continuing.length > 0;
  const before = listOrigins(history, key, goal.fiscalYear).filter(hasText);
  const after = listFates(history, key, goal.fiscalYear).filter(hasText);
  if (before.length + after.length === 0) return null;
  return (
    <dl className="mt-2 space-y-1 border-l-4 border-rule pl-3 text-sm text-ink-soft">
      {before.map((kin) => (
        <YearKin key={kin.year} name={goalJa.from(kin.year)} kin={kin} none={goalJa.noPredecessor(kin.year, "initiative")} dataset={dataset} kind="origin" />
      ))}
      {after.map((kin) => (
        <YearKin
          key={kin.year}
          name={goalJa.to(kin.year)}
          kin={kin}
          none={kin.end ? goalJa.ended(kin.end) : goalJa.noSuccessor(kin.year, "initiative")}
          dataset={dataset}
          kind="fate"
        />
      ))}
    </dl>
  );
}

interface YearKinProps {
  name: string;
  kin: KinOfYear;
  /** Said where nothing goes on. */
  none: string;
  dataset: string | null;
  kind: "origin" | "fate";
}

function YearKin({ name, kin: { continuing, year, none: isNone }, none, dataset, kind }: YearKinProps) {
  return (
    <div data-kin={kind} className="grid grid-cols-1 gap-x-3 gap-y-1 @min-[44rem]/page:grid-cols-[7em_minmax(0,1fr)] print:grid-cols-[7em_minmax(0,1fr)]">
      <dt>{name}</dt>
      {continuing.slice(0, MOST).map((kin) => (
        <dd key={kin.item.key} className="@min-[44rem]/page:col-start-2 print:col-start-2">
          <KinText kin={kin} dataset={dataset} />
        </dd>
      ))}
      {continuing.length > MOST && <dd className="@min-[44rem]/page:col-start-2 print:col-start-2">{goalJa.more(continuing.length - MOST)}</dd>}
      {continuing.length === 0 && <dd>{isNone ? none : goalJa.noLink(year)}</dd>}
    </div>
  );
}

function KinText({ kin: { link, item }, dataset }: { kin: Kin; dataset: string | null }) {
  return (
    <>
      {goalJa.link(link)}
      <a href={itemHref(item.key, dataset)}>
        {goalJa.numbered(item.goalNumber)} {cutText(item.goalTitle, LONGEST_TITLE)}
      </a>
      「{cutText(joinLines(item.text), LONGEST)}」{" "}
      <a className="print:hidden" href={continuationHref(link.predecessorKey, link.successorKey, dataset)}>
        {goalJa.evidence}
      </a>
    </>
  );
}
