import type { ReactNode } from "react";
import { whyNotRated } from "@/lib/charts/goal/sentence";
import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import { formatFiscalYear, formatFiscalYearInFull } from "@/lib/domain/fiscal-year";
import { municipalityFilterOf } from "@/lib/domain/goal-filter";
import { findBefore, type Kin, type KinOfYear } from "@/lib/domain/kin";
import { compareRatings } from "@/lib/domain/rating/comparison";
import type { GoalDetail, GoalRow } from "@/lib/domain/rows";
import { chartTexts } from "@/lib/texts/chart-texts";
import { goalJa } from "@/lib/texts/goal-ja";
import { ja } from "@/lib/texts/ja";
import { goalHref, goalsHref } from "@/lib/urls";
import { Assessments } from "./assessments";
import { GoalLinks } from "./goal/goal-links";
import { BlockSource } from "./narrative";
import { RatingBadge } from "./rating-badge";
import { HIGHLIGHT } from "./ui/highlight";

interface GoalHeadProps {
  goal: GoalDetail;
  history: ContinuationHistory;
  /** All goals of its plan in order, itself among them. */
  siblings: readonly GoalRow[];
  dataset: string | null;
}

/** The most ratings of predecessors that stand in the head; all are told under 前後の年度とのつながり. */
const MOST_BEFORE = 3;

/** Facts of a goal in a line, its title between the goals before and after it, and its rating, then and now. */
export function GoalHead({ goal, history, siblings, dataset }: GoalHeadProps) {
  return (
    <header className="space-y-1">
      <GoalFacts goal={goal} dataset={dataset} />
      <div className="flex flex-wrap items-baseline gap-x-8 gap-y-1 @min-[44rem]/page:flex-nowrap">
        <h1 id="title" className={`grow ${HIGHLIGHT}`}>
          {goal.title}
        </h1>
        <Siblings goal={goal} siblings={siblings} dataset={dataset} />
      </div>
      <RatingThenAndNow goal={goal} before={findBefore(history, goal.id, goal.fiscalYear)} dataset={dataset} />
    </header>
  );
}

function GoalFacts({ goal, dataset }: { goal: GoalDetail; dataset: string | null }) {
  const { policyGoal } = goal;
  const scope = municipalityFilterOf(goal.id);
  return (
    <ul className="flex flex-wrap gap-x-5 text-sm text-ink-soft">
      <li>
        <a href={goalsHref({ filter: { ...scope, fiscalYears: [goal.fiscalYear], departments: [goal.departmentId] }, dataset })}>
          {formatFiscalYearInFull(goal.fiscalYear)} {goal.department}
        </a>
      </li>
      <li>{goalJa.numbered(goal.number)}</li>
      <li id="policyArea" className={HIGHLIGHT}>
        {goalJa.area}：
        {goal.policyArea ? <a href={goalsHref({ filter: { ...scope, policyAreas: [goal.policyArea] }, dataset })}>{goal.policyArea}</a> : ja.none}
      </li>
      <li id="policyGoal" className={HIGHLIGHT}>
        {goalJa.policyGoal}：{policyGoal?.code && `(${policyGoal.code}) `}
        {policyGoal ? <a href={goalsHref({ filter: { ...scope, policyGoals: [policyGoal.name] }, dataset })}>{policyGoal.name}</a> : ja.none}
      </li>
      <li>
        {goalJa.unit}：{goal.responsibleUnits.length === 0 && ja.none}
        {goal.responsibleUnits.map((unit, index) => (
          <span key={unit}>
            {index > 0 && "、"}
            <a href={goalsHref({ filter: { ...scope, responsibleUnits: [unit] }, dataset })}>{unit}</a>
          </span>
        ))}
      </li>
      <li>
        <BlockSource label={ja.field.goalTitle} documentId={goal.documentId} places={goal.places} pointers={["/title"]} dataset={dataset} />
      </li>
      <li>
        <GoalLinks id={goal.id} dataset={dataset} />
      </li>
    </ul>
  );
}

