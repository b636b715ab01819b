import type { ReactNode } from "react";
import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import { LIMITS } from "@/lib/domain/limits";
import type { GoalDetail } from "@/lib/domain/rows";
import { goalJa } from "@/lib/texts/goal-ja";
import { ja } from "@/lib/texts/ja";
import { fieldAnchor } from "@/lib/urls";
import { Assessments } from "./assessments";
import { InitiativeKin } from "./goal/initiative-kin";
import { BlockSource, Narrative } from "./narrative";
import { RatingBadge } from "./rating-badge";
import { HIGHLIGHT } from "./ui/highlight";

interface GoalProps {
  goal: GoalDetail;
  dataset: string | null;
}

/** The first 達成目標 beside what was achieved of it, or (`rest`) all others. */
export function TargetPairs({ goal, rest = false, dataset }: GoalProps & { rest?: boolean }) {
  const shown = goal.targetDetails.slice(0, LIMITS.targets);
  const [first, end] = rest ? [1, shown.length] : [0, 1];
  if (rest && shown.length < 2) return null;
  return (
    <section aria-labelledby={rest ? "other-targets-title" : "targets-title"}>
      <h2 id={rest ? "other-targets-title" : "targets-title"} className="sr-only">
        {rest ? goalJa.otherTargets : goalJa.targets}
      </h2>
      {shown.length === 0 && <p className="text-ink-soft">{ja.none}</p>}
      {shown.slice(first, end).map((target, at) => {
        const index = first + at;
        const pointer = `/targets/${index}`;
        return (
          <Block
            key={index}
            goal={goal}
            dataset={dataset}
            title={goalJa.target(index + 1)}
            pointer={pointer}
            fields={["text", "achievement", "rating"]}
            fact={
              <span id={fieldAnchor(`${pointer}/rating`)} className={HIGHLIGHT}>
                <RatingBadge rating={target.rating} labelled />
                {target.rating === null && goal.targets[index]?.ratingText && <span className="text-ink-soft">　原文：{goal.targets[index].ratingText}</span>}
                <Assessments assessments={target.assessments} pointer={pointer} />
              </span>
            }
            text={target.text}
            resultName={ja.field.achievement}
            resultField="achievement"
            result={target.achievement}
          />
        );
      })}
      {rest && <More count={goal.targetDetails.length - LIMITS.targets} />}
    </section>
  );
}

/** Each 具体的取組 with its 所管室・課 beside its 実績, what it came from and what became of it. */
export function InitiativePairs({ goal, history, dataset }: GoalProps & { history: ContinuationHistory }) {
  return (
    <section aria-labelledby="initiatives-title">
      <h2 id="initiatives-title" className="pt-2 pb-1 text-lg">
        {goalJa.initiatives}
      </h2>
      {goal.initiatives.length === 0 && <p className="text-ink-soft">{ja.none}</p>}
      {goal.initiatives.slice(0, LIMITS.initiatives).map((initiative, index) => {
        const pointer = `/initiatives/${index}`;
        return (
          <Block
            key={index}
            goal={goal}
            dataset={dataset}
            title={goalJa.initiative(index + 1)}
            pointer={pointer}
            fields={["text", "reportedResult", "responsibleUnit", ...(initiative.ratingText === null ? [] : ["rating"])]}
            fact={
              <>
                {initiative.ratingText !== null && (
                  <span id={fieldAnchor(`${pointer}/rating`)} className={HIGHLIGHT}>
                    <RatingBadge rating={initiative.rating} labelled />
                    {initiative.rating === null && <span className="text-ink-soft">　原文：{initiative.ratingText}</span>}
                  </span>
                )}
                <Assessments assessments={initiative.assessments} pointer={pointer} />
                <span id={fieldAnchor(`${pointer}/responsibleUnit`)} className={`text-ink-soft ${HIGHLIGHT}`}>
                  {initiative.responsibleUnit}
                </span>
              </>
            }
            text={initiative.text}
            resultName={goalJa.result}
            resultField="reportedResult"
            result={initiative.reportedResult}
          >
            <InitiativeKin goal={goal} position={index + 1} history={history} dataset={dataset} />
          </Block>
        );
      })}
      <More count={goal.initiatives.length - LIMITS.initiatives} />
    </section>
  );
}

/** Of a document that was stored before there were limits. */
function More({ count }: { count: number }) {
  return count > 0 ? <p className="text-ink-soft">ほか{count}件は、CSVと原文にあります。</p> : null;
}

/** 総合評価・総括 or 今後検討すべきこと. */
export function NarrativeField({ goal, field, dataset }: GoalProps & { field: "overallAssessment" | "futureConsiderations" }) {
  const text = goal[field];
  return (
    <section aria-labelledby={`${field}-title`} className={field === "overallAssessment" ? "border-t border-rule-strong pt-2 pb-4" : undefined}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id={`${field}-title`} className="text-lg">
          {ja.field[field]}
        </h2>
        <BlockSource label={ja.field[field]} documentId={goal.documentId} places={goal.places} pointers={[`/${field}`]} dataset={dataset} />
      </div>
      <div id={field} className={HIGHLIGHT}>
        {text === null ? <Absent goal={goal} /> : <Narrative text={text} />}
      </div>
    </section>
  );
}

interface BlockProps extends GoalProps {
  title: string;
  /** JSON Pointer of what the block shows, and names of its values. */
  pointer: string;
  fields: readonly string[];
  /** Stands beside the title. */
  fact: ReactNode;
  text: string;
  resultName: string;
  resultField: string;
  result: string | null;
  children?: ReactNode;
}

/** What was set out to do beside what came of it, with one link to both in the source. */
function Block({ goal, dataset, title, pointer, fields, fact, text, resultName, resultField, result, children }: BlockProps) {
  return (
    <div data-block className="border-t border-rule-strong pt-2 pb-4 print:break-inside-avoid">
      <div className="grid grid-cols-1 gap-x-8 gap-y-2 @min-[44rem]/page:grid-cols-2 print:grid-cols-2">
        <div>
          <div className="flex min-h-8 flex-wrap items-center gap-x-3">
            <h3>{title}</h3>
            {fact}
          </div>
          <div id={fieldAnchor(`${pointer}/text`)} className={HIGHLIGHT}>
            <Narrative text={text} />
          </div>
        </div>
        <div>
          <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-3">
            <h4 className="text-ink-soft">{resultName}</h4>
            <BlockSource
              label={title}
              documentId={goal.documentId}
              places={goal.places}
              pointers={fields.map((field) => `${pointer}/${field}`)}
              dataset={dataset}
            />
          </div>
          <div id={fieldAnchor(`${pointer}/${resultField}`)} className={HIGHLIGHT}>
            {result === null ? <Absent goal={goal} /> : <Narrative text={result} />}
          </div>
        </div>
      </div>
      {children}
    </div>
  );
}

/** Said where a document has no value. */
export function Absent({ goal }: { goal: GoalDetail }) {
  return <p className="text-ink-soft">{goal.stage === "plan" ? goalJa.beforeEvaluation : ja.none}</p>;
}
