import { formatFiscalYearInFull } from "@/lib/domain/fiscal-year";
import { municipalityFilterOf } from "@/lib/domain/goal-filter";
import type { GoalDetail } from "@/lib/domain/rows";
import { ja } from "@/lib/texts/ja";
import { goalsHref } from "@/lib/urls";
import { SourceLink } from "./narrative";
import { RatingBadge } from "./rating-badge";
import { Fact, Facts } from "./ui/facts";
import { HIGHLIGHT } from "./ui/highlight";

/** Title, rating and standing facts of a goal, each with the line it comes from. */
export function GoalHead({ goal, dataset }: { goal: GoalDetail; dataset: string | null }) {
  const { policyGoal } = goal;
  const scope = municipalityFilterOf(goal.id);
  const source = (pointer: string, label: string) => (
    <SourceLink label={label} documentId={goal.documentId} spans={goal.places[pointer]} dataset={dataset} />
  );
  return (
    <header className="space-y-4.5">
      <div>
        <p className="text-ink-soft">
          <a href={goalsHref({ filter: { ...scope, fiscalYears: [goal.fiscalYear], departments: [goal.departmentId] }, dataset })}>
            {formatFiscalYearInFull(goal.fiscalYear)} {goal.department}
          </a>
          　重点目標 {goal.number}
        </p>
        <h1 id="title" className={HIGHLIGHT}>
          {goal.title}
        </h1>
        {source("/title", ja.field.goalTitle)}
      </div>
      <Facts>
        <Fact name={ja.field.overallRating} id="overallRating">
          <RatingBadge rating={goal.overallRating} labelled /> {source("/overallRating", ja.field.overallRating)}
          {goal.overallRating === null && (
            <>
              {" "}
              <NotRatedReason goal={goal} />
            </>
          )}
        </Fact>
        {goal.listedRating !== null && (
          <Fact name={ja.field.listedRating} id="listedRating">
          <RatingBadge rating={goal.listedRating} labelled /> {source("/listedRating", ja.field.listedRating)}
          </Fact>
        )}
        <Fact name={ja.field.policyArea} id="policyArea">
          {goal.policyArea ? (
            <a href={goalsHref({ filter: { ...scope, policyAreas: [goal.policyArea] }, dataset })}>{goal.policyArea}</a>
          ) : (
            <span className="text-ink-soft">{ja.none}</span>
          )}{" "}
          {source("/policyArea", ja.field.policyArea)}
        </Fact>
        <Fact name={ja.field.policyGoal} id="policyGoal">
          {policyGoal ? (
            <>
              {policyGoal.code && `(${policyGoal.code}) `}
              <a href={goalsHref({ filter: { ...scope, policyGoals: [policyGoal.name] }, dataset })}>{policyGoal.name}</a>
            </>
          ) : (
            <span className="text-ink-soft">{ja.none}</span>
          )}{" "}
          {source("/policyGoal/name", ja.field.policyGoal)}
        </Fact>
        <Fact name={ja.field.responsibleUnit}>
          {goal.responsibleUnits.length === 0 && <span className="text-ink-soft">{ja.none}</span>}
          {goal.responsibleUnits.map((unit, index) => (
            <span key={unit}>
              {index > 0 && "、"}
              <a href={goalsHref({ filter: { ...scope, responsibleUnits: [unit] }, dataset })}>{unit}</a>
            </span>
          ))}
        </Fact>
      </Facts>
    </header>
  );
}

function NotRatedReason({ goal }: { goal: GoalDetail }) {
  const printed = goal.overallRatingText;
  const reason = printed
    ? `原文は「${printed}」ですが、この資料の達成度の区分にありません。`
    : goal.stage === "plan"
      ? "計画の段階の資料のため、達成度・達成状況・実績はまだ載っていません。"
      : "資料に全体の達成度の記載がありません。";
  return <span className="text-sm text-ink-soft">{reason}</span>;
}