/** The goals before and after it in its plan, and the list of them. */
function Siblings({ goal, siblings, dataset }: Omit<GoalHeadProps, "history">) {
  const at = siblings.findIndex(({ id }) => id === goal.id);
  const [previous, next] = [siblings[at - 1], siblings[at + 1]];
  const tell = (sibling: GoalRow) => <span className="sr-only">：{`${goalJa.numbered(sibling.number)} ${sibling.title}`}</span>;
  return (
    <nav aria-label={goalJa.siblings} className="shrink-0 text-sm print:hidden">
      <ul className="flex gap-x-5">
        {previous && (
          <li>
            <a rel="prev" href={goalHref(previous.id, dataset)}>
              ‹ {goalJa.previous}
              {tell(previous)}
            </a>
          </li>
        )}
        <li>
          <a href={goalsHref({ filter: { ...municipalityFilterOf(goal.id), fiscalYears: [goal.fiscalYear], departments: [goal.departmentId] }, dataset })}>
            {goalJa.list}
          </a>
        </li>
        {next && (
          <li>
            <a rel="next" href={goalHref(next.id, dataset)}>
              {goalJa.next} ›{tell(next)}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** What the goals that it came from were rated, and what it is; that a machine linked them is said. */
export function RatingThenAndNow({ goal, before, dataset }: { goal: GoalDetail; before: KinOfYear | null; dataset: string | null }) {
  const kin = before?.continuing ?? [];
  const targets = goal.targets.flatMap(({ rating }) => rating?.rating ?? []);
  const isOfOtherScale = kin.some(({ item }) => compareRatings(item.rating, goal.overallRating) === "incomparable");
  return (
    <div id="ratings" className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {before && kin.length > 0 && (
        <Rated year={before.year} note={`（${goalJa.links(kin.map(({ link }) => link))}）`}>
          <RatingsBefore kin={kin} />
        </Rated>
      )}
      <Rated year={kin.length > 0 ? goal.fiscalYear : null}>
        <span id="overallRating" className={`text-lg font-bold ${HIGHLIGHT}`}>
          <RatingBadge rating={goal.overallRating} labelled large />
        </span>
        {goal.overallRating === null && <NotRatedReason goal={goal} />}
        <Assessments assessments={goal.assessments} pointer="" />
        {targets.length > 0 && <span className="text-ink-soft">{goalJa.targetRatings(targets)}</span>}
        {goal.listedRating !== null && (
          <span id="listedRating" className={`text-ink-soft ${HIGHLIGHT}`}>
            {goalJa.listed(goal.listedRating.rating)}
          </span>
        )}
        <BlockSource
          label={ja.field.overallRating}
          documentId={goal.documentId}
          places={goal.places}
          pointers={[goal.overallRating ? "/overallRating" : "/listedRating"]}
          dataset={dataset}
        />
      </Rated>
      {before?.none && <span className="text-sm text-ink-soft">{goalJa.noPredecessor(before.year, "goal")}</span>}
      {isOfOtherScale && <span className="text-sm text-ink-soft">{goalJa.otherScale}</span>}
    </div>
  );
}

function Rated({ year, note, children }: { year: number | null; note?: string; children: ReactNode }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      {year !== null && !note && (
        <>
          <span aria-hidden="true">─►</span>
          <span className="sr-only">から</span>
        </>
      )}
      {year !== null && (
        <span className="text-ink-soft">
          {formatFiscalYear(year)}
          {note && <span className="text-sm">{note}</span>}
        </span>
      )}
      {children}
    </span>
  );
}

/** Each rating once, of the surest predecessors first. */
function RatingsBefore({ kin }: { kin: readonly Kin[] }) {
  const ratings = new Map(kin.map(({ item: { rating } }) => [rating && `${rating.rating} ${rating.order}`, rating]));
  return (
    <>
      {[...ratings.values()].slice(0, MOST_BEFORE).map((rating) => (
        <RatingBadge key={`${rating?.rating} ${rating?.order}`} rating={rating} labelled />
      ))}
      {ratings.size > MOST_BEFORE && <span className="text-ink-soft">{goalJa.more(ratings.size - MOST_BEFORE)}</span>}
    </>
  );
}

function NotRatedReason({ goal }: { goal: GoalDetail }) {
  return <span className="text-sm text-ink-soft">{whyNotRated(goal, chartTexts("ja"))}</span>;
}
