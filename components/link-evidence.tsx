import type { ContinuationItem, ContinuationLink, ItemRef } from "@/lib/domain/continuation";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { GoalDetail } from "@/lib/domain/rows";
import { continuationJa } from "@/lib/texts/continuation-ja";
import { describeChange, describeReason, describeScore, listScoreParts } from "@/lib/texts/continuation-reason";
import { labelGoalField } from "@/lib/texts/field-label";
import { itemHref } from "@/lib/urls";
import { MarkedText } from "./marked-text";
import { SourceLink } from "./narrative";

/** One end of a link: the item and the goal that it is, or is part of. */
export interface LinkSide {
  item: ContinuationItem;
  goal: GoalDetail;
}

/** What is linked to what, how, how surely, and whether a planner has looked at it. */
export function LinkHead({ link, predecessor, successor, dataset }: { link: ContinuationLink; predecessor: ContinuationItem; successor: ContinuationItem; dataset: string | null }) {
  return (
    <header className="stack">
      <h1>{continuationJa.level[link.level]}のつながりと根拠</h1>
      <dl className="facts">
        {[predecessor, successor].map((item, index) => (
          <div key={item.key} className="contents">
            <dt>{index === 0 ? "前" : "後"}</dt>
            <dd>
              {formatFiscalYear(item.fiscalYear)} {item.department}{" "}
              <a href={itemHref(item.key, dataset)}>{item.text}</a>
            </dd>
          </div>
        ))}
        <dt>関係</dt>
        <dd>{continuationJa.kind[link.kind]}</dd>
        <dt>確からしさ</dt>
        <dd>{describeScore(link)}</dd>
        <dt>状態</dt>
        <dd>{continuationJa.statusInFull[link.status]}</dd>
      </dl>
    </header>
  );
}

/** The reasons as sentences, those that count and those that only tell. */
export function LinkReasons({ link, nameOf }: { link: ContinuationLink; nameOf: (ref: ItemRef) => string }) {
  return (
    <section aria-labelledby="reasons-title">
      <h2 id="reasons-title">根拠</h2>
      <ul className="prose">
        {link.reasons.map((reason, index) => (
          <li key={index}>{describeReason(reason, nameOf)}</li>
        ))}
        {link.changes.map((change) => (
          <li key={change.what}>{describeChange(change)}</li>
        ))}
      </ul>
      {link.reasons.length + link.changes.length === 0 && <p className="soft">共通する語句や所管はありません。</p>}
    </section>
  );
}

/** Both texts, field by field, with the shared phrases marked. */
export function LinkTexts({ link, predecessor, successor, dataset }: { link: ContinuationLink; predecessor: LinkSide; successor: LinkSide; dataset: string | null }) {
  return (
    <section aria-labelledby="texts-title">
      <h2 id="texts-title">両方の文章</h2>
      <p className="soft small">
        <mark>印</mark>のある語句が、両方の文章に共通しています。
      </p>
      <div className="two-texts">
        <SideTexts side={predecessor} link={link} name="predecessor" dataset={dataset} />
        <SideTexts side={successor} link={link} name="successor" dataset={dataset} />
      </div>
    </section>
  );
}

function SideTexts({ side: { item, goal }, link, name, dataset }: { side: LinkSide; link: ContinuationLink; name: "predecessor" | "successor"; dataset: string | null }) {
  const root = /^\/priorityGoals\/\d+/.exec(item.ref.pointer)![0];
  const places = link.reasons.flatMap((reason) => (reason.what === "phrase" ? reason[name] : []));
  const fields: [pointer: string, text: string][] = [
    ["/title", goal.title],
    ...goal.targetDetails.map((target, index): [string, string] => [`/targets/${index}/text`, target.text]),
    ...goal.initiatives.map((initiative, index): [string, string] => [`/initiatives/${index}/text`, initiative.text]),
  ];
  return (
    <div>
      <h3>
        {formatFiscalYear(item.fiscalYear)} 重点目標{item.goalNumber}
      </h3>
      {fields.map(([pointer, text]) => (
        <div key={pointer} className="marked-field">
          <h4>{labelGoalField(pointer)}</h4>
          <MarkedText text={text} places={places.filter((place) => place.pointer === root + pointer)} />
          <SourceLink label={labelGoalField(pointer)} documentId={goal.documentId} spans={goal.places[pointer]} dataset={dataset} />
        </div>
      ))}
    </div>
  );
}

/** What the score is made of. */
export function ScoreTable({ link }: { link: ContinuationLink }) {
  return (
    <section aria-labelledby="score-title">
      <h2 id="score-title">確からしさの内訳</h2>
      <table className="data-table">
        <caption className="sr-only">確からしさの内訳（0から1）</caption>
        <thead>
          <tr>
            <th scope="col">みたもの</th>
            <th scope="col" className="numeric">
              値（0–1）
            </th>
          </tr>
        </thead>
        <tbody>
          {(link.parts ? listScoreParts(link.parts) : []).map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="numeric">{value}</td>
            </tr>
          ))}
          <tr className="total">
            <th scope="row">確からしさ</th>
            <td className="numeric">{link.score.toFixed(2)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

/** What a planner decided, or how one decides. */
export function LinkDecision({ link }: { link: ContinuationLink }) {
  const { record } = link;
  return (
    <section aria-labelledby="decision-title" className="stack">
      <h2 id="decision-title">職員の判断</h2>
      {record ? (
        <dl className="facts">
          <dt>判断</dt>
          <dd>{continuationJa.statusInFull[link.status]}</dd>
          <dt>理由</dt>
          <dd>{record.reason}</dd>
          <dt>判断した人</dt>
          <dd>{record.decidedBy}</dd>
          <dt>判断した日</dt>
          <dd>{record.decidedOn}</dd>
        </dl>
      ) : (
        <>
          <p>まだ判断されていません。このつながりは、文章の比較による提案です。</p>
          <details className="more no-print">
            <summary>判断を記録する方法</summary>
            <pre className="command">{`npm run continuations -- confirm ${link.predecessorKey} ${link.successorKey} --by 名前 --reason 理由
npm run continuations -- reject ${link.predecessorKey} ${link.successorKey} --by 名前 --reason 理由
npm run ingest`}</pre>
          </details>
        </>
      )}
    </section>
  );
}
