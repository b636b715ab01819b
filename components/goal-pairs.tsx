import type { ReactNode } from "react";
import { LIMITS } from "@/lib/domain/limits";
import type { GoalDetail } from "@/lib/domain/rows";
import { ja } from "@/lib/texts/ja";
import { labelGoalField } from "@/lib/texts/field-label";
import { fieldAnchor } from "@/lib/urls";
import { Narrative, SourceLink } from "./narrative";
import { RatingBadge } from "./rating-badge";
import { HIGHLIGHT } from "./ui/highlight";

const PAIR = "grid grid-cols-1 gap-x-8 gap-y-3 border-t-2 border-rule-strong pt-3 pb-4 @min-[44rem]/page:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_8.5rem] print:break-inside-avoid";

interface GoalProps {
  goal: GoalDetail;
  dataset: string | null;
}

/** 達成目標 beside its 達成状況 and 達成度. */
export function TargetPairs({ goal, dataset }: GoalProps) {
  return (
    <section aria-labelledby="targets-title">
      <h2 id="targets-title">達成目標と達成状況</h2>
      {goal.targetDetails.length === 0 && <p className="text-ink-soft">{ja.none}</p>}
      {goal.targetDetails.slice(0, LIMITS.targets).map((target, index) => (
        <div className={PAIR} key={index}>
          <Field goal={goal} dataset={dataset} pointer={`/targets/${index}/text`} text={target.text} />
          <Field goal={goal} dataset={dataset} pointer={`/targets/${index}/achievement`} text={target.achievement} />
          <Field goal={goal} dataset={dataset} pointer={`/targets/${index}/rating`} text={target.rating?.rating ?? null}>
            <RatingBadge rating={target.rating} labelled />
            {target.rating === null && goal.targets[index]?.ratingText && <p className="text-sm text-ink-soft">原文：{goal.targets[index].ratingText}</p>}
          </Field>
        </div>
      ))}
      <More count={goal.targetDetails.length - LIMITS.targets} />
    </section>
  );
}

/** 具体的取組 beside its 実績 and 所管室・課. */
export function InitiativePairs({ goal, dataset }: GoalProps) {
  return (
    <section aria-labelledby="initiatives-title">
      <h2 id="initiatives-title">具体的取組と実績</h2>
      {goal.initiatives.length === 0 && <p className="text-ink-soft">{ja.none}</p>}
      {goal.initiatives.slice(0, LIMITS.initiatives).map((initiative, index) => (
        <div className={PAIR} key={index}>
          <Field goal={goal} dataset={dataset} pointer={`/initiatives/${index}/text`} text={initiative.text} />
          <Field goal={goal} dataset={dataset} pointer={`/initiatives/${index}/reportedResult`} text={initiative.reportedResult} />
          <Field goal={goal} dataset={dataset} pointer={`/initiatives/${index}/responsibleUnit`} text={initiative.responsibleUnit} />
        </div>
      ))}
      <More count={goal.initiatives.length - LIMITS.initiatives} />
    </section>
  );
}

/** Of a document that was stored before there were limits. */
function More({ count }: { count: number }) {
  return count > 0 ? <p className="soft">ほか{count}件は、CSVと原文にあります。</p> : null;
}

/** 総合評価・総括 or 今後検討すべきこと. */
export function NarrativeField({ goal, field, dataset }: GoalProps & { field: "overallAssessment" | "futureConsiderations" }) {
  const text = goal[field];
  return (
    <section aria-labelledby={`${field}-title`}>
      <h2 id={`${field}-title`}>{ja.field[field]}</h2>
      <div id={field} className={HIGHLIGHT}>
        {text === null ? <Absent goal={goal} /> : <Narrative text={text} />}
      </div>
      <SourceLink label={ja.field[field]} documentId={goal.documentId} spans={goal.places[`/${field}`]} dataset={dataset} />
    </section>
  );
}

interface FieldProps extends GoalProps {
  pointer: string;
  text: string | null;
  /** Shown in the text's place. */
  children?: ReactNode;
}

function Field({ goal, dataset, pointer, text, children }: FieldProps) {
  const label = labelGoalField(pointer);
  return (
    <div>
      <h3 className="text-sm font-normal text-ink-soft">{label.replace(/ \d+$/, "")}</h3>
      <div id={fieldAnchor(pointer)} className={HIGHLIGHT}>
        {children ?? (text === null ? <Absent goal={goal} /> : <Narrative text={text} />)}
      </div>
      <SourceLink label={label} documentId={goal.documentId} spans={goal.places[pointer]} dataset={dataset} />
    </div>
  );
}

function Absent({ goal }: { goal: GoalDetail }) {
  return <p className="text-ink-soft">{goal.stage === "plan" ? "評価前（計画の段階の資料）" : ja.none}</p>;
}
